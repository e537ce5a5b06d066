// SPDX-License-Identifier: EUPL-1.2
// All tasks that could be shared: what the advice is for each and how sure it is, and what would change it.
import "./grosslist/GrossList.css";
import type { JSX } from "preact";
import { useState } from "react";
import { findingsOf, useAnalysis } from "../api/analysis";
import { useLiveStudy } from "../api/live";
import { useResource } from "../api/resource";
import type { GrossList as Lists, LogRecord, Method, Study } from "../api/types";
import { Disclosure } from "../parts/Disclosure";
import { EmptyState } from "../parts/EmptyState";
import { FindingCard } from "../parts/FindingCard";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { StudyPicture } from "../parts/StudyPicture";
import { Tabs } from "../parts/Tabs";
import { useSaving } from "../parts/useSaving";
import type { Parameters } from "../router/route";
import { text } from "../texts/text";
import { PackageTiles } from "./grosslist/PackageTiles";
import { TaskLists } from "./grosslist/TaskLists";
import { TaskPackages } from "./grosslist/TaskPackages";
import { Weights } from "./grosslist/Weights";

export function GrossList({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  const method = useResource<Method>("/method");
  const lists = useResource<Lists>(`/studies/${id}/gross-list`);
  useLiveStudy(id);
  return (
    <Page title={text("grossList.screen")} lead={text("grossList.lead")} study={id} screen="gross-list">
      <Loaded resource={study}>{(about) => <Loaded resource={method}>{(how) => <Loaded resource={lists}>{(data) => (
        data.lists.some((list) => list.tasks.length > 0)
          ? <Content study={about} method={how} lists={data.lists} />
          : <EmptyState title={text("grossList.emptyTitle")} says={text("grossList.emptySays")} />
      )}</Loaded>}</Loaded>}</Loaded>
    </Page>
  );
}

function Content({ study, method, lists }: { study: Study; method: Method; lists: Lists["lists"] }): JSX.Element {
  const [only, setOnly] = useState("");
  const saving = useSaving(study.id);
  const made = useResource<LogRecord[]>(`/studies/${study.id}/records?kind=package-made`);
  const analysis = useAnalysis(study.id);
  const leads = study.role === "facilitator" && !study.archived;
  const tasks = lists.flatMap((list) => list.tasks);
  return (
    <div className="stack">
      <PackageTiles tasks={tasks} only={only} choose={setOnly} />
      <Disclosure title={text("grossList.inWords")}>
        <div className="stack">{findingsOf(analysis.data, "package").map((finding) => <FindingCard key={finding.id} study={study.id} finding={finding} />)}</div>
      </Disclosure>
      {saving.note}
      <Tabs
        label={text("grossList.tabs")}
        tabs={[
          { id: "lists", title: text("grossList.lists"), show: () => <TaskLists study={study} method={method} lists={lists} only={only} showAll={() => setOnly("")} packages={made.data ?? []} leads={leads} store={saving.store} /> },
          { id: "weights", title: text("grossList.weights"), show: () => <Weights study={study.id} method={method} leads={leads} store={saving.store} /> },
          { id: "packages", title: text("grossList.packages"), show: () => <TaskPackages records={made.data ?? []} tasks={tasks} leads={leads} store={saving.store} /> },
          { id: "certainty", title: text("grossList.certainty"), show: () => <div className="stack"><p>{text("grossList.certaintyHelp")}</p><StudyPicture study={study.id} id="acceptability" wide /></div> },
        ]}
      />
    </div>
  );
}
