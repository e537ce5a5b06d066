// SPDX-License-Identifier: EUPL-1.2
// Small cells for a figure from 1 to 5. Arrows move as in a spreadsheet.
import type { JSX } from "preact";
import { useRef } from "react";
import type { LogRecord } from "../../api/types";
import { TableScroll } from "../../parts/Table";
import { text } from "../../texts/text";
import type { Typed } from "./RatingDialog";

export interface RatingRow { id: string; partner: string; name: string; role: string; roleName: string; record: LogRecord | undefined; readOnly: boolean }
interface Props { rows: RatingRow[]; criteria: { id: string; name: string }[]; typed: Typed; wrong: string[]; put: (key: string, value: string) => void }

export function RatingTable({ rows, criteria, typed, wrong, put }: Props): JSX.Element {
  const table = useRef<HTMLTableElement>(null);
  const move = (event: KeyboardEvent, row: number, column: number) => {
    const to = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    if (!to) return;
    const next = table.current?.querySelector<HTMLInputElement>(`[data-at="${row + (to[0] ?? 0)}.${column + (to[1] ?? 0)}"]`);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  };
  return (
    <TableScroll label={text("rating.table")}>
      <table className="rating" ref={table}>
        <caption className="unseen">{text("rating.table")}</caption>
        <thead><tr><th scope="col">{text("rating.who")}</th>{criteria.map((one) => <th key={one.id} scope="col">{one.name}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.id}>
              <th scope="row">{row.name} <span className="quiet">{row.roleName}</span></th>
              {criteria.map((criterion, j) => {
                const key = `${row.partner} ${row.role} ${criterion.id}`;
                const value = typed[key] ?? row.record?.cells[criterion.id] ?? "";
                if (row.readOnly) return <td key={criterion.id}>{value || "–"}</td>;
                return (
                  <td key={criterion.id}>
                    <input
                      value={value} inputMode="numeric" maxLength={1} data-at={`${i}.${j}`} autoComplete="off" aria-invalid={wrong.includes(key) || undefined}
                      className={key in typed ? "rating__typed" : undefined}
                      aria-label={`${criterion.name}, ${row.name}, ${row.roleName}`}
                      onInput={(event) => put(key, event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()} onKeyDown={(event) => move(event, i, j)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
