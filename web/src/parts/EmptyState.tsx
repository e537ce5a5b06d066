// SPDX-License-Identifier: EUPL-1.2
import "./EmptyState.css";
import type { ComponentChildren, JSX } from "preact";

/** Nothing here yet: says why, and what to do about it. */
export function EmptyState({ title, says, children }: { title: string; says: string; children?: ComponentChildren }): JSX.Element {
  return (
    <div className="empty-state stack stack--close">
      <h2>{title}</h2>
      <p>{says}</p>
      {children && <div className="row">{children}</div>}
    </div>
  );
}
