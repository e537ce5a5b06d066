// SPDX-License-Identifier: EUPL-1.2
// What a municipality spends beside municipalities like it: the same task fields, from the same accounts.
import "./Comparison.css";
import type { JSX } from "preact";
import { useState } from "react";
import type { Partner } from "../api/partners";
import { useResource } from "../api/resource";
import type { ComparedField, Comparison as Shape, Study } from "../api/types";
import { Alert } from "../parts/Alert";
import { Check } from "../parts/Choices";
import { EmptyState } from "../parts/EmptyState";
import { Select } from "../parts/Field";
import { Loaded } from "../parts/Loaded";
import { StatusBadge } from "../parts/StatusBadge";
import { StepLink } from "../parts/StepLink";
import { Table } from "../parts/Table";
import { number, text } from "../texts/text";

export function Comparison({ study, partners }: { study: Study; partners: Partner[] }): JSX.Element {
  const [partner, setPartner] = useState(study.partner || (partners[0]?.id ?? ""));
  const shape = useResource<Shape>(partner ? `/studies/${study.id}/partners/${partner}/comparison` : null);
  const name = partners.find((one) => one.id === partner)?.name ?? partner;
  return (
    <>
      <Select id="comparison-partner" label={text("figures.partner")} value={partner} onChange={setPartner} choices={partners.map((one) => ({ value: one.id, label: one.name }))} />
      <Loaded resource={shape}>{(data) => data.rows.length === 0
        ? <EmptyState title={text("comparison.none")} says={`${data.missing} ${text("comparison.noneSays")}`} />
        : <Beside study={study.id} name={name} shape={data} />}</Loaded>
    </>
  );
}

function Beside({ study, name, shape }: { study: string; name: string; shape: Shape }): JSX.Element {
  const [onlyApart, setOnlyApart] = useState(false);
  const apart = shape.rows.filter((row) => row.outlier);
  const source = text(shape.kind === "budget" ? "comparison.budget" : "comparison.actual", { year: String(shape.year ?? "") });
  return (
    <>
      {shape.filed === false && <Alert tone="warning"><p>{text("comparison.notFiled", { name })}</p></Alert>}
      <p>{text("comparison.says", { n: apart.length, of: shape.rows.length, name })}</p>
      <p>{text("comparison.with", { names: shape.municipalities.join(", ") })} {shape.step && <StepLink study={study} step={shape.step}>{text("comparison.chosen")}</StepLink>}</p>
      <Check id="only-apart" choice={{ label: text("comparison.onlyApart") }} checked={onlyApart} onChange={setOnlyApart} />
      <Table caption={text("comparison.table", { source })} rows={onlyApart ? apart : shape.rows} keyOf={(row) => row.field} columns={[
        { id: "field", title: text("comparison.field"), heads: true, show: (row) => <>{row.field} {row.name}{row.outlier && <> <StatusBadge status="warning">{text("comparison.apart")}</StatusBadge></>}</> },
        { id: "own", title: name, number: true, sortBy: (row) => row.own ?? -1, show: (row) => <StepLink study={study} step={row.step} what={`${row.field} ${row.name}`}>{euro(row.own)}</StepLink> },
        { id: "median", title: text("comparison.median"), number: true, show: (row) => euro(row.median) },
        { id: "range", title: text("comparison.range"), number: true, show: (row) => row.compared > 0 ? `${euro(row.low)} – ${euro(row.high)}` : text("comparison.unknown") },
        { id: "picture", title: text("comparison.picture"), show: (row) => <Range row={row} /> },
      ]} />
      <p className="quiet small">{text("comparison.note", { source })}</p>
    </>
  );
}

const euro = (value: number | undefined): string => (value === undefined ? text("comparison.unknown") : number(value));

/** From nothing to the highest of the row: the middle half of the others as a bar, their middle as a line, this municipality as a dot. */
function Range({ row }: { row: ComparedField }): JSX.Element {
  const most = Math.max(row.own ?? 0, row.high ?? 0, row.median ?? 0) || 1;
  const x = (value: number) => 6 + (188 * Math.max(value, 0)) / most;
  return (
    <svg className="compared" viewBox="0 0 200 16" aria-hidden="true">
      {row.compared > 0 && <rect className="compared__others" x={x(row.low ?? 0)} y="4" width={Math.max(x(row.high ?? 0) - x(row.low ?? 0), 1)} height="8" />}
      {row.median !== undefined && <line className="compared__middle" x1={x(row.median)} x2={x(row.median)} y1="2" y2="14" />}
      {row.own !== undefined && <circle className={`compared__own${row.outlier ? " compared__own--apart" : ""}`} cx={x(row.own)} cy="8" r="4" />}
    </svg>
  );
}
