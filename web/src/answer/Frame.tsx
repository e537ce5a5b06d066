// SPDX-License-Identifier: EUPL-1.2
import "./Frame.css";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "react";
import { Brand } from "../parts/Brand";
import { LanguageSwitch } from "../parts/LanguageSwitch";

interface Props {
  title: string;
  /** Over the title, small: where we are. */
  above?: ComponentChildren;
  /** Changes when a new step begins; the title then takes the focus, so that it is read aloud. */
  step?: string;
  children: ComponentChildren;
}

export function Frame({ title, above, step, children }: Props): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    document.title = `${title} | Koepel`;
    if (before.current !== step) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    before.current = step;
  }, [title, step]);
  return (
    <>
      <header className="frame__header"><div className="frame__inner row row--apart"><Brand /><LanguageSwitch /></div></header>
      <main className="frame__main frame__inner stack">
        {above}
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {children}
      </main>
    </>
  );
}
