// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useState } from "react";
import { ApiError, newId, post } from "../api/client";
import type { RespondentPoll } from "../api/types";
import { Fault } from "../parts/Loaded";
import { AllItems } from "./AllItems";
import { HandIn } from "./HandIn";
import { OneItem } from "./OneItem";
import { Thanks } from "./Thanks";
import { useAnswers } from "./useAnswers";
import { Welcome } from "./Welcome";

type Step = "welcome" | "items" | "all" | "hand-in" | "thanks";

export function Questionnaire({ token, poll }: { token: string; poll: RespondentPoll }): JSX.Element {
  const { answers, answer, state, forget } = useAnswers(token, poll.answers);
  const [step, setStep] = useState<Step>("welcome");
  const [at, setAt] = useState(0);
  const [clientId] = useState(newId);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const firstOpen = poll.items.findIndex((item) => answers[item.id] === undefined);
  const done = poll.items.length - poll.items.filter((item) => answers[item.id] === undefined).length;

  const goTo = (next: number) => (next >= poll.items.length ? setStep("hand-in") : (setAt(Math.max(next, 0)), setStep("items")));
  const handIn = async () => {
    setBusy(true);
    setError(null);
    try {
      await post("/poll/_submit", { clientId, answers }, { bearer: token });
      forget();
      setStep("thanks");
    } catch (refused) {
      setError(refused as ApiError);
    } finally {
      setBusy(false);
    }
  };

  if (step === "thanks") return <Thanks nextSteps={poll.nextSteps} />;
  if (step === "welcome") return <Welcome poll={poll} done={done} begin={() => goTo(firstOpen < 0 ? poll.items.length : firstOpen)} all={() => setStep("all")} />;
  if (step === "all") return <AllItems poll={poll} answers={answers} answer={answer} state={state} done={done} ready={() => setStep("hand-in")} oneByOne={() => goTo(Math.max(firstOpen, 0))} />;
  if (step === "hand-in") {
    return (
      <HandIn open={poll.items.length - done} busy={busy} submit={() => void handIn()} toOpen={() => goTo(Math.max(firstOpen, 0))} back={() => goTo(poll.items.length - 1)}>
        {error && <Fault error={error} />}
      </HandIn>
    );
  }
  const item = poll.items[at];
  if (!item) return <Thanks nextSteps={poll.nextSteps} />;
  return (
    <OneItem
      key="item" item={item} at={at} all={poll.items.length} scale={poll.scale} value={answers[item.id]} state={state}
      choose={(value) => { answer(item.id, value); window.setTimeout(() => goTo(at + 1), 180); }}
      previous={at > 0 ? () => goTo(at - 1) : null} next={() => goTo(at + 1)} toAll={() => setStep("all")}
    />
  );
}
