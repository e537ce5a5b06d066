// SPDX-License-Identifier: EUPL-1.2
// Which names fit what was typed.

export interface Suggestion { id: string; name: string; more?: string }

const plain = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Those that start so first, then those with a word that starts so, then those that have it anywhere. */
export function fitting(all: Suggestion[], typed: string, most = 8): Suggestion[] {
  const wanted = plain(typed.trim());
  if (!wanted) return [];
  const rank = (name: string) => (name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) || name.includes(`-${wanted}`) ? 1 : name.includes(wanted) ? 2 : 3);
  return all
    .map((one) => ({ one, at: rank(plain(one.name)) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at || a.one.name.localeCompare(b.one.name, "nl"))
    .slice(0, most)
    .map(({ one }) => one);
}
