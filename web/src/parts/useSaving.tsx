// SPDX-License-Identifier: EUPL-1.2
// Storing changes from a form, with what people then need: that it is stored and can be undone, or why it is not.
import type { JSX } from "preact";
import { useState } from "react";
import { ApiError, newId, post } from "../api/client";
import { save } from "../api/queue";
import { refresh } from "../api/resource";
import type { Change, Problem } from "../api/types";
import { text } from "../texts/text";
import { Alert } from "./Alert";
import { Button } from "./Button";
import { Fault } from "./Loaded";
import { ProblemTable } from "./ProblemTable";

type State =
  | { at: "quiet" }
  | { at: "saved"; says: string; sequence: number }
  | { at: "refused"; error: ApiError; problems: Problem[] }
  | { at: "conflict"; who: string };

export interface Saving {
  /** True once the server has it on disk. */
  store: (changes: Change[], says: string) => Promise<boolean>;
  note: JSX.Element | null;
}

export function useSaving(study: string): Saving {
  const [state, setState] = useState<State>({ at: "quiet" });
  const store = async (changes: Change[], says: string) => {
    setState({ at: "quiet" });
    const outcome = await save(study, changes);
    if (outcome.kind === "saved") setState({ at: "saved", says, sequence: outcome.sequence });
    else if (outcome.kind === "refused") setState({ at: "refused", error: outcome.error, problems: outcome.error.problems });
    else {
      setState({ at: "conflict", who: outcome.theirs[0]?.actorName ?? "" });
      refresh(`/studies/${study}`);
    }
    return outcome.kind === "saved";
  };
  const undo = async (sequence: number) => {
    try {
      await post(`/studies/${study}/events/${sequence}/_undo`, { clientId: newId() });
      setState({ at: "quiet" });
    } catch (fault) {
      setState({ at: "refused", error: fault as ApiError, problems: [] });
    }
    refresh(`/studies/${study}`);
  };
  return { store, note: <Note state={state} undo={(sequence) => void undo(sequence)} /> };
}

function Note({ state, undo }: { state: State; undo: (sequence: number) => void }): JSX.Element | null {
  if (state.at === "saved") return <Alert tone="ok" live><p>{state.says}</p><Button small icon="undo" onClick={() => undo(state.sequence)}>{text("grid.undo")}</Button></Alert>;
  if (state.at === "conflict") return <Alert tone="warning" live><p>{text("saving.conflict", { who: state.who })}</p></Alert>;
  if (state.at !== "refused") return null;
  if (state.error.status === 409) return <Alert tone="warning" live><p>{text("grid.undoLate")}</p></Alert>;
  return <>{state.problems.length > 0 ? <ProblemTable problems={state.problems} /> : <Fault error={state.error} />}</>;
}
