// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { StatusBadge, type Status } from "../../parts/StatusBadge";
import { textOr } from "../../texts/text";

/** The packages in the order in which they come up, each with the tone of its badge. */
export const packages = ["base", "plus", "not_now", "unsuitable", "arranged"] as const;

const tone: Record<string, Status> = { base: "ok", plus: "active", arranged: "neutral", not_now: "warning", unsuitable: "neutral" };

export const packageName = (id: string): string => textOr(`package.${id}`, id);

export function PackageBadge({ id }: { id: string }): JSX.Element {
  return <StatusBadge status={tone[id] ?? "neutral"}>{packageName(id)}</StatusBadge>;
}
