// SPDX-License-Identifier: EUPL-1.2
// Entering records as in a spreadsheet. Every cell is a plain text field, so that it works with any keyboard and screen
// reader; arrows and Enter move, a block from Excel can be pasted, and a row saves itself when one leaves it.
import "./RecordGrid.css";
import type { JSX } from "preact";
import { useCallback, useMemo, useRef } from "react";
import { useWaiting } from "../../api/queue";
import type { Cells, ColumnSpec, LogRecord, TableSpec } from "../../api/types";
import { counted, text } from "../../texts/text";
import { Button } from "../Button";
import { Icon } from "../Icon";
import { TableScroll } from "../Table";
import { isNumber, listId } from "./columns";
import { GridRow } from "./GridRow";
import { isUnsaved, type Row } from "./rows";
import { useRows } from "./useRows";

export interface GridProps {
  study: string;
  spec: TableSpec;
  records: LogRecord[];
  /** Cells that every row here has, and that therefore have no column: such as the municipality chosen above. */
  fixed?: Cells;
  /** Columns to leave out. */
  hidden?: string[];
  /** What codes are called, per column, such as the names of tasks. */
  names?: Record<string, Map<string, string>>;
  readOnly?: boolean;
  /** Records come from a list elsewhere: rows can be filled in, not added. */
  noAdding?: boolean;
}

const nothing: Cells = {};

export function RecordGrid({ study, spec, records, fixed = nothing, hidden = [], names = {}, readOnly, noAdding }: GridProps): JSX.Element {
  const rows = useRows(study, spec, records, fixed);
  const table = useRef<HTMLTableElement>(null);
  const columns = useMemo(() => spec.columns.filter((column) => !(column.id in fixed) && !hidden.includes(column.id)), [spec, fixed, hidden]);
  const focusCell = useCallback((row: number, column: number) => {
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`)?.focus();
  }, []);
  const addRow = () => {
    rows.add();
    window.setTimeout(() => focusCell(rows.rows.length, 0));
  };
  return (
    <div className="record-grid stack stack--close">
      <Lists columns={columns} names={names} kind={spec.kind} />
      <TableScroll label={spec.name}>
        <table className="grid-table" ref={table}>
          <caption className="unseen">{spec.name}</caption>
          <thead>
            <tr>
              {columns.map((column) => <HeadCell key={column.id} column={column} />)}
              <th scope="col"><span className="unseen">{text("grid.state")}</span></th>
            </tr>
          </thead>
          <tbody>
            {rows.rows.map((row, i) => (
              <GridRow key={row.id} row={row} index={i} columns={columns} names={names} kind={spec.kind} rows={rows} focusCell={focusCell} readOnly={!!readOnly} noAdding={!!noAdding} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {!readOnly && (
        <div className="row row--apart no-print">
          <div className="row" role="toolbar" aria-label={text("grid.tools")}>
            {!noAdding && <Button small icon="plus" onClick={addRow}>{text("grid.add")}</Button>}
            <Button small look="subtle" icon="undo" disabled={!rows.undo} onClick={() => rows.undo?.()}>{text("grid.undo")}</Button>
          </div>
          <SaveState study={study} rows={rows.rows} notice={rows.notice} />
        </div>
      )}
      {!readOnly && <p className="quiet small no-print">{text("grid.help")}</p>}
    </div>
  );
}

function HeadCell({ column }: { column: ColumnSpec }): JSX.Element {
  return (
    <th scope="col" title={column.explanation} className={isNumber(column) ? "number" : undefined}>
      {column.label}{column.need === "must" && <span className="unseen"> ({text("grid.must")})</span>}
    </th>
  );
}

/** The names a cell can hold, for the browser's own suggestions while typing. */
function Lists({ columns, names, kind }: { columns: ColumnSpec[]; names: Record<string, Map<string, string>>; kind: string }): JSX.Element {
  return (
    <>
      {columns.filter((column) => names[column.id]).map((column) => (
        <datalist key={column.id} id={listId(kind, column.id)}>
          {[...(names[column.id]?.values() ?? [])].map((name) => <option key={name} value={name} />)}
        </datalist>
      ))}
    </>
  );
}

function SaveState({ study, rows, notice }: { study: string; rows: Row[]; notice: string }): JSX.Element {
  const sending = useWaiting(study);
  const wrong = rows.filter((row) => row.draft && (row.draft.state === "refused" || row.draft.state === "conflict")).length;
  const typing = rows.filter((row) => row.draft && isUnsaved(row.draft) && row.draft.state === "typing").length;
  if (notice) return <p className="grid-state grid-state--wrong small" role="status">{notice}</p>;
  const says = wrong ? counted("grid.wrong", wrong)
    : sending ? (navigator.onLine ? text("grid.saving") : text("grid.offline"))
    : typing ? text("grid.typing") : text("grid.saved");
  return <p className={`grid-state small${wrong ? " grid-state--wrong" : ""}`} role="status">{!wrong && !sending && !typing && <Icon name="check" />}{says}</p>;
}
