// SPDX-License-Identifier: EUPL-1.2
// The continuum from full self-control to divestment, with every task on it; why a task stands where it stands; and the
// legal forms with what they mean.
import "./Continuum.css";
import type { JSX } from "preact";
import { useState } from "react";
import { findingsOf, useAnalysis } from "../api/analysis";
import { useLiveStudy } from "../api/live";
import { useResource } from "../api/resource";
import type { Analysis, Form, Method, Subject } from "../api/types";
import { Disclosure } from "../parts/Disclosure";
import { EmptyState } from "../parts/EmptyState";
import { FindingCard } from "../parts/FindingCard";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { StepLink } from "../parts/StepLink";
import { StudyPicture } from "../parts/StudyPicture";
import { Table } from "../parts/Table";
import { Link } from "../router/Link";
import type { Parameters } from "../router/route";
import { day, number, text } from "../texts/text";

export function Continuum({ study: id = "" }: Parameters): JSX.Element {
  const analysis = useAnalysis(id);
  const method = useResource<Method>("/method");
  const subjects = useResource<Subject[]>(`/studies/${id}/subjects`);
  useLiveStudy(id);
  return (
    <Page title={text("continuum.screen")} lead={text("continuum.lead")} study={id} screen="continuum">
      <StudyPicture study={id} id="continuum" wide />
      <Loaded resource={subjects}>{(all) => <Loaded resource={analysis}>{(data) => <Advised study={id} subjects={all} analysis={data} />}</Loaded>}</Loaded>
      <Loaded resource={analysis}>{(data) => <Preferences study={id} analysis={data} />}</Loaded>
      <Loaded resource={method}>{(how) => <Forms study={id} forms={how.forms} />}</Loaded>
    </Page>
  );
}

const positionOf = (subject: Subject) => subject.position?.mid ?? subject.today ?? null;

function Advised({ study, subjects, analysis }: { study: string; subjects: Subject[]; analysis: Analysis }): JSX.Element {
  const [chosen, setChosen] = useState("");
  const told = subjects.filter((one) => one.answers > 0 || one.form);
  const finding = analysis.findings.find((one) => one.id === `form.${chosen}`);
  if (told.length === 0)
    return <EmptyState title={text("continuum.none")} says={text("continuum.noneSays")}><Link to={`/studies/${study}/tree`}>{text("continuum.toTree")}</Link></EmptyState>;
  return (
    <section className="stack" aria-labelledby="why">
      <h2 id="why">{text("continuum.why")}</h2>
      <p className="quiet">{text("continuum.whyHelp")}</p>
      <Table
        caption={text("continuum.subjects")} captionUnseen rows={told} keyOf={(row) => row.subject}
        columns={[
          { id: "name", title: text("continuum.subject"), heads: true, sortBy: (row) => row.name, show: (row) => (
            <button type="button" className="link-button" aria-expanded={chosen === row.subject} onClick={() => setChosen(chosen === row.subject ? "" : row.subject)}>{row.name}</button>) },
          { id: "form", title: text("continuum.form"), show: (row) => row.formName || text("continuum.noForm") },
          { id: "position", title: text("continuum.position"), number: true, sortBy: (row) => positionOf(row) ?? -1, show: (row) => row.position && <StepLink study={study} step={`form.${row.subject}.band`} what={row.name}>{`${number(row.position.mid)} (${number(row.position.low)}–${number(row.position.high)})`}</StepLink> },
          { id: "today", title: text("continuum.today"), number: true, show: (row) => row.today !== undefined && <StepLink study={study} step={`form.${row.subject}.today`} what={row.name}>{number(row.today)}</StepLink> },
        ]}
      />
      <div aria-live="polite">{chosen && (finding ? <FindingCard study={study} finding={finding} /> : <p>{text("continuum.noAdvice")}</p>)}</div>
    </section>
  );
}

function Preferences({ study, analysis }: { study: string; analysis: Analysis }): JSX.Element | null {
  const stated = findingsOf(analysis, "preference");
  if (stated.length === 0) return null;
  return (
    <section className="stack">
      <h2>{text("continuum.preferences")}</h2>
      <p className="quiet">{text("continuum.preferencesHelp")}</p>
      {stated.map((finding) => <FindingCard key={finding.id} study={study} finding={finding} />)}
    </section>
  );
}

function Forms({ study, forms }: { study: string; forms: Form[] }): JSX.Element {
  return (
    <section className="stack" aria-labelledby="forms">
      <h2 id="forms">{text("continuum.forms")}</h2>
      <p className="quiet">{text("continuum.formsHelp")}</p>
      <ul className="form-cards">
        {forms.map((form) => (
          <li key={form.id} className="form-card">
            <h3>{form.name}</h3>
            <p>{form.summary}</p>
            <Disclosure title={text("continuum.consequences")}>
              <dl className="form-card__facts">
                <Fact title={text("continuum.steering")} says={form.steering} />
                <Fact title={text("continuum.staff")} says={form.staff} />
                <Fact title={text("continuum.exit")} says={form.exit} />
                <Fact title={text("continuum.tax")} says={form.tax} />
                <dt>{text("continuum.setup")}</dt>
                <dd><Setup study={study} form={form} part="months" range={form.setupMonths} />; <Setup study={study} form={form} part="cost" range={form.setupCost} /></dd>
                <Fact title={text("continuum.law")} says={form.legalBasis.join("; ")} />
              </dl>
              {form.checkedOn && <p className="quiet small">{text("continuum.checked", { day: day(form.checkedOn) })}</p>}
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What setting it up takes, opening to the method's dossier. */
function Setup({ study, form, part, range: [low = 0, high = 0] }: { study: string; form: Form; part: "months" | "cost"; range: number[] }): JSX.Element {
  return <StepLink study={study} step={`dossier.${form.id}.${part}`} what={form.name}>{text(`continuum.${part}`, { low: number(low), high: number(high) })}</StepLink>;
}

function Fact({ title, says }: { title: string; says: string }): JSX.Element | null {
  return says ? <><dt>{title}</dt><dd>{says}</dd></> : null;
}
