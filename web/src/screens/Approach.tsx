// SPDX-License-Identifier: EUPL-1.2
// Design or development approach: the advice, what it rests on, and what the steering group makes of it.
import type { JSX } from "preact";
import { findingsOf, useAnalysis } from "../api/analysis";
import { useLiveStudy } from "../api/live";
import { useResource } from "../api/resource";
import type { Analysis, Method, Study, TableShape } from "../api/types";
import { FindingCard } from "../parts/FindingCard";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { Table } from "../parts/Table";
import type { Parameters } from "../router/route";
import { text } from "../texts/text";
import { Contributions } from "./approach/Contributions";
import { Decision } from "./approach/Decision";
import { Indicators } from "./approach/Indicators";
import { Scale } from "./approach/Scale";

export function Approach({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  const analysis = useAnalysis(id);
  const method = useResource<Method>("/method");
  useLiveStudy(id);
  return (
    <Page title={text("approach.screen")} lead={text("approach.lead")} study={id} screen="approach">
      <Loaded resource={study}>{(about) => <Loaded resource={method}>{(how) => <Loaded resource={analysis}>{(data) => (
        <Content study={about} method={how} analysis={data} />
      )}</Loaded>}</Loaded>}</Loaded>
    </Page>
  );
}

function Content({ study, method, analysis }: { study: Study; method: Method; analysis: Analysis }): JSX.Element {
  const table = useResource<TableShape>(`/studies/${study.id}/tables/indicators`);
  const [advice] = findingsOf(analysis, "approach");
  const leads = study.role === "facilitator" && !study.archived;
  return (
    <>
      <section className="stack" aria-labelledby="advice">
        <h2 id="advice" className="unseen">{text("finding.advice")}</h2>
        {analysis.approach && <Scale advice={analysis.approach} />}
        {advice && <FindingCard study={study.id} finding={advice} />}
      </section>
      <Decision study={study.id} advice={analysis.approach} mayDecide={leads} />
      <section className="stack" aria-labelledby="contributions">
        <h2 id="contributions">{text("approach.contributions")}</h2>
        <p className="quiet">{text("approach.contributionsHelp")}</p>
        <Loaded resource={table}>{(data) => <Contributions study={study.id} table={data} advice={analysis.approach} />}</Loaded>
      </section>
      <Guards advice={analysis.approach} />
      <Indicators study={study.id} method={method} known={analysis.approach?.contributions.map((one) => one.indicator) ?? []} readOnly={!leads} />
    </>
  );
}

function Guards({ advice }: { advice: Analysis["approach"] | undefined }): JSX.Element | null {
  if (!advice?.guards.length) return null;
  return (
    <section className="stack">
      <h2>{text("approach.guards")}</h2>
      <Table
        caption={text("approach.guards")} captionUnseen rows={advice.guards.map((one, i) => ({ ...one, i }))} keyOf={(row) => String(row.i)}
        columns={[
          { id: "pitfall", title: text("approach.pitfall"), heads: true, show: (row) => row.pitfall },
          { id: "measure", title: text("approach.measure"), show: (row) => row.measure },
        ]}
      />
    </section>
  );
}
