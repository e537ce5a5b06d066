// SPDX-License-Identifier: EUPL-1.2
// What a respondent wants to know before starting: what for, how long, and who will see it.
import type { JSX } from "preact";
import type { RespondentPoll } from "../api/types";
import { Alert } from "../parts/Alert";
import { Button } from "../parts/Button";
import { counted, number, text } from "../texts/text";
import { Frame } from "./Frame";

/** About eight seconds a statement: reading, thinking, a tap. */
export const minutesFor = (items: number): string => number(Math.max(1, Math.ceil((items * 8) / 60)));

export function Welcome({ poll, done, begin, all }: { poll: RespondentPoll; done: number; begin: () => void; all: () => void }): JSX.Element {
  return (
    <Frame title={poll.studyTitle} step="welcome">
      <p className="lead">{poll.intro}</p>
      <p>{text("answer.you", { role: poll.roleName, partner: poll.partnerName })} {counted("answer.howLong", poll.items.length, { minutes: minutesFor(poll.items.length) })}</p>
      <Alert title={text("answer.anonymity")}><p>{poll.anonymityText}</p></Alert>
      <div className="row">
        <Button look="primary" onClick={begin}>{done ? text("answer.resume") : text("answer.begin")}</Button>
        <Button look="subtle" onClick={all}>{text("answer.onePage")}</Button>
      </div>
    </Frame>
  );
}
