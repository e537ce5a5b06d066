// SPDX-License-Identifier: EUPL-1.2
// What each indicator adds: its row of the analysis with a bar to the left (development) or to the right (design).
import "./Approach.css";
import type { JSX } from "preact";
import type { ApproachAdvice, TableShape } from "../../api/types";
import { StepLink } from "../../parts/StepLink";
import { TableScroll } from "../../parts/Table";
import { text } from "../../texts/text";

type Row = TableShape["rows"][number];

const shareOf = (row: Row, advice: ApproachAdvice | undefined) =>
  advice?.contributions.find((one) => row.cells[0]?.step === `approach.${one.indicator}`)?.share;

export function Contributions({ study, table, advice }: { study: string; table: TableShape; advice: ApproachAdvice | undefined }): JSX.Element {
  const most = Math.max(0.05, ...(advice?.contributions ?? []).map((one) => Math.abs(one.share)));
  return (
    <TableScroll label={table.title}>
      <table className="table">
        <caption className="unseen">{table.title}</caption>
        <thead>
          <tr>
            <th scope="col">{table.columns[0]}</th>
            <th scope="col" className="number">{table.columns[1]}</th>
            <th scope="col"><span className="contribution-key"><span>{text("approach.development")}</span><span>{text("approach.design")}</span></span></th>
            <th scope="col" className="number">{table.columns[4]}</th>
            <th scope="col" className="number">{table.columns[3]}</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => {
            const [name, value, , weight, share] = row.cells;
            return (
              <tr key={name?.text}>
                <th scope="row">{name?.text}</th>
                <td className="number">{value && <Figure study={study} cell={value} of={table.columns[1]} />}</td>
                <td><Bar share={shareOf(row, advice)} most={most} /></td>
                <td className="number">{share && <Figure study={study} cell={share} of={name?.text} />}</td>
                <td className="number">{weight && <Figure study={study} cell={weight} of={table.columns[3]} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Figure({ study, cell, of }: { study: string; cell: Row["cells"][number]; of: string | undefined }): JSX.Element {
  return cell.step ? <StepLink study={study} step={cell.step} what={of ?? ""}>{cell.text}</StepLink> : <>{cell.text}</>;
}

/** The number stands beside it, so the bar itself need not be read aloud. */
function Bar({ share, most }: { share: number | undefined; most: number }): JSX.Element | null {
  if (share === undefined) return null;
  const length = (Math.abs(share) / most) * 58;
  return (
    <svg className="contribution" viewBox="0 0 120 12" preserveAspectRatio="none" aria-hidden="true">
      <line className="contribution__axis" x1="60" x2="60" y1="0" y2="12" />
      <rect className={`contribution__bar${share < 0 ? " contribution__bar--below" : ""}`} x={share < 0 ? 60 - length : 60} y="2" width={length} height="8" />
    </svg>
  );
}
