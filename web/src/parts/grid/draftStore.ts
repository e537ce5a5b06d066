// SPDX-License-Identifier: EUPL-1.2
// What was typed but cannot be sent yet survives a closed window.
import { isUnsaved, type Drafts } from "./rows";

interface Stored { drafts: Drafts; added: string[] }

const keyOf = (place: string) => `koepel.typed.${place}`;

export function storedDrafts(place: string): Stored {
  const empty: Stored = { drafts: {}, added: [] };
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(keyOf(place)) ?? "{}") as Partial<Stored>) };
  } catch {
    return empty;
  }
}

export function storeDrafts(place: string, { drafts, added }: Stored): void {
  // What is being sent stands in the queue already.
  const typed = Object.fromEntries(Object.entries(drafts).filter(([, draft]) => isUnsaved(draft) && draft.state !== "saving"));
  if (Object.keys(typed).length === 0) localStorage.removeItem(keyOf(place));
  else localStorage.setItem(keyOf(place), JSON.stringify({ drafts: typed, added: added.filter((id) => id in typed) }));
}
