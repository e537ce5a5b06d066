// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import type { Problem } from "../api/types";
import { counted, text } from "../texts/text";
import { StatusBadge } from "./StatusBadge";
import { Table } from "./Table";

const place = (problem: Problem) =>
  [problem.file, problem.sheet, problem.line && text("import.place", { line: problem.line }), problem.column ?? problem.field].filter(Boolean).join(", ");

const what = (problem: Problem) =>
  [problem.found && text("problem.found", { found: problem.found }), problem.expected && text("problem.expected", { expected: problem.expected })].filter(Boolean).join(" ");

/** All problems of what was read, at once: where, what, and how to mend it. */
export function ProblemTable({ problems }: { problems: Problem[] }): JSX.Element {
  return (
    <Table
      caption={counted("import.problems", problems.length)} rows={problems.map((problem, i) => ({ ...problem, i }))} keyOf={(row) => String(row.i)}
      columns={[
        { id: "where", title: text("import.where"), heads: true, show: (row) => place(row) },
        { id: "what", title: text("import.what"), show: (row) => <><StatusBadge status={row.severity === "error" ? "error" : "warning"}>{text(`import.${row.severity}`)}</StatusBadge> {what(row)}</> },
        { id: "repair", title: text("import.repair"), show: (row) => row.repair ?? "" },
      ]}
    />
  );
}
