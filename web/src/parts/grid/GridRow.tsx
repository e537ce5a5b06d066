// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useState } from "react";
import type { ColumnSpec, Problem } from "../../api/types";
import { language, number, text } from "../../texts/text";
import { Button } from "../Button";
import { Icon } from "../Icon";
import { blockOf, isBlock } from "./clipboard";
import { isLong, isNumber, listId } from "./columns";
import { valueOf, type Row } from "./rows";
import type { Rows } from "./useRows";

interface Props {
  row: Row;
  index: number;
  columns: ColumnSpec[];
  names: Record<string, Map<string, string>>;
  kind: string;
  rows: Rows;
  focusCell: (row: number, column: number) => void;
  readOnly: boolean;
  noAdding: boolean;
}

export function GridRow(props: Props): JSX.Element {
  const { row, index, columns, names, rows, readOnly, noAdding } = props;
  const called = row.record?.label || text("grid.newRow");
  const leaving = (event: FocusEvent) => {
    const inside = (event.currentTarget as Node).contains(event.relatedTarget as Node | null);
    if (!inside) rows.leave([row.id]);
  };
  const problems = row.draft?.problems ?? [];
  return (
    <>
      <tr className={`grid-row grid-row--${row.draft?.state ?? "still"}`} onFocusOut={leaving}>
        {columns.map((column, j) => <Cell key={column.id} {...props} column={column} at={j} called={called} />)}
        <td className="grid-row__end">
          {!readOnly && !(noAdding && !row.record) && (
            <button type="button" className="icon-button" onClick={() => rows.withdraw(row)} aria-label={text("grid.remove", { row: called })} title={text("grid.remove", { row: called })}>
              <Icon name="close" />
            </button>
          )}
        </td>
      </tr>
      {row.draft?.state === "refused" && (
        <tr className="grid-problems"><td colSpan={columns.length + 1}>
          <ul id={`problems-${index}`}>{problems.map((problem, i) => <li key={i}>{said(problem, columns)}</li>)}</ul>
        </td></tr>
      )}
      {row.draft?.state === "conflict" && <Conflict row={row} columns={columns} names={names} rows={rows} />}
    </>
  );
}

/** "fte: 'veel' gevonden, verwacht een getal. ..." */
function said(problem: Problem, columns: ColumnSpec[]): string {
  const label = columns.find((column) => column.id === problem.column)?.label ?? problem.column;
  const parts = [
    problem.found && text("problem.found", { found: problem.found }),
    problem.expected && text("problem.expected", { expected: problem.expected }),
    problem.repair,
  ].filter(Boolean).join(" ");
  return label ? `${label}: ${parts}` : parts;
}

function Conflict({ row, columns, names, rows }: Pick<Props, "row" | "columns" | "names" | "rows">): JSX.Element {
  const theirs = row.draft?.theirs;
  const differs = columns.filter((column) => (theirs?.cells[column.id] ?? "") !== valueOf(row, column.id));
  return (
    <tr className="grid-problems"><td colSpan={columns.length + 1}>
      <p>{text("grid.conflict", { who: theirs?.actorName ?? "" })}</p>
      <ul>{differs.map((column) => <li key={column.id}>{column.label}: {shown(theirs?.cells[column.id] ?? "", column, names)} {text("grid.versus", { mine: valueOf(row, column.id) || "–" })}</li>)}</ul>
      <div className="row">
        <Button small onClick={() => rows.takeTheirs(row)}>{text("grid.takeTheirs")}</Button>
        <Button small onClick={() => rows.keepMine(row)}>{text("grid.keepMine")}</Button>
      </div>
    </td></tr>
  );
}

/** As people read it: names for codes, thousands marks in what the server wrote. What somebody typed stays as typed. */
function shown(value: string, column: ColumnSpec, names: Record<string, Map<string, string>>, isTyped = false): string {
  const name = namesIn(value, column, names);
  if (name) return name;
  const point = language() === "nl" ? value.replace(",", ".") : value;
  if (isTyped || !isNumber(column) || !/^-?\d+(\.\d+)?$/.test(point)) return value;
  return number(Number(point), point.split(".")[1]?.length ?? 0);
}

/** The names of one code, or of several with a stroke between them; empty where none is known. */
function namesIn(value: string, column: ColumnSpec, names: Record<string, Map<string, string>>): string {
  const known = names[column.id];
  const parts = value.split("|").map((part) => part.trim());
  return known && parts.some((part) => known.has(part)) ? parts.map((part) => known.get(part) ?? part).join(" | ") : "";
}

/** What stands there is chosen, so that typing replaces it; unless somebody was quicker than the browser. */
function selectAll(input: HTMLInputElement): void {
  const before = input.value;
  window.setTimeout(() => input.value === before && document.activeElement === input && input.select());
}

function Cell({ row, index, column, at, columns, names, kind, rows, focusCell, readOnly, called }: Props & { column: ColumnSpec; at: number; called: string }): JSX.Element {
  const [editing, setEditing] = useState(false);
  const value = valueOf(row, column.id);
  const wrong = row.draft?.problems.some((problem) => problem.column === column.id);
  const key = (event: KeyboardEvent) => {
    const down = event.key === "ArrowDown" || (event.key === "Enter" && !event.shiftKey);
    const up = event.key === "ArrowUp" || (event.key === "Enter" && event.shiftKey);
    if (event.key === "Escape") return rows.edit(row, column.id, row.record?.cells[column.id] ?? "");
    if (!down && !up) return;
    event.preventDefault();
    focusCell(index + (down ? 1 : -1), at);
  };
  const paste = (event: ClipboardEvent) => {
    const block = event.clipboardData?.getData("text/plain") ?? "";
    if (!isBlock(block)) return;
    event.preventDefault();
    rows.paste(row, columns.map((one) => one.id), column.id, blockOf(block));
  };
  const isTyped = row.draft?.cells[column.id] !== undefined;
  const text = editing ? (isTyped ? value : namesIn(value, column, names) || value) : shown(value, column, names, isTyped);
  if (readOnly) return at === 0 ? <th scope="row">{text}</th> : <td className={isNumber(column) ? "number" : undefined}>{text}</td>;
  return (
    <td className={`cell${wrong ? " cell--wrong" : ""}${isNumber(column) ? " cell--number" : column.kind === "year" ? " cell--short" : isLong(column) ? " cell--long" : ""}`}>
      <input
        data-cell={`${index}.${at}`} value={text} aria-label={`${column.label}, ${called}`} autoComplete="off" spellcheck={false}
        list={names[column.id] ? listId(kind, column.id) : undefined} inputMode={isNumber(column) ? "decimal" : undefined}
        aria-invalid={wrong || undefined} aria-describedby={wrong ? `problems-${index}` : undefined}
        onInput={(event) => rows.edit(row, column.id, event.currentTarget.value)}
        onFocus={(event) => { setEditing(true); selectAll(event.currentTarget); }}
        onBlur={() => setEditing(false)} onKeyDown={key} onPaste={paste}
      />
    </td>
  );
}
