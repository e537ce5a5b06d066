// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import type { Coverage, FacilitatorPoll } from "../../api/types";
import { Alert } from "../../parts/Alert";
import { EmptyState } from "../../parts/EmptyState";
import { Table } from "../../parts/Table";
import { text } from "../../texts/text";

/** Who took part, municipality by role, as it happens. Only counts: who answered what is known to nobody. */
export function CoverageMatrix({ poll }: { poll: FacilitatorPoll }): JSX.Element {
  const { coverage, minimum } = poll;
  const roles = [...new Map(coverage.map((one) => [one.role, one.roleName]))];
  const partners = [...new Map(coverage.map((one) => [one.partner, one.partnerName]))].map(([id, name]) => ({ id, name }));
  const of = (partner: string, role: string) => coverage.find((one) => one.partner === partner && one.role === role);
  return (
    <>
      {coverage.every((one) => one.invited === 0)
        ? <EmptyState title={text("poll.coverageEmptyTitle")} says={text("poll.coverageEmptySays")} />
        : <div className="coverage"><Table
            caption={text("poll.coverageTitle")} rows={partners} keyOf={(row) => row.id}
            columns={[
              { id: "partner", title: text("poll.partner"), heads: true, show: (row) => row.name },
              ...roles.map(([role, name]) => ({ id: role, title: name, show: (row: { id: string }) => <Count one={of(row.id, role)} minimum={minimum} /> })),
            ]}
          /></div>}
      <p className="quiet">{text("poll.minimum", { n: minimum })}</p>
      <Alert title={text("poll.anonymity")}><p>{text("poll.anonymitySays")}</p></Alert>
    </>
  );
}

function Count({ one, minimum }: { one: Coverage | undefined; minimum: number }): JSX.Element {
  if (!one?.invited) return <span className="quiet">{text("poll.nobody")}</span>;
  const few = one.answered < minimum;
  return (
    <span className={`coverage__cell${few ? " coverage__cell--few" : ""}`}>
      <span>{text("poll.answered", { answered: one.answered, invited: one.invited })}</span>
      {few && <span className="small">{text("poll.few")}</span>}
      <progress value={one.answered} max={one.invited} aria-hidden="true" />
    </span>
  );
}
