// SPDX-License-Identifier: EUPL-1.2
import "./Dialog.css";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef } from "react";
import { text } from "../texts/text";
import { Icon } from "./Icon";

/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back. Drawn only while open. */
export function Dialog({ title, close, wide, children }: { title: string; close: () => void; wide?: boolean; children: ComponentChildren }): JSX.Element {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    box.current?.showModal();
    return () => before?.focus();
  }, []);
  const outside = (event: MouseEvent) => event.target === box.current && close();
  return (
    <dialog ref={box} className={`dialog${wide ? " dialog--wide" : ""}`} aria-labelledby={id} onClose={close} onClick={outside}>
      <div className="dialog__body">
        <div className="dialog__head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="icon-button" onClick={close} aria-label={text("dialog.close")}><Icon name="close" /></button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
