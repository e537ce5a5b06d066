// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { Alert } from "../parts/Alert";
import { text } from "../texts/text";
import { Frame } from "./Frame";

export function Thanks({ nextSteps }: { nextSteps: string }): JSX.Element {
  return (
    <Frame title={text("answer.thanks")} step="thanks">
      <Alert tone="ok" live><p>{text("answer.handedIn")}</p></Alert>
      {nextSteps && <div className="stack stack--close"><h2>{text("answer.whatNext")}</h2><p>{nextSteps}</p></div>}
      <p className="quiet">{text("answer.canClose")}</p>
    </Frame>
  );
}
