// SPDX-License-Identifier: EUPL-1.2
// From link or code to "thank you". Which step shows follows from what is known, so that coming back lands in the right place.
import type { JSX } from "preact";
import { useEffect, useState } from "react";
import { ApiError, get } from "../api/client";
import type { RespondentPoll } from "../api/types";
import { Alert } from "../parts/Alert";
import { Fault } from "../parts/Loaded";
import { text } from "../texts/text";
import { CodeEntry } from "./CodeEntry";
import { Frame } from "./Frame";
import { Questionnaire } from "./Questionnaire";
import { Thanks } from "./Thanks";
import { forgetToken, keepToken, tokenFromLink } from "./token";

export function Answer(): JSX.Element {
  const [token, setToken] = useState(tokenFromLink);
  const [poll, setPoll] = useState<RespondentPoll | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const read = () => {
    setError(null);
    get<RespondentPoll>("/poll", { bearer: token }).then(setPoll, (refused: ApiError) => setError(refused));
  };
  useEffect(() => {
    if (token) read();
  }, [token]);
  const begin = (given: string) => {
    keepToken(given);
    setToken(given);
  };
  if (!token) return <CodeEntry begin={begin} />;
  if (error?.status === 401 || error?.status === 404) return <BadLink />;
  if (error) return <Frame title={text("answer.title")}><Fault error={error} again={read} /></Frame>;
  if (!poll) return <Frame title={text("answer.title")}><p role="status">{text("loading")}</p></Frame>;
  if (poll.state === "closed") return <Frame title={text("answer.closedTitle")}><p>{text("answer.closedSays")}</p></Frame>;
  if (poll.state === "done") return <Thanks nextSteps={poll.nextSteps} />;
  return <Questionnaire token={token} poll={poll} />;
}

function BadLink(): JSX.Element {
  forgetToken();
  return <Frame title={text("answer.title")}><Alert tone="warning" live><p>{text("answer.linkWrong")}</p></Alert><CodeEntryLink /></Frame>;
}

function CodeEntryLink(): JSX.Element {
  return <p><a href="/answer">{text("answer.codeTitle")}</a></p>;
}
