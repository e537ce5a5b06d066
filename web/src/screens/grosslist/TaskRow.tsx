// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useState } from "react";
import type { GrossTask, Study } from "../../api/types";
import { Icon } from "../../parts/Icon";
import { StatusBadge } from "../../parts/StatusBadge";
import { StepLink } from "../../parts/StepLink";
import { number, text } from "../../texts/text";
import { PackageBadge } from "./PackageBadge";
import { TaskDetail } from "./TaskDetail";

interface Props {
  study: Study;
  task: GrossTask;
  /** Null: this reader makes no packages. */
  chosen: boolean | null;
  choose: () => void;
  rate: () => void;
  put: ((onList: boolean, note: string) => void) | null;
}

/** Below this share of the draws the place of a task is not firm. */
const firm = 0.7;

export function TaskRow({ study, task, chosen, choose, rate, put }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  const unsure = task.certainty !== undefined && task.certainty < firm;
  return (
    <li className="task-row">
      <div className="task-row__head">
        {chosen !== null && task.onList ? <input type="checkbox" className="task-row__tick" checked={chosen} onChange={choose} aria-label={text("grossList.tick", { task: task.name })} /> : <span />}
        <button type="button" className="task-row__name" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name={open ? "down" : "right"} /><span>{task.name}</span>
        </button>
        <span className="task-row__state">
          {unsure && <span className="small quiet"><StepLink study={study.id} step={`task.${task.task}.package`} what={task.name}>{text("grossList.unsure", { share: number(task.certainty! * 100) })}</StepLink></span>}
          {task.onList ? task.package && <PackageBadge id={task.package} /> : <StatusBadge>{text("grossList.off")}</StatusBadge>}
        </span>
      </div>
      {open && <TaskDetail study={study} task={task} rate={rate} put={put} />}
    </li>
  );
}
