// SPDX-License-Identifier: EUPL-1.2
// Municipality by partnership: a dot for who takes part, a diamond for who carries it out; said in words too.
import type { JSX } from "preact";
import type { Partner } from "../../api/partners";
import type { Arrangement } from "../../api/types";
import { StatusBadge } from "../../parts/StatusBadge";
import { StepLink } from "../../parts/StepLink";
import { TableScroll } from "../../parts/Table";
import { counted, day, listed, text } from "../../texts/text";

interface Props { study: string; arrangements: Arrangement[]; partners: Partner[]; nameOf: (id: string) => string }

export function Matrix({ study, arrangements, partners, nameOf }: Props): JSX.Element {
  return (
    <>
      <p className="matrix__key" aria-hidden="true">
        <span><span className="matrix__mark" /> {text("partnerships.takesPart")}</span>
        <span><span className="matrix__mark matrix__mark--host" /> {text("partnerships.carriesOut")}</span>
      </p>
      <TableScroll label={text("partnerships.matrix")}>
        <table className="matrix">
          <caption className="unseen">{text("partnerships.matrix")}</caption>
          <thead>
            <tr>
              <th scope="col">{text("partnerships.partnership")}</th>
              {partners.map((one) => <th key={one.id} scope="col" className="matrix__head">{one.name}</th>)}
              <th scope="col">{text("partnerships.others")}</th>
            </tr>
          </thead>
          <tbody>{arrangements.map((one) => <Row key={one.id} study={study} one={one} partners={partners} nameOf={nameOf} />)}</tbody>
        </table>
      </TableScroll>
    </>
  );
}

function Row({ study, one, partners, nameOf }: { study: string; one: Arrangement } & Pick<Props, "partners" | "nameOf">): JSX.Element {
  const others = one.members.filter((member) => !partners.some((partner) => partner.name === member || partner.id === member)).map(nameOf);
  const host = nameOf(one.host ?? "");
  return (
    <tr>
      <th scope="row">
        <span className="matrix__name"><StepLink study={study} step={`arrangement.${one.id}`}>{one.name}</StepLink></span>{" "}
        {one.expiring && <StatusBadge status="warning">{one.until ? text("partnerships.until", { day: day(one.until) }) : text("partnerships.ending")}</StatusBadge>}
        <span className="matrix__more">{[one.formName, listed(one.tasks)].filter(Boolean).join(": ")}</span>
      </th>
      {partners.map((partner) => <Cell key={partner.id} in={one.members.includes(partner.name)} host={host === partner.name} />)}
      <td className="small">{others.length > 3 ? counted("partnerships.otherMembers", others.length) : others.join(", ")}{others.includes(host) && <> ({text("partnerships.carriesOut")}: {host})</>}</td>
    </tr>
  );
}

function Cell({ in: member, host }: { in: boolean; host: boolean }): JSX.Element {
  const says = host ? text("partnerships.carriesOut") : text("partnerships.takesPart");
  if (!member && !host) return <td className="matrix__cell"><span className="unseen">{text("partnerships.not")}</span></td>;
  return <td className="matrix__cell" title={says}><span className={`matrix__mark${host ? " matrix__mark--host" : ""}`} aria-hidden="true" /><span className="unseen">{says}</span></td>;
}
