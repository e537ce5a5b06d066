// SPDX-License-Identifier: EUPL-1.2
// The sentence first, then what asks for attention, then who takes part in what, and the pictures last.
import "./Overview.css";
import type { JSX } from "preact";
import { findingsOf, useAnalysis } from "../../api/analysis";
import { useMunicipalityNames, usePartners } from "../../api/partners";
import { useResource } from "../../api/resource";
import type { Analysis, Arrangement, Partnerships } from "../../api/types";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { Disclosure } from "../../parts/Disclosure";
import { EmptyState } from "../../parts/EmptyState";
import { FindingCard } from "../../parts/FindingCard";
import { Loaded } from "../../parts/Loaded";
import { Sentences } from "../../parts/Sentences";
import { StepLink, Traced } from "../../parts/StepLink";
import { StudyPicture } from "../../parts/StudyPicture";
import { counted, day, text } from "../../texts/text";
import { Matrix } from "./Matrix";

export function Overview({ study, enter }: { study: string; enter: () => void }): JSX.Element {
  const partnerships = useResource<Partnerships>(`/studies/${study}/partnerships`);
  const analysis = useAnalysis(study);
  return (
    <Loaded resource={partnerships}>{(data) => data.arrangements.length === 0
      ? <EmptyState title={text("partnerships.emptyTitle")} says={text("partnerships.emptySays")}><Button look="primary" onClick={enter}>{text("partnerships.arrangements")}</Button></EmptyState>
      : <Filled study={study} data={data} analysis={analysis.data} />}</Loaded>
  );
}

function Filled({ study, data, analysis }: { study: string; data: Partnerships; analysis: Analysis | undefined }): JSX.Element {
  const partners = usePartners(study);
  const nameOf = useMunicipalityNames();
  const [seen] = findingsOf(analysis, "map");
  return (
    <div className="stack stack--wide">
      {seen && <FindingCard study={study} finding={{ ...seen, why: [] }} />}
      <Attention study={study} data={data} analysis={analysis} />
      <section className="stack">
        <h2>{text("partnerships.matrix")}</h2>
        <Loaded resource={partners}>{(who) => <Matrix study={study} arrangements={data.arrangements} partners={who} nameOf={nameOf} />}</Loaded>
      </section>
      <Hosts study={study} hosts={data.hosts} />
      <section className="stack" aria-labelledby="pictures">
        <h2 id="pictures">{text("partnerships.pictures")}</h2>
        <div className="partnerships-pictures">
          <StudyPicture study={study} id="network" wide />
          <StudyPicture study={study} id="map" wide />
        </div>
      </section>
    </div>
  );
}

/** What ends soon, and what is arranged twice. Said also when there is nothing, so that nobody has to wonder. */
function Attention({ study, data, analysis }: { study: string; data: Partnerships; analysis: Analysis | undefined }): JSX.Element {
  const ending = data.arrangements.filter((one) => one.expiring);
  return (
    <section className="stack" aria-labelledby="attention">
      <h2 id="attention">{text("partnerships.attention")}</h2>
      <div className="grid">
        <Card>
          <h3>{text("partnerships.expiring")}</h3>
          {ending.length === 0 ? <p>{text("partnerships.expiringNone")}</p> : <ul className="ending">{ending.map((one) => <Ending key={one.id} study={study} one={one} says={findingsOf(analysis, `expiring.${one.id}`)[0]?.says} />)}</ul>}
        </Card>
        <Card>
          <h3>{text("partnerships.overlaps")}</h3>
          {data.overlaps.length === 0 ? <p>{text("partnerships.overlapsNone")}</p> : <Sentences list={data.overlaps} />}
        </Card>
      </div>
    </section>
  );
}

function Ending({ study, one, says }: { study: string; one: Arrangement; says: string | undefined }): JSX.Element {
  return (
    <li>
      <StepLink study={study} step={`arrangement.${one.id}`}>{one.name}</StepLink>
      <span className="ending__says">{says ?? (one.until ? text("partnerships.until", { day: day(one.until) }) : "")}</span>
    </li>
  );
}

/** Many at once tire; the first few are in sight. */
function Hosts({ study, hosts }: { study: string; hosts: Partnerships["hosts"] }): JSX.Element {
  const first = hosts.slice(0, 4);
  const rest = hosts.slice(4);
  const list = (some: Partnerships["hosts"]) => <ul>{some.map((one) => <li key={one.step}><Traced study={study} step={one.step}>{one.says}</Traced></li>)}</ul>;
  return (
    <section className="stack" aria-labelledby="hosts">
      <h2 id="hosts">{text("partnerships.hosts")}</h2>
      <p className="quiet">{text("partnerships.hostsHelp")}</p>
      {hosts.length === 0 ? <p>{text("partnerships.hostsNone")}</p> : list(first)}
      {rest.length > 0 && <Disclosure title={counted("partnerships.more", rest.length)}>{list(rest)}</Disclosure>}
    </section>
  );
}
