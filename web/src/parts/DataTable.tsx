// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import type { TableShape } from "../api/types";
import { text } from "../texts/text";
import { TraceButton } from "./StepLink";
import { TableScroll } from "./Table";

/** A table of the analysis. Rows that were computed open to how. */
export function DataTable({ study, table }: { study: string; table: TableShape }): JSX.Element {
  const traced = table.rows.some((row) => row.step);
  return (
    <TableScroll label={table.title}>
      <table className="table">
        <caption>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map((title, i) => <th key={i} scope="col" className={table.rows[0]?.cells[i]?.number ? "number" : undefined}>{title}</th>)}
            {traced && <th scope="col"><span className="unseen">{text("trace.open")}</span></th>}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, i) => (
            <tr key={i}>
              {row.cells.map((cell, j) => j === 0 && !cell.number
                ? <th key={j} scope="row">{cell.text}</th>
                : <td key={j} className={cell.number ? "number" : undefined}>{cell.text}</td>)}
              {traced && <td>{row.step && <TraceButton study={study} step={row.step} what={row.cells[0]?.text ?? ""} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
