// SPDX-License-Identifier: EUPL-1.2
import "./OneItem.css";
import type { JSX } from "preact";
import type { RespondentPoll } from "../api/types";
import { Button } from "../parts/Button";
import { Progress } from "../parts/Progress";
import { text } from "../texts/text";
import { Frame } from "./Frame";
import { SavedLine } from "./SavedLine";
import type { Answers, SaveState } from "./useAnswers";

interface Props {
  poll: RespondentPoll;
  answers: Answers;
  answer: (item: string, value: number) => void;
  state: SaveState;
  done: number;
  ready: () => void;
  oneByOne: () => void;
}

/** All statements under each other, for who wants to see them first. */
export function AllItems({ poll, answers, answer, state, done, ready, oneByOne }: Props): JSX.Element {
  return (
    <Frame title={poll.studyTitle} step="all" above={<Progress label={text("answer.done", { done, all: poll.items.length })} done={done} all={poll.items.length} />}>
      <button type="button" className="link-button small" onClick={oneByOne}>{text("answer.oneByOne")}</button>
      {poll.items.map((item) => (
        <fieldset key={item.id} className="item-block">
          <legend>{item.text}</legend>
          <div className="item-block__scale">
            {poll.scale.map((step) => (
              <label key={step.value}>
                <input type="radio" name={item.id} checked={answers[item.id] === step.value} onChange={() => answer(item.id, step.value)} />
                {step.text}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="row"><Button look="primary" onClick={ready}>{text("answer.ready")}</Button><SavedLine state={state} /></div>
    </Frame>
  );
}
