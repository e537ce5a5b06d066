// SPDX-License-Identifier: EUPL-1.2
// What changed between two sentences, word by word. Marked by more than colour: struck through, and underlined.
import "./TextDifference.css";
import { diffWordsWithSpace } from "diff";
import type { JSX } from "preact";

export function TextDifference({ before, after }: { before: string; after: string }): JSX.Element {
  return (
    <p className="text-difference">
      {diffWordsWithSpace(before, after).map((part, i) => part.removed ? <del key={i}>{part.value}</del> : part.added ? <ins key={i}>{part.value}</ins> : <span key={i}>{part.value}</span>)}
    </p>
  );
}
