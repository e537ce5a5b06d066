// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { text } from "../texts/text";
import type { SaveState } from "./useAnswers";

export function SavedLine({ state }: { state: SaveState }): JSX.Element {
  return <span className="quiet small" role="status">{text(`answer.${state}`)}</span>;
}
