// SPDX-License-Identifier: EUPL-1.2
import "./Progress.css";
import type { JSX } from "preact";

/** How far something is, in words and as a bar. */
export function Progress({ label, done, all }: { label: string; done: number; all: number }): JSX.Element {
  return (
    <div className="progress">
      <span className="progress__label">{label}</span>
      <progress value={done} max={Math.max(all, 1)} aria-label={label} />
    </div>
  );
}
