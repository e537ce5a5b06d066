// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";

/** A list of sentences; one sentence is a paragraph, none is nothing. */
export function Sentences({ list }: { list: string[] }): JSX.Element | null {
  if (list.length === 0) return null;
  if (list.length === 1) return <p>{list[0]}</p>;
  return <ul>{list.map((sentence, i) => <li key={i}>{sentence}</li>)}</ul>;
}
