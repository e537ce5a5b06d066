// SPDX-License-Identifier: EUPL-1.2
import "./Table.css";
import type { ComponentChildren, JSX } from "preact";
import { useState } from "react";
import { text } from "../texts/text";

export interface Column<Row> {
  id: string;
  title: string;
  show: (row: Row) => ComponentChildren;
  number?: boolean;
  /** Gives this column a sort button. Without it the order of the rows is ours, and means something. */
  sortBy?: (row: Row) => string | number;
  /** The cell that says which row this is. */
  heads?: boolean;
}

interface Props<Row> {
  caption: string;
  captionUnseen?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
}

type Order = { column: string; down: boolean } | null;

function sorted<Row>(rows: Row[], columns: Column<Row>[], order: Order): Row[] {
  const by = columns.find((column) => column.id === order?.column)?.sortBy;
  if (!by || !order) return rows;
  const compare = (a: Row, b: Row) => {
    const [x, y] = [by(a), by(b)];
    return typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), document.documentElement.lang);
  };
  return [...rows].sort((a, b) => (order.down ? compare(b, a) : compare(a, b)));
}

/** A table that scrolls by itself when it is too wide for the page, also with the keyboard. */
export function Table<Row>({ caption, captionUnseen, columns, rows, keyOf }: Props<Row>): JSX.Element {
  const [order, setOrder] = useState<Order>(null);
  const turn = (id: string) => setOrder((old) => (old?.column === id ? { column: id, down: !old.down } : { column: id, down: false }));
  return (
    <TableScroll label={caption}>
      <table className="table">
        <caption className={captionUnseen ? "unseen" : undefined}>{caption}</caption>
        <thead>
          <tr>{columns.map((column) => <HeadCell key={column.id} column={column} order={order} turn={turn} />)}</tr>
        </thead>
        <tbody>
          {sorted(rows, columns, order).map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => column.heads
                ? <th key={column.id} scope="row">{column.show(row)}</th>
                : <td key={column.id} className={column.number ? "number" : undefined}>{column.show(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** What is too wide scrolls inside this box, never the whole page. */
export function TableScroll({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>{children}</div>;
}

function HeadCell<Row>({ column, order, turn }: { column: Column<Row>; order: Order; turn: (id: string) => void }): JSX.Element {
  const mine = order?.column === column.id ? order : null;
  const sort = mine ? (mine.down ? "descending" : "ascending") : undefined;
  return (
    <th scope="col" className={column.number ? "number" : undefined} aria-sort={sort}>
      {column.sortBy
        ? <button type="button" className="table__sort" onClick={() => turn(column.id)}>
            {column.title}<span aria-hidden="true">{mine ? (mine.down ? " ↓" : " ↑") : " ↕"}</span>
            <span className="unseen"> {text("table.sort")}</span>
          </button>
        : column.title}
    </th>
  );
}
