// SPDX-License-Identifier: EUPL-1.2
import "./Card.css";
import type { ComponentChildren, JSX } from "preact";

/** A box around things that belong together. */
export function Card({ children, tone = "plain" }: { children: ComponentChildren; tone?: "plain" | "accent" | "quiet" }): JSX.Element {
  return <div className={`card card--${tone} stack stack--close`}>{children}</div>;
}
