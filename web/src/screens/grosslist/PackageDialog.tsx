// SPDX-License-Identifier: EUPL-1.2
// Ticked tasks become a new package, or join one that is there.
import type { JSX } from "preact";
import { useState } from "react";
import type { Cells, LogRecord } from "../../api/types";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { Input, Select } from "../../parts/Field";
import type { Saving } from "../../parts/useSaving";
import { counted, language, text } from "../../texts/text";

interface Props { packages: LogRecord[]; tasks: string[]; store: Saving["store"]; close: () => void; done: () => void }

export const tasksOf = (record: LogRecord): string[] => (record.cells.tasks ?? "").split("|").map((one) => one.trim()).filter(Boolean);
export const nameOf = (record: LogRecord): string => record.cells[`name_${language()}`] || record.cells.name_nl || record.cells.package || "";

/** The first of P1, P2, ... that is free. */
function freeId(packages: LogRecord[]): string {
  const taken = new Set(packages.map((record) => record.cells.package));
  let n = packages.length + 1;
  while (taken.has(`P${n}`)) n += 1;
  return `P${n}`;
}

export function PackageDialog({ packages, tasks, store, close, done }: Props): JSX.Element {
  const [into, setInto] = useState("");
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState("");
  const submit = async (event: Event) => {
    event.preventDefault();
    const record = packages.find((one) => one.key === into);
    if (!record && !name.trim()) return setWrong(text("taskPackages.nameMissing"));
    const all = [...new Set([...(record ? tasksOf(record) : []), ...tasks])].join("|");
    const cells: Cells = record ? { ...record.cells, tasks: all } : { package: freeId(packages), name_nl: name.trim(), name_en: name.trim(), tasks: all };
    if (await store([{ kind: "package-made", cells, expected: record?.sequence ?? 0 }], text("taskPackages.stored", { name: record ? nameOf(record) : name.trim() }))) done();
    else close();
  };
  return (
    <Dialog title={text("grossList.makePackage")} close={close}>
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <p>{counted("grossList.chosen", tasks.length)}</p>
        {packages.length > 0 && <Select id="package-into" label={text("taskPackages.into")} value={into} onChange={setInto} empty={text("taskPackages.new")} choices={packages.map((record) => ({ value: record.key, label: nameOf(record) }))} />}
        {!into && <Input id="package-name" label={text("taskPackages.name")} help={text("taskPackages.nameHelp")} value={name} onChange={setName} error={wrong || undefined} />}
        <div className="row"><Button type="submit" look="primary">{text("taskPackages.store")}</Button><Button look="subtle" onClick={close}>{text("dialog.cancel")}</Button></div>
      </form>
    </Dialog>
  );
}
