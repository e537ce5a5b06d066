// SPDX-License-Identifier: EUPL-1.2
import "./Studies.css";
import type { JSX } from "preact";
import { useResource } from "../api/resource";
import type { StudyLine } from "../api/types";
import { ButtonLink } from "../parts/Button";
import { Disclosure } from "../parts/Disclosure";
import { EmptyState } from "../parts/EmptyState";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { StatusBadge } from "../parts/StatusBadge";
import { Link } from "../router/Link";
import { day, listed, text, textOr } from "../texts/text";

export function Studies(): JSX.Element {
  const studies = useResource<StudyLine[]>("/studies");
  return (
    <Page title={text("studies.title")} lead={text("studies.lead")} actions={<ButtonLink to="/studies/new">{text("studies.new")}</ButtonLink>}>
      <Loaded resource={studies}>{(all) => all.length === 0 ? <Empty /> : <Lists all={all} />}</Loaded>
    </Page>
  );
}

function Lists({ all }: { all: StudyLine[] }): JSX.Element {
  const archived = all.filter((study) => study.archived);
  return (
    <>
      <StudyList studies={all.filter((study) => !study.archived)} />
      {archived.length > 0 && <Disclosure title={`${text("studies.archive")} (${archived.length})`}><StudyList studies={archived} /></Disclosure>}
    </>
  );
}

function Empty(): JSX.Element {
  return (
    <EmptyState title={text("studies.emptyTitle")} says={text("studies.emptySays")}>
      <ButtonLink to="/studies/new">{text("studies.new")}</ButtonLink>
      <ButtonLink to="/studies/new#example" look="secondary">{text("studies.example")}</ButtonLink>
    </EmptyState>
  );
}

function StudyList({ studies }: { studies: StudyLine[] }): JSX.Element {
  return (
    <ul className="study-list">
      {studies.map((study) => (
        <li key={study.id} className="study-list__item">
          <h2>{study.readable ? <Link to={`/studies/${study.id}`}>{study.title}</Link> : study.title}</h2>
          <p>{study.readable ? listed(study.partners) : text("studies.unreadable")}</p>
          <p className="row small quiet">
            <StatusBadge status={study.readable ? "active" : "warning"}>{textOr(`phase.${study.phase}`, study.phase)}</StatusBadge>
            {study.invented && <StatusBadge>{text("studies.invented")}</StatusBadge>}
            <span>{text("studies.changed", { day: day(study.changed) })}</span>
            <span>{text("studies.yourRole", { role: textOr(`role.${study.role}`, study.role) })}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
