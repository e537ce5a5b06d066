// SPDX-License-Identifier: EUPL-1.2
import "./Tabs.css";
import type { ComponentChildren, JSX } from "preact";
import { useId, useRef, useState } from "react";

export interface Tab { id: string; title: string; show: () => ComponentChildren }

/** Tabs by the keyboard pattern: arrows, Home and End move and choose; Tab goes into the panel. */
export function Tabs({ label, tabs, start }: { label: string; tabs: Tab[]; start?: string | undefined }): JSX.Element {
  const [chosen, setChosen] = useState(start ?? tabs[0]?.id ?? "");
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    setChosen(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  const current = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
  return (
    <div className="tabs">
      <div className="tabs__list no-print" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id} type="button" role="tab" data-tab={tab.id} id={`${base}-${tab.id}`} aria-controls={`${base}-panel`}
            aria-selected={tab === current} tabIndex={tab === current ? 0 : -1} onClick={() => setChosen(tab.id)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${current?.id}`} tabIndex={0} className="tabs__panel stack">
        {current?.show()}
      </div>
    </div>
  );
}
