// SPDX-License-Identifier: EUPL-1.2
// What everybody answered, a column for each municipality, so that a table of people sees where it differs.
import type { JSX } from "preact";
import { useState } from "react";
import type { AskedQuestion, TreeView } from "../../api/types";
import { Check } from "../../parts/Choices";
import { EmptyState } from "../../parts/EmptyState";
import { StatusBadge } from "../../parts/StatusBadge";
import { StepLink } from "../../parts/StepLink";
import { Table, type Column } from "../../parts/Table";
import { number, text } from "../../texts/text";

interface Voice { id: string; name: string }

export function SideBySide({ study, tree }: { study: string; tree: TreeView }): JSX.Element {
  const [onlyApart, setOnlyApart] = useState(false);
  const voices = voicesOf(tree);
  const asked = tree.questions.filter((one) => one.given.length > 0);
  const rows = onlyApart ? asked.filter(isApart) : asked;
  if (asked.length === 0) return <EmptyState title={text("apart.none")} says={text("tree.nothingYet")} />;
  return (
    <>
      <p>{text("apart.says", { n: asked.filter(isApart).length, of: asked.length })}</p>
      <Check id="only-apart" choice={{ label: text("apart.only") }} checked={onlyApart} onChange={setOnlyApart} />
      <Table caption={text("apart.table")} rows={rows} keyOf={(row) => row.id} columns={columns(voices)} />
      <Places study={study} tree={tree} />
    </>
  );
}

/** Everybody who answered anything; the working group as a whole comes first. */
function voicesOf(tree: TreeView): Voice[] {
  const all = new Map<string, string>();
  for (const question of tree.questions) for (const one of question.given) all.set(one.partner ?? "", one.partnerName || text("tree.everybody"));
  return [...all].map(([id, name]) => ({ id, name })).sort((a, b) => Number(a.id !== "") - Number(b.id !== "") || a.name.localeCompare(b.name));
}

/** The answers of one municipality, each with how many gave it. */
function answersOf(question: AskedQuestion, voice: string): [string, number][] {
  const counts = new Map<string, number>();
  const words = new Map(question.answers.map((one) => [one.id, one.text]));
  for (const one of question.given)
    if ((one.partner ?? "") === voice) for (const id of one.answers) counts.set(words.get(id) ?? id, (counts.get(words.get(id) ?? id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

const isApart = (question: AskedQuestion): boolean => new Set(question.given.map((one) => [...one.answers].sort().join("|"))).size > 1;

const columns = (voices: Voice[]): Column<AskedQuestion>[] => [
  { id: "question", title: text("apart.question"), heads: true, show: (row) => <>{row.text}{isApart(row) && <> <StatusBadge status="warning">{text("apart.differs")}</StatusBadge></>}</> },
  ...voices.map((voice) => ({ id: `of-${voice.id}`, title: voice.name, show: (row: AskedQuestion) => <Said answers={answersOf(row, voice.id)} /> })),
];

function Said({ answers }: { answers: [string, number][] }): JSX.Element {
  if (answers.length === 0) return <span className="quiet">{text("apart.noAnswer")}</span>;
  return <>{answers.map(([words, n]) => <div key={words}>{words}{n > 1 && <span className="quiet"> ({n}×)</span>}</div>)}</>;
}

const stepOf = (tree: TreeView, partner: string | undefined): string => `form.${tree.subject}.${partner ? `position.${partner}` : "band"}`;

function Places({ study, tree }: { study: string; tree: TreeView }): JSX.Element | null {
  if (tree.bands.length === 0) return null;
  return (
    <Table caption={text("apart.places")} rows={tree.bands} keyOf={(row) => row.partner ?? ""} columns={[
      { id: "who", title: text("apart.who"), heads: true, show: (row) => row.partnerName || text("tree.everybody") },
      { id: "voices", title: text("apart.voices"), number: true, show: (row) => <StepLink study={study} step={stepOf(tree, row.partner)} what={row.partnerName || text("tree.everybody")}>{number(row.voices)}</StepLink> },
      { id: "place", title: text("apart.place"), number: true, show: (row) => <StepLink study={study} step={stepOf(tree, row.partner)} what={row.partnerName || text("tree.everybody")}>{number(row.position.mid)}</StepLink> },
      { id: "between", title: text("apart.between"), number: true, show: (row) => <StepLink study={study} step={stepOf(tree, row.partner)} what={row.partnerName || text("tree.everybody")}>{`${number(row.position.low)} – ${number(row.position.high)}`}</StepLink> },
    ]} />
  );
}
