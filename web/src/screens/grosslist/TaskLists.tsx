// SPDX-License-Identifier: EUPL-1.2
// The four lists beside the map. A task opens in place; tasks that belong together are ticked and made a package.
import type { JSX } from "preact";
import { useState } from "react";
import { useResource } from "../../api/resource";
import type { GrossTask, LogRecord, Method, Study, TaskList } from "../../api/types";
import type { Saving } from "../../parts/useSaving";
import { Button } from "../../parts/Button";
import { Disclosure } from "../../parts/Disclosure";
import { Input } from "../../parts/Field";
import { counted, text } from "../../texts/text";
import { OpportunityMap } from "./OpportunityMap";
import { packageName } from "./PackageBadge";
import { PackageDialog } from "./PackageDialog";
import { RatingDialog } from "./RatingDialog";
import { TaskRow } from "./TaskRow";

interface Props {
  study: Study;
  method: Method;
  lists: TaskList[];
  /** Show only tasks of this package of the advice; empty: all. */
  only: string;
  showAll: () => void;
  packages: LogRecord[];
  leads: boolean;
  store: Saving["store"];
}

const plain = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function TaskLists({ study, method, lists, only, showAll, packages, leads, store }: Props): JSX.Element {
  const [wanted, setWanted] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const [making, setMaking] = useState(false);
  const [rating, setRating] = useState<GrossTask | null>(null);
  const listed = useResource<LogRecord[]>(`/studies/${study.id}/records?kind=task-listed`);
  const fits = (task: GrossTask) => (!only || task.package === only) && plain(task.name).includes(plain(wanted.trim()));
  const toggle = (id: string) => setChosen((old) => (old.includes(id) ? old.filter((one) => one !== id) : [...old, id]));
  const shown = lists.map((list) => ({ ...list, tasks: list.tasks.filter(fits) }));
  const narrowed = only !== "" || wanted.trim() !== "";
  const put = (task: GrossTask, onList: boolean, note: string) => {
    const record = listed.data?.find((one) => one.cells.task === task.task);
    const cells = { ...record?.cells, task: task.task, on_list: onList ? "ja" : "nee", note };
    void store([{ kind: "task-listed", cells, expected: record?.sequence ?? 0 }], text(onList ? "grossList.putBack" : "grossList.tookOff", { task: task.name }));
  };
  return (
    <div className="beside-map">
      <div className="stack">
        <Input id="find-task" label={text("grossList.find")} type="search" value={wanted} onChange={setWanted} />
        {only && <p className="row"><span>{text("grossList.only", { package: packageName(only) })}</span><button type="button" className="link-button" onClick={showAll}>{text("grossList.showAll")}</button></p>}
        {shown.map((list) => (!narrowed || list.tasks.length > 0) && (
          <Disclosure key={`${list.group}-${narrowed}`} title={`${list.name} (${list.tasks.filter((task) => task.onList).length})`} open={narrowed || list === shown[0]}>
            <p className="quiet small">{list.explanation}</p>
            <ul className="task-list">
              {list.tasks.map((task) => <TaskRow key={task.task} study={study} task={task} chosen={leads ? chosen.includes(task.task) : null} choose={() => toggle(task.task)} rate={() => setRating(task)} put={leads ? (onList, note) => put(task, onList, note) : null} />)}
            </ul>
          </Disclosure>
        ))}
        {narrowed && shown.every((list) => list.tasks.length === 0) && <p role="status">{text("grossList.nothingFits")}</p>}
        {leads && chosen.length > 0 && (
          <div className="chosen-bar row row--apart" role="status">
            <span>{counted("grossList.chosen", chosen.length)}</span>
            <span className="row">
              <Button small look="primary" onClick={() => setMaking(true)}>{text("grossList.makePackage")}</Button>
              <Button small look="subtle" onClick={() => setChosen([])}>{text("grossList.chooseNone")}</Button>
            </span>
          </div>
        )}
      </div>
      <OpportunityMap study={study.id} />
      {making && <PackageDialog packages={packages} tasks={chosen} store={store} close={() => setMaking(false)} done={() => { setMaking(false); setChosen([]); }} />}
      {rating && <RatingDialog study={study} method={method} task={rating} store={store} close={() => setRating(null)} />}
    </div>
  );
}
