// SPDX-License-Identifier: EUPL-1.2
// Administrators and officials side by side: mean, spread, and an honest "too few answers". Hidden until the poll is closed.
import type { JSX } from "preact";
import { usePartners, type Partner } from "../../api/partners";
import { useResource } from "../../api/resource";
import type { Method, ConstructResult, Results } from "../../api/types";
import { Disclosure } from "../../parts/Disclosure";
import { EmptyState } from "../../parts/EmptyState";
import { FindingCard } from "../../parts/FindingCard";
import { Loaded } from "../../parts/Loaded";
import { StepLink } from "../../parts/StepLink";
import { Table } from "../../parts/Table";
import { number, text } from "../../texts/text";

export function PollResults({ study, method }: { study: string; method: Method }): JSX.Element {
  const results = useResource<Results>(`/studies/${study}/results`);
  const partners = usePartners(study);
  return (
    <Loaded resource={results}>{(data) => data.published
      ? <Published study={study} results={data} method={method} partners={partners.data ?? []} />
      : <EmptyState title={text("poll.resultsHidden")} says={text("poll.resultsHiddenSays")} />}</Loaded>
  );
}

function Published({ study, results, method, partners }: { study: string; results: Results; method: Method; partners: Partner[] }): JSX.Element {
  // Never all roles in one heap: the cells of everybody have no role.
  const roles = [...new Set(results.constructs.flatMap((one) => one.cells.flatMap((cell) => cell.role || [])))];
  return (
    <>
      {results.gaps.length > 0 && (
        <section className="stack" aria-labelledby="gaps">
          <h2 id="gaps">{text("poll.gaps")}</h2>
          {results.gaps.map((finding) => <FindingCard key={finding.id} study={study} finding={finding} />)}
        </section>
      )}
      <section className="stack" aria-labelledby="constructs">
        <h2 id="constructs">{text("poll.constructs")}</h2>
        <p className="quiet">{text("poll.scale")}</p>
        {results.constructs.map((construct) => (
          <Disclosure key={construct.id} title={construct.name} open>
            <Construct study={study} cells={construct.cells} roles={roles} method={method} partners={partners} name={construct.name} />
          </Disclosure>
        ))}
      </section>
      <Disclosure title={text("poll.perItem")}><Items study={study} results={results} method={method} /></Disclosure>
    </>
  );
}

const roleName = (method: Method, id: string) => method.roles.find((one) => one.id === id)?.name ?? id;

type Cell = ConstructResult["cells"][number];

function Construct({ study, cells, roles, method, partners, name }: { study: string; cells: Cell[]; roles: string[]; method: Method; partners: Partner[]; name: string }): JSX.Element {
  // Each municipality, and last all of them: the cells without one.
  const rows = [...new Set(cells.map((cell) => cell.partner ?? everybody))].sort((a, b) => Number(a === everybody) - Number(b === everybody));
  return (
    <Table
      caption={name} captionUnseen rows={rows} keyOf={(row) => row}
      columns={[
        { id: "partner", title: text("poll.partner"), heads: true, show: (row) => (row === everybody ? text("poll.everybody") : partners.find((one) => one.id === row)?.name ?? row) },
        ...roles.map((role, i) => ({ id: role, title: roleName(method, role), show: (row: string) => <Mean study={study} cell={cells.find((cell) => (cell.partner ?? everybody) === row && cell.role === role)} second={i % 2 === 1} /> })),
      ]}
    />
  );
}

const everybody = "";
const left = 8;
const step = 36;
const at = (value: number) => left + (value - 1) * step;

function Mean({ study, cell, second }: { study: string; cell: Cell | undefined; second: boolean }): JSX.Element {
  if (!cell || cell.tooFew || cell.mean === undefined) return <span className="too-few">{text("poll.tooFew")}</span>;
  const { mean, low = mean, high = mean } = cell;
  return (
    <span className="side-by-side">
      <span className="side-by-side__mean"><StepLink study={study} step={cell.step ?? ""} what={`${cell.partnerName ?? ""} ${cell.roleName ?? ""}`}>{number(mean, 1)}</StepLink></span>
      <svg className="spread" viewBox="0 0 160 24" aria-hidden="true">
        <line className="spread__line" x1={at(1)} x2={at(5)} y1="12" y2="12" />
        <line className="spread__band" x1={at(low)} x2={at(high)} y1="12" y2="12" />
        {second ? <rect className="spread__mark spread__mark--second" x={at(mean) - 5} y="7" width="10" height="10" /> : <circle className="spread__mark" cx={at(mean)} cy="12" r="6" />}
      </svg>
      <span className="unseen">{text("poll.spread", { low: number(low, 1), high: number(high, 1) })}</span>
    </span>
  );
}

function Items({ study, results, method }: { study: string; results: Results; method: Method }): JSX.Element {
  const roles = [...new Set(results.items.flatMap((item) => item.roles.map((one) => one.role)))];
  return (
    <Table
      caption={text("poll.perItem")} captionUnseen rows={results.items} keyOf={(row) => row.id}
      columns={[
        { id: "item", title: text("poll.subject"), heads: true, show: (row) => row.text },
        ...roles.map((role) => ({
          id: role, title: roleName(method, role), number: true, show: (row: Results["items"][number]) => {
            const one = row.roles.find((given) => given.role === role);
            return one?.mean === undefined ? <span className="too-few">{text("poll.tooFew")}</span> : <StepLink study={study} step={one.step ?? ""} what={`${row.text} ${one.roleName ?? ""} (${text("poll.n", { n: one.n ?? 0 })})`}>{number(one.mean, 1)}</StepLink>;
          },
        })),
      ]}
    />
  );
}
