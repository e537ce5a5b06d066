// SPDX-License-Identifier: EUPL-1.2
import "./Alert.css";
import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./Icon";

export type Tone = "info" | "ok" | "warning" | "error";
const icons: Record<Tone, IconName> = { info: "info", ok: "check", warning: "warning", error: "warning" };

/** A message that stands out. `live` makes it be read aloud when it appears: for what follows from an act of the reader. */
export function Alert({ tone = "info", title, live, children }: { tone?: Tone; title?: string | undefined; live?: boolean; children?: ComponentChildren }): JSX.Element {
  return (
    <div className={`alert alert--${tone}`} role={live ? (tone === "error" ? "alert" : "status") : undefined}>
      <Icon name={icons[tone]} />
      <div className="alert__text">
        {title && <p className="alert__title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
