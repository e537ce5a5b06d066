// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import type { ApiError } from "../api/client";
import { Fault } from "./Loaded";
import { ProblemTable } from "./ProblemTable";

/** Why the server refused: every problem it named, or else its own sentence. */
export function Refusal({ error }: { error: ApiError | null }): JSX.Element | null {
  if (!error) return null;
  return error.problems.length > 0 ? <ProblemTable problems={error.problems} /> : <Fault error={error} />;
}
