// SPDX-License-Identifier: EUPL-1.2
import "./StatusBadge.css";
import type { ComponentChildren, JSX } from "preact";

export type Status = "neutral" | "active" | "ok" | "warning" | "error";

export function StatusBadge({ status = "neutral", children }: { status?: Status; children: ComponentChildren }): JSX.Element {
  return <span className={`badge badge--${status}`}>{children}</span>;
}
