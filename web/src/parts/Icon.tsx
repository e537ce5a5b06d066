// SPDX-License-Identifier: EUPL-1.2
// Our own few signs. They decorate words and never stand in for them.
import "./Icon.css";
import type { JSX } from "preact";

const drawings = {
  check: "M4 12.500l5 5L20 6.500",
  circle: "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16",
  info: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 11v5.500M12 7.300v.4",
  warning: "M12 3.500L22 20.500H2zM12 10v5M12 17.600v.4",
  right: "M9 5l7 7l-7 7",
  down: "M5 9l7 7l7-7",
  close: "M5 5l14 14M19 5L5 19",
  plus: "M12 4v16M4 12h16",
  undo: "M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12H9",
  trace: "M12 3v6M12 9L6 15M12 9l6 6M6 15v4M18 15v4",
  people: "M9 11a3.500 3.500 0 1 0 0-7a3.500 3.500 0 0 0 0 7M3 20a6 6 0 0 1 12 0M16 4.500a3.500 3.500 0 0 1 0 6.500M17.500 14.500A6 6 0 0 1 21 20",
  menu: "M3 6h18M3 12h18M3 18h18",
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
