// SPDX-License-Identifier: EUPL-1.2
import "./OneItem.css";
import type { JSX } from "preact";
import { Button } from "../parts/Button";
import { Progress } from "../parts/Progress";
import { text } from "../texts/text";
import { Frame } from "./Frame";
import { SavedLine } from "./SavedLine";
import type { SaveState } from "./useAnswers";

interface Props {
  item: { id: string; text: string };
  at: number;
  all: number;
  scale: { value: number; text: string }[];
  value: number | undefined;
  state: SaveState;
  choose: (value: number) => void;
  previous: (() => void) | null;
  next: () => void;
  toAll: () => void;
}

/** One statement, five big answers. Choosing goes on to the next; buttons, so that arrows and Tab never choose by accident. */
export function OneItem({ item, at, all, scale, value, state, choose, previous, next, toAll }: Props): JSX.Element {
  const last = at === all - 1;
  return (
    <Frame title={item.text} step={item.id} above={<Progress label={text("answer.of", { at: at + 1, all })} done={at} all={all} />}>
      <Scale label={item.text} scale={scale} value={value} choose={choose} />
      <div className="row row--apart">
        <Button look="subtle" disabled={!previous} onClick={() => previous?.()}>{text("answer.previous")}</Button>
        <Button look={value === undefined ? "subtle" : "secondary"} onClick={next}>
          {text(last ? "answer.ready" : value === undefined ? "answer.skip" : "answer.next")}
        </Button>
      </div>
      <div className="row row--apart item-foot">
        <SavedLine state={state} />
        <button type="button" className="link-button small" onClick={toAll}>{text("answer.onePage")}</button>
      </div>
    </Frame>
  );
}

export function Scale({ label, scale, value, choose }: { label: string; scale: Props["scale"]; value: number | undefined; choose: (value: number) => void }): JSX.Element {
  return (
    <div className="scale" role="group" aria-label={label}>
      {scale.map((step) => (
        <button key={step.value} type="button" className="scale__step" aria-pressed={step.value === value} onClick={() => choose(step.value)}>
          <span className="scale__number" aria-hidden="true">{step.value}</span>
          <span>{step.text}</span>
        </button>
      ))}
    </div>
  );
}
