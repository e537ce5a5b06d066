// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, JSX } from "preact";
import { Button } from "../parts/Button";
import { counted, text } from "../texts/text";
import { Frame } from "./Frame";

interface Props { open: number; busy: boolean; submit: () => void; toOpen: () => void; back: () => void; children?: ComponentChildren }

export function HandIn({ open, busy, submit, toOpen, back, children }: Props): JSX.Element {
  return (
    <Frame title={text("answer.checkTitle")} step="hand-in">
      <p className="lead">{open === 0 ? text("answer.allAnswered") : counted("answer.open", open)}</p>
      {open > 0 && <Button onClick={toOpen}>{text("answer.toOpen")}</Button>}
      <p>{text("answer.final")}</p>
      {children}
      <div className="row">
        <Button look="primary" busy={busy} onClick={submit}>{text("answer.submit")}</Button>
        <Button look="subtle" onClick={back}>{text("answer.back")}</Button>
      </div>
    </Frame>
  );
}
