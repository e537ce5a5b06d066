// SPDX-License-Identifier: EUPL-1.2
// Every sentence of the screens, in the reader's language. English is fetched only by those who read it.
import { nl } from "./nl";

export type TextKey = keyof typeof nl;
export type Language = "nl" | "en";
export type Values = Record<string, string | number>;

const kept = "koepel.language";
let texts: Record<TextKey, string> = nl;
let current: Language = "nl";

export const language = (): Language => current;

/** To be awaited before the first screen is drawn. */
export async function loadTexts(): Promise<void> {
  current = localStorage.getItem(kept) === "en" ? "en" : "nl";
  if (current === "en") texts = (await import("./en")).en;
  document.documentElement.lang = current;
}

/** The page is drawn anew: a rare act, and so no part needs to watch the language. */
export function setLanguage(wanted: Language): void {
  localStorage.setItem(kept, wanted);
  location.reload();
}

const fill = (sentence: string, values: Values) =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

export const text = (key: TextKey, values: Values = {}): string => fill(texts[key], values);

/** One of two sentences by a count: `key.one` or `key.many`, with {n} in it. */
export function counted(key: string, n: number, values: Values = {}): string {
  return text(`${key}.${n === 1 ? "one" : "many"}` as TextKey, { n: number(n), ...values });
}

/** A text that depends on a word of the server's, with the word itself where we have none. */
export const textOr = (key: string, otherwise: string): string => (texts as Record<string, string>)[key] ?? otherwise;

const locale = () => (current === "en" ? "en-GB" : "nl-NL");
export const number = (value: number, digits = 0): string =>
  value.toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
export const day = (time: string): string =>
  new Date(time).toLocaleDateString(locale(), { day: "numeric", month: "long", year: "numeric" });
export const clock = (time: string | number): string =>
  new Date(time).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });
/** "Bergeijk, Bladel en Eersel" */
export function listed(names: string[]): string {
  return new Intl.ListFormat(locale(), { type: "conjunction" }).format(names);
}
