// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, JSX } from "preact";
import { go } from "./route";

type Props = { to: string; children: ComponentChildren; className?: string | undefined; current?: boolean };

/** A link inside the program: without loading the page again, but with everything a link can do. */
export function Link({ to, children, className, current }: Props): JSX.Element {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} className={className} aria-current={current ? "page" : undefined} onClick={follow}>
      {children}
    </a>
  );
}
