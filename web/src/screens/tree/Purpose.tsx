// SPDX-License-Identifier: EUPL-1.2
// What working together must bring for this task. Without it no form is advised: form follows function.
import type { JSX } from "preact";
import { useState } from "react";
import type { ApiError } from "../../api/client";
import { save } from "../../api/queue";
import type { Method, Study, TreeView } from "../../api/types";
import { Button } from "../../parts/Button";
import { RadioGroup } from "../../parts/Choices";
import { EmptyState } from "../../parts/EmptyState";
import { Select, TextArea } from "../../parts/Field";
import { Fault } from "../../parts/Loaded";
import { text } from "../../texts/text";

interface Props { study: Study; tree: TreeView; motives: Method["motives"]; partners: { id: string; name: string }[] }

export const mayJudge = (study: Study): boolean => !study.archived && ["facilitator", "administrator", "official"].includes(study.role);

export function Purpose({ study, tree, motives, partners }: Props): JSX.Element {
  const names = new Map(partners.map((one) => [one.id, one.name]));
  return (
    <>
      {tree.function.length === 0
        ? <EmptyState title={text("purpose.none")} says={text("purpose.noneSays")} />
        : (
          <ul className="changes">
            {tree.function.map((one, i) => (
              <li key={i}>
                <strong>{one.name}</strong> ({text("purpose.importance")}: {one.importance}), {one.partner ? names.get(one.partner) ?? one.partner : text("tree.everybody")}
                {one.statement && <p>{one.statement}</p>}
              </li>
            ))}
          </ul>
        )}
      {mayJudge(study) && <Form study={study} subject={tree.subject} motives={motives} partners={partners} />}
    </>
  );
}

function Form({ study, subject, motives, partners }: { study: Study; subject: string; motives: Props["motives"]; partners: Props["partners"] }): JSX.Element {
  const [motive, setMotive] = useState(motives[0]?.id ?? "");
  const [importance, setImportance] = useState("3");
  const [partner, setPartner] = useState(study.partner ?? "");
  const [statement, setStatement] = useState("");
  const [fault, setFault] = useState<ApiError | null>(null);
  const store = async (event: Event) => {
    event.preventDefault();
    const outcome = await save(study.id, [{ kind: "function-stated", cells: { subject, motive, importance, partner, statement } }]);
    setFault(outcome.kind === "refused" ? outcome.error : null);
    if (outcome.kind === "saved") setStatement("");
  };
  return (
    <form className="form" onSubmit={(event) => void store(event)}>
      <h3>{text("purpose.add")}</h3>
      {fault && <Fault error={fault} />}
      <RadioGroup id="motive" label={text("purpose.motive")} value={motive} onChange={setMotive} choices={motives.map((one) => ({ value: one.id, label: one.name, help: one.question }))} />
      <RadioGroup id="importance" label={text("purpose.importance")} inRow value={importance} onChange={setImportance} choices={["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }))} />
      {!study.partner && <Select id="who" label={text("purpose.who")} value={partner} onChange={setPartner} empty={text("tree.everybody")} choices={partners.map((one) => ({ value: one.id, label: one.name }))} />}
      <TextArea id="statement" label={text("purpose.statement")} help={text("purpose.statementHelp")} optional rows={2} value={statement} onChange={setStatement} />
      <Button type="submit" look="primary">{text("purpose.store")}</Button>
    </form>
  );
}
