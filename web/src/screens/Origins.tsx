// SPDX-License-Identifier: EUPL-1.2
// Where everything comes from: every conclusion to open, the log with undo, and what the analysis was made with.
import type { JSX } from "preact";
import { useState } from "react";
import { useAnalysis } from "../api/analysis";
import { useLiveStudy } from "../api/live";
import { useResource } from "../api/resource";
import type { Analysis, Study } from "../api/types";
import { FindingCard } from "../parts/FindingCard";
import { Input } from "../parts/Field";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { StepLink } from "../parts/StepLink";
import { Table } from "../parts/Table";
import { Tabs } from "../parts/Tabs";
import type { Parameters } from "../router/route";
import { counted, number, text } from "../texts/text";
import { EventLog } from "./origins/EventLog";

export function Origins({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  const analysis = useAnalysis(id);
  useLiveStudy(id);
  return (
    <Page title={text("origins.screen")} lead={text("origins.lead")} study={id} screen="origins">
      <Loaded resource={study}>{(about) => <Loaded resource={analysis}>{(data) => (
        <Tabs label={text("origins.screen")} tabs={[
          { id: "findings", title: text("origins.findings"), show: () => <Findings study={id} analysis={data} /> },
          { id: "log", title: text("origins.log"), show: () => <EventLog study={about} /> },
          { id: "assumptions", title: text("origins.assumptions"), show: () => <Assumptions study={id} analysis={data} /> },
          { id: "receipt", title: text("origins.receipt"), show: () => <Receipt analysis={data} /> },
        ]} />
      )}</Loaded>}</Loaded>
    </Page>
  );
}

const shown = 12;

function Findings({ study, analysis }: { study: string; analysis: Analysis }): JSX.Element {
  const [wanted, setWanted] = useState("");
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const found = analysis.findings.filter((one) => words.every((word) => `${one.says} ${one.id}`.toLowerCase().includes(word)));
  return (
    <>
      <Input id="search" label={text("origins.search")} help={text("origins.searchHelp")} value={wanted} onChange={setWanted} />
      <h2 aria-live="polite">{counted("origins.found", found.length)}</h2>
      {found.slice(0, shown).map((finding) => <FindingCard key={finding.id} study={study} finding={finding} />)}
      {found.length > shown && <p className="quiet">{text("origins.more", { n: found.length - shown })}</p>}
    </>
  );
}

function Assumptions({ study, analysis }: { study: string; analysis: Analysis }): JSX.Element {
  return (
    <>
      <p>{text("origins.assumptionsHelp")}</p>
      <Table
        caption={text("origins.assumptions")} captionUnseen rows={analysis.assumptions.map((one, i) => ({ ...one, i }))} keyOf={(row) => String(row.i)}
        columns={[
          { id: "name", title: text("origins.assumption"), heads: true, sortBy: (row) => row.name, show: (row) => row.name },
          { id: "value", title: text("origins.value"), number: true, show: (row) => <StepLink study={study} step={row.step} what={row.name}>{number(row.value, Number.isInteger(row.value) ? 0 : 3)}</StepLink> },
          { id: "range", title: text("origins.range"), number: true, show: (row) => row.low !== undefined && row.high !== undefined && <StepLink study={study} step={row.step} what={row.name}>{`${number(row.low, 2)} – ${number(row.high, 2)}`}</StepLink> },
          { id: "by", title: text("origins.by"), sortBy: (row) => row.givenBy, show: (row) => text(row.givenBy === "study" ? "origins.byStudy" : "origins.byMethod") },
          { id: "source", title: text("origins.source"), show: (row) => row.source },
        ]}
      />
    </>
  );
}

function Receipt({ analysis }: { analysis: Analysis }): JSX.Element {
  const { receipt } = analysis;
  const lines: [string, string][] = [
    [text("origins.engine"), receipt.engine], [text("origins.method"), receipt.pack], [text("origins.draws"), `${number(receipt.draws)} (${receipt.seed})`],
    [text("origins.studyHash"), receipt.studyHash], [text("origins.packHash"), receipt.packHash], [text("origins.referenceHash"), receipt.referenceHash], [text("origins.resultHash"), receipt.resultHash],
  ];
  return (
    <>
      <p>{text("origins.receiptHelp")}</p>
      <Table caption={text("origins.receipt")} captionUnseen rows={lines} keyOf={(row) => row[0]} columns={[
        { id: "what", title: text("origins.what"), heads: true, show: (row) => row[0] },
        { id: "value", title: text("origins.value"), show: (row) => <code className="code">{row[1]}</code> },
      ]} />
    </>
  );
}
