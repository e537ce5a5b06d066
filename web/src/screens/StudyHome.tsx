// SPDX-License-Identifier: EUPL-1.2
// Where are we, what is the next thing for me, what is missing, and may we go on to the next phase?
import "./StudyHome.css";
import type { JSX } from "preact";
import { useLiveStudy } from "../api/live";
import { useResource } from "../api/resource";
import type { Action, Gate, Missing, Phase, Study } from "../api/types";
import { Alert } from "../parts/Alert";
import { Disclosure } from "../parts/Disclosure";
import { ButtonLink } from "../parts/Button";
import { Icon } from "../parts/Icon";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { Progress } from "../parts/Progress";
import { StatusBadge } from "../parts/StatusBadge";
import { Link } from "../router/Link";
import type { Parameters } from "../router/route";
import { day, text, textOr } from "../texts/text";
import { screenPath } from "./screens";

const roleName = (role: string) => textOr(`role.${role}`, role);

export function StudyHome({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  useLiveStudy(id);
  return (
    <Page title={study.data?.title ?? text("home.screen")} lead={study.data?.question} study={id} screen="home">
      <Loaded resource={study}>{(data) => <Overview study={data} />}</Loaded>
    </Page>
  );
}

function Overview({ study }: { study: Study }): JSX.Element {
  return (
    <>
      {study.invented && <Alert tone="info"><p>{text("home.invented", { what: study.invented })}</p></Alert>}
      {!study.archived && study.retention && isNear(study.retention) && <Alert tone="warning"><p>{text("home.retention", { day: day(study.retention) })}</p></Alert>}
      <Phases phases={study.phases} />
      <Next study={study} />
      <Gates study={study} />
      <StillMissing study={study.id} missing={study.missing} />
    </>
  );
}

const noticeDays = 30;

const isNear = (date: string): boolean => Date.parse(date) - Date.now() < noticeDays * 86_400_000;

function Phases({ phases }: { phases: Phase[] }): JSX.Element {
  return (
    <ol className="phases" aria-label={text("home.phases")}>
      {phases.map((phase) => (
        <li key={phase.id} className={`phases__one phases__one--${phase.state}`} aria-current={phase.state === "now" ? "step" : undefined}>
          <span className="phases__mark" aria-hidden="true">{phase.state === "done" && <Icon name="check" />}</span>
          <span><span className="phases__name">{phase.name}</span> <span className="phases__state">{textOr(`home.phase.${phase.state}`, "")}</span></span>
        </li>
      ))}
    </ol>
  );
}

function Next({ study }: { study: Study }): JSX.Element {
  // The server names the most urgent first; of equals one's own come before what one only sees to.
  const weight = (action: Action) => Number(action.urgent) * 2 + Number(action.role === study.role);
  const [first, ...rest] = [...study.actions].sort((a, b) => weight(b) - weight(a));
  return (
    <section className="stack" aria-labelledby="next">
      <h2 id="next">{text("home.next")}</h2>
      {first ? (
        <div className="next-action">
          <div className="stack stack--close">
            {first.urgent && <p><StatusBadge status="warning">{text("home.urgent")}</StatusBadge></p>}
            <p className="lead">{first.text}</p>
            {first.role !== study.role && <p className="quiet">{text("home.gateBy", { role: roleName(first.role) })}</p>}
          </div>
          <ButtonLink to={screenPath(study.id, first.screen)}>{text("home.start")}</ButtonLink>
        </div>
      ) : <p>{text("home.nextNothing")}</p>}
      {rest.length > 0 && <ActionList study={study.id} role={study.role} actions={rest} />}
    </section>
  );
}

function ActionList({ study, role, actions }: { study: string; role: string; actions: Action[] }): JSX.Element {
  return (
    <ul className="plain-list">
      {actions.map((action) => (
        <li key={action.text}>
          <Link to={screenPath(study, action.screen)}>{action.text}</Link>
          {action.role !== role && <span className="quiet"> {text("home.gateBy", { role: roleName(action.role) })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The gates of the phase we are in; those of earlier phases are out of the way, those of later ones are no one's worry yet. */
function Gates({ study }: { study: Study }): JSX.Element | null {
  const now = study.phases.findIndex((phase) => phase.id === study.phase);
  const earlier = new Set(study.phases.slice(0, Math.max(now, 0)).map((phase) => phase.id));
  const here = study.gates.filter((gate) => gate.phase === study.phase);
  const before = study.gates.filter((gate) => earlier.has(gate.phase));
  if (!here.length && !before.length) return null;
  const done = here.filter((gate) => gate.done).length;
  return (
    <section className="stack" aria-labelledby="gates">
      <h2 id="gates">{text("home.gates")}</h2>
      {here.length > 0 && <Progress label={text("home.gatesCount", { done, all: here.length })} done={done} all={here.length} />}
      <GateList study={study.id} gates={here} />
      {before.length > 0 && <Disclosure title={text("home.finished", { n: before.filter((gate) => gate.done).length })}><GateList study={study.id} gates={before} /></Disclosure>}
    </section>
  );
}

function GateList({ study, gates }: { study: string; gates: Gate[] }): JSX.Element {
  return (
    <ul className="gates">
      {gates.map((gate) => (
        <li key={gate.id} className={gate.done ? "gates__one gates__one--done" : "gates__one"}>
          <span className="gates__mark"><Icon name={gate.done ? "check" : "circle"} /><span className="unseen">{text(gate.done ? "home.gateDone" : "home.gateOpen")}: </span></span>
          <span>
            {gate.done ? gate.text : <Link to={screenPath(study, gate.screen)}>{gate.text}</Link>}
            {!gate.done && <span className="quiet small"> {text("home.gateBy", { role: roleName(gate.by) })}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function StillMissing({ study, missing }: { study: string; missing: Missing[] }): JSX.Element {
  return (
    <section className="stack" aria-labelledby="missing">
      <h2 id="missing">{text("home.missing")}</h2>
      {missing.length === 0 ? <p>{text("home.missingNothing")}</p> : (
        <ul className="plain-list">
          {missing.map((one) => (
            <li key={one.text}>
              <Link to={screenPath(study, one.screen)}>{one.text}</Link>
              <span className="quiet small plain-list__more">{text("home.missingWho", { who: one.who })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
