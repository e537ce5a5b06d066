// SPDX-License-Identifier: EUPL-1.2
// One task: what could be done together, what there is already, what the advice is and why; and what one can do about it.
import type { JSX } from "preact";
import { useState } from "react";
import type { GrossTask, Study } from "../../api/types";
import { Button } from "../../parts/Button";
import { Disclosure } from "../../parts/Disclosure";
import { Input } from "../../parts/Field";
import { Sentences } from "../../parts/Sentences";
import { StepLink } from "../../parts/StepLink";
import { listed, number, text, textOr } from "../../texts/text";

interface Props { study: Study; task: GrossTask; rate: () => void; put: ((onList: boolean, note: string) => void) | null }

export function TaskDetail({ study, task, rate, put }: Props): JSX.Element {
  const mayRate = !study.archived && ["facilitator", "administrator", "official"].includes(study.role);
  return (
    <div className="task-detail stack stack--close">
      <p>{task.possibilities}</p>
      {task.existing.length > 0 && <p>{text("grossList.existing", { names: listed(task.existing) })}</p>}
      {task.onList ? <Judged study={study.id} task={task} /> : task.note && <p>{text("grossList.offBecause", { note: task.note })}</p>}
      <div className="row no-print">
        {task.onList && mayRate && <Button small onClick={rate}>{text("grossList.rate")}<span className="unseen">: {task.name}</span></Button>}
        {put && !task.onList && <Button small onClick={() => put(true, "")}>{text("grossList.back")}</Button>}
      </div>
      {put && task.onList && <TakeOff task={task} take={(note) => put(false, note)} />}
    </div>
  );
}

function Judged({ study, task }: { study: string; task: GrossTask }): JSX.Element {
  const step = (what: string) => `task.${task.task}.${what}`;
  const facts = [
    { id: "value", name: text("grossList.value"), shows: task.value && text("grossList.range", { mid: number(task.value.mid, 2), low: number(task.value.low, 2), high: number(task.value.high, 2) }) },
    { id: "feasibility", name: text("grossList.feasibility"), shows: task.feasibility !== undefined && number(task.feasibility, 2) },
    { id: "package", name: text("grossList.sure"), shows: task.certainty !== undefined && text("grossList.share", { share: number(task.certainty * 100) }) },
  ];
  return (
    <>
      <dl className="facts">
        {facts.map((one) => one.shows && <div key={one.id}><dt>{one.name}</dt><dd><StepLink study={study} step={step(one.id)} what={one.name}>{one.shows}</StepLink></dd></div>)}
      </dl>
      <Motives study={study} task={task} />
      {task.why.length > 0 && <Disclosure title={text("finding.why")} open><Sentences list={task.why} /></Disclosure>}
      {(task.whyNot ?? []).length > 0 && <Disclosure title={text("finding.whyNot")}><Sentences list={task.whyNot ?? []} /></Disclosure>}
    </>
  );
}

/** Five small bars; the number beside each opens to its origin. */
function Motives({ study, task }: { study: string; task: GrossTask }): JSX.Element | null {
  if (!task.motives.length) return null;
  return (
    <ul className="motive-bars" aria-label={text("grossList.motives")}>
      {task.motives.map((one) => (
        <li key={one.motive}>
          <span>{one.name} <span className="quiet">({textOr(`basis.${one.basis}`, one.basis)})</span></span>
          <meter min={0} max={1} value={one.score} aria-hidden="true" />
          <StepLink study={study} step={`task.${task.task}.${one.motive}`} what={one.name}>{number(one.score, 2)}</StepLink>
        </li>
      ))}
    </ul>
  );
}

function TakeOff({ task, take }: { task: GrossTask; take: (note: string) => void }): JSX.Element {
  const [note, setNote] = useState("");
  return (
    <Disclosure title={text("grossList.takeOff")}>
      <form className="stack stack--close" onSubmit={(event) => { event.preventDefault(); take(note.trim()); }}>
        <Input id={`off-${task.task}`} label={text("grossList.takeOffWhy")} optional value={note} onChange={setNote} />
        <div><Button small type="submit">{text("grossList.takeOffDo")}</Button></div>
      </form>
    </Disclosure>
  );
}
