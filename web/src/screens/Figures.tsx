// SPDX-License-Identifier: EUPL-1.2
// Which municipalities take part, what tasks cost them now, and reading both from files.
import type { JSX } from "preact";
import { useMemo, useState } from "react";
import { useLiveStudy } from "../api/live";
import { usePartners, type Partner } from "../api/partners";
import { useResource } from "../api/resource";
import type { LogRecord, Method, Study, TableSpec } from "../api/types";
import { EmptyState } from "../parts/EmptyState";
import { Select } from "../parts/Field";
import { RecordGrid } from "../parts/grid/RecordGrid";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { Progress } from "../parts/Progress";
import { Tabs } from "../parts/Tabs";
import type { Parameters } from "../router/route";
import { text } from "../texts/text";
import { Comparison } from "./Comparison";
import { FileImport } from "./FileImport";

export function Figures({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  const method = useResource<Method>("/method");
  const partners = usePartners(id);
  const joined = useResource<LogRecord[]>(`/studies/${id}/records?kind=partner-joined`);
  useLiveStudy(id);
  return (
    <Page title={text("figures.screen")} lead={text("figures.lead")} study={id} screen="partners">
      <Loaded resource={study}>{(about) => <Loaded resource={method}>{(how) => <Loaded resource={partners}>{(who) => (
        <Tabs
          label={text("figures.tabs")}
          tabs={[
            { id: "figures", title: text("figures.figures"), show: () => <FiguresOfOne study={about} method={how} partners={who} /> },
            { id: "comparison", title: text("comparison.tab"), show: () => <Comparison study={about} partners={who} /> },
            { id: "partners", title: text("figures.partners"), show: () => <Partners study={about} method={how} partners={who} records={joined.data ?? []} /> },
            ...(about.archived ? [] : [{ id: "import", title: text("figures.import"), show: () => <FileImport study={id} /> }]),
          ]}
        />
      )}</Loaded>}</Loaded>}</Loaded>
    </Page>
  );
}

const specOf = (method: Method, kind: string): TableSpec | undefined => method.tables.find((table) => table.kind === kind);

function Partners({ study, method, partners, records }: OfOne & { records: LogRecord[] }): JSX.Element | null {
  const spec = specOf(method, "partner-joined");
  const names = useMemo(() => ({ municipality: new Map(partners.map((one) => [one.id, one.name])) }), [partners]);
  return spec ? <><p>{text("figures.partnersHelp")}</p><RecordGrid study={study.id} spec={spec} records={records} names={names} readOnly={!mayEnter(study)} /></> : null;
}

/** The server decides; this only spares people fields that they may not fill in. */
const mayEnter = (study: Study): boolean => !study.archived && ["facilitator", "official", "controller"].includes(study.role);

interface OfOne { study: Study; method: Method; partners: Partner[] }

function FiguresOfOne({ study, method, partners }: OfOne): JSX.Element | null {
  const spec = specOf(method, "figures-entered");
  const records = useResource<LogRecord[]>(`/studies/${study.id}/records?kind=figures-entered`);
  const [partner, setPartner] = useState(study.partner || (partners[0]?.id ?? ""));
  const fixed = useMemo(() => ({ partner }), [partner]);
  const names = useMemo(() => ({ task: new Map(method.tasks.map((task) => [task.id, task.name])) }), [method]);
  if (!spec) return null;
  const name = partners.find((one) => one.id === partner)?.name ?? partner;
  const mine = study.role === "facilitator" || !study.partner || study.partner === partner;
  return (
    <Loaded resource={records}>{(all) => {
      const here = all.filter((record) => record.cells.partner === partner);
      return (
        <>
          <Select id="partner" label={text("figures.partner")} value={partner} onChange={setPartner} choices={partners.map((one) => ({ value: one.id, label: one.name }))} />
          {here.length ? <Filled name={name} records={here} tasks={method.tasks.length} /> : <EmptyState title={text("figures.emptyTitle", { name })} says={text("figures.emptySays")} />}
          <RecordGrid key={partner} study={study.id} spec={spec} records={here} fixed={fixed} names={names} readOnly={!mayEnter(study) || !mine} />
        </>
      );
    }}</Loaded>
  );
}

function Filled({ name, records, tasks }: { name: string; records: LogRecord[]; tasks: number }): JSX.Element {
  const n = new Set(records.map((record) => record.cells.task)).size;
  return <Progress label={text("figures.coverage", { name, n, all: tasks })} done={n} all={tasks} />;
}
