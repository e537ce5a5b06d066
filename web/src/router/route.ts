// SPDX-License-Identifier: EUPL-1.2
// Where the reader is: the path of the address bar, in as few lines as it takes.
import { useEffect, useState } from "react";

export type Parameters = Record<string, string>;

const moved = "koepel-moved";

/** Goes to a path of this program. `replace` leaves no step back, for a step that the reader did not choose. */
export function go(path: string, options: { replace?: boolean } = {}): void {
  history[options.replace ? "replaceState" : "pushState"](null, "", path);
  dispatchEvent(new Event(moved));
  window.scrollTo(0, 0);
}

export function usePath(): string {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const update = () => setPath(location.pathname);
    addEventListener("popstate", update);
    addEventListener(moved, update);
    return () => {
      removeEventListener("popstate", update);
      removeEventListener(moved, update);
    };
  }, []);
  return path;
}

/** The parameters of a path that fits a pattern such as /studies/:study/poll, or null. */
export function match(pattern: string, path: string): Parameters | null {
  const wanted = pattern.split("/");
  const given = path.replace(/\/+$/, "").split("/");
  if (wanted.length !== given.length) return null;
  const found: Parameters = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? "";
    if (part.startsWith(":")) found[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return found;
}
