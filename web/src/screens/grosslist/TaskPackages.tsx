// SPDX-License-Identifier: EUPL-1.2
// Tasks that belong together and get one form. Taking one out leaves the rest; the last one takes the package with it.
import type { JSX } from "preact";
import type { GrossTask, LogRecord } from "../../api/types";
import { Button } from "../../parts/Button";
import { Card } from "../../parts/Card";
import { EmptyState } from "../../parts/EmptyState";
import { Icon } from "../../parts/Icon";
import type { Saving } from "../../parts/useSaving";
import { text } from "../../texts/text";
import { PackageBadge } from "./PackageBadge";
import { nameOf, tasksOf } from "./PackageDialog";

interface Props { records: LogRecord[]; tasks: GrossTask[]; leads: boolean; store: Saving["store"] }

export function TaskPackages({ records, tasks, leads, store }: Props): JSX.Element {
  if (!records.length) return <EmptyState title={text("taskPackages.emptyTitle")} says={text("taskPackages.emptySays")} />;
  const dissolve = (record: LogRecord) =>
    void store([{ kind: record.kind, key: record.key, cells: record.cells, expected: record.sequence, withdraw: true }], text("taskPackages.dissolved", { name: nameOf(record) }));
  const drop = (record: LogRecord, task: string) => {
    const left = tasksOf(record).filter((one) => one !== task);
    if (!left.length) return dissolve(record);
    void store([{ kind: record.kind, cells: { ...record.cells, tasks: left.join("|") }, expected: record.sequence }], text("taskPackages.stored", { name: nameOf(record) }));
  };
  return (
    <div className="stack">
      <p>{text("taskPackages.help")}</p>
      <div className="grid">
        {records.map((record) => (
          <Card key={record.key}>
            <h2 className="package-name">{nameOf(record)}</h2>
            <ul className="package-tasks">
              {tasksOf(record).map((id) => {
                const task = tasks.find((one) => one.task === id);
                const name = task?.name ?? id;
                return (
                  <li key={id}>
                    <span>{name}</span>
                    {task?.package && <PackageBadge id={task.package} />}
                    {leads && <button type="button" className="icon-button no-print" onClick={() => drop(record, id)} aria-label={text("taskPackages.drop", { task: name, name: nameOf(record) })}><Icon name="close" /></button>}
                  </li>
                );
              })}
            </ul>
            {leads && <div><Button small look="subtle" onClick={() => dissolve(record)}>{text("taskPackages.dissolve")}<span className="unseen">: {nameOf(record)}</span></Button></div>}
          </Card>
        ))}
      </div>
    </div>
  );
}
