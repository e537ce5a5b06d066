// SPDX-License-Identifier: EUPL-1.2
// The decision tree for one task or package: what working together must bring, the questions with everybody's answers,
// and what follows from them.
import "./tree/Tree.css";
import type { JSX } from "preact";
import { useState } from "react";
import { useLiveStudy } from "../api/live";
import { usePartners } from "../api/partners";
import { useResource } from "../api/resource";
import type { Method, Study, Subject, TreeView } from "../api/types";
import { Button } from "../parts/Button";
import { EmptyState } from "../parts/EmptyState";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { Tabs } from "../parts/Tabs";
import { TypeAhead } from "../parts/TypeAhead";
import type { Parameters } from "../router/route";
import { text } from "../texts/text";
import { Outcome } from "./tree/Outcome";
import { Purpose } from "./tree/Purpose";
import { Questions } from "./tree/Questions";
import { SideBySide } from "./tree/SideBySide";

export function Tree({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  const subjects = useResource<Subject[]>(`/studies/${id}/subjects`);
  useLiveStudy(id);
  return (
    <Page title={text("tree.screen")} lead={text("tree.lead")} study={id} screen="tree">
      <Loaded resource={study}>{(about) => <Loaded resource={subjects}>{(all) => <OneSubject study={about} subjects={all} />}</Loaded>}</Loaded>
    </Page>
  );
}

/** Packages and what was answered before come first: that is what people come back for. */
const byUse = (subjects: Subject[]) => [...subjects].sort((a, b) => Number(b.isPackage) - Number(a.isPackage) || b.answers - a.answers);

function OneSubject({ study, subjects }: { study: Study; subjects: Subject[] }): JSX.Element {
  const sorted = byUse(subjects);
  const [chosen, setChosen] = useState(sorted[0]?.subject ?? "");
  const tree = useResource<TreeView>(chosen ? `/studies/${study.id}/tree/${encodeURIComponent(chosen)}` : null);
  if (sorted.length === 0) return <EmptyState title={text("tree.noSubjects")} says={text("tree.noSubjectsSays")} />;
  return (
    <>
      <TypeAhead id="subject" label={text("tree.subject")} help={text("tree.subjectHelp")} all={sorted.map((one) => ({ id: one.subject, name: one.name, more: one.isPackage ? text("tree.package") : one.subject }))} choose={setChosen} />
      <Shortcuts subjects={sorted} chosen={chosen} choose={setChosen} />
      <Loaded resource={tree}>{(data) => <Walk key={chosen} study={study} tree={data} />}</Loaded>
    </>
  );
}

/** Packages and what was answered before, one press away; the rest is found by typing. */
function Shortcuts({ subjects, chosen, choose }: { subjects: Subject[]; chosen: string; choose: (subject: string) => void }): JSX.Element | null {
  const near = subjects.filter((one) => one.isPackage || one.answers > 0);
  if (near.length < 2) return null;
  return (
    <div className="row" role="group" aria-label={text("tree.near")}>
      {near.map((one) => <Button key={one.subject} small look={one.subject === chosen ? "primary" : "secondary"} aria-pressed={one.subject === chosen} onClick={() => choose(one.subject)}>{one.name}</Button>)}
    </div>
  );
}

function Walk({ study, tree }: { study: Study; tree: TreeView }): JSX.Element {
  const method = useResource<Method>("/method");
  const partners = usePartners(study.id);
  return (
    <section className="stack" aria-labelledby="chosen">
      <h2 id="chosen">{tree.name}</h2>
      <Loaded resource={method}>{(how) => <Loaded resource={partners}>{(all) => (
        <Tabs label={tree.name} tabs={[
          { id: "outcome", title: text("tree.outcome"), show: () => <Outcome study={study.id} tree={tree} /> },
          { id: "purpose", title: text("tree.purpose"), show: () => <Purpose study={study} tree={tree} motives={how.motives} partners={all} /> },
          { id: "questions", title: text("tree.questions"), show: () => <Questions study={study} tree={tree} partners={all} /> },
          { id: "apart", title: text("apart.tab"), show: () => <SideBySide study={study.id} tree={tree} /> },
        ]} />
      )}</Loaded>}</Loaded>
    </section>
  );
}
