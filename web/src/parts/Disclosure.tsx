// SPDX-License-Identifier: EUPL-1.2
import "./Disclosure.css";
import type { ComponentChildren, JSX } from "preact";

/** Something more, for who wants it. */
export function Disclosure({ title, open, children }: { title: ComponentChildren; open?: boolean; children: ComponentChildren }): JSX.Element {
  return (
    <details className="disclosure" open={open}>
      <summary>{title}</summary>
      <div className="disclosure__body">{children}</div>
    </details>
  );
}
