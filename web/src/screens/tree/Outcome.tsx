// SPDX-License-Identifier: EUPL-1.2
// What the answers add up to: advice, place on the continuum with everybody's own, forms with how sure they are, and what
// the law rules out.
import type { JSX } from "preact";
import type { TreeView } from "../../api/types";
import { Alert } from "../../parts/Alert";
import { FindingCard } from "../../parts/FindingCard";
import { PictureView } from "../../parts/PictureView";
import { StepLink } from "../../parts/StepLink";
import { number, text } from "../../texts/text";
import { RuledOut } from "./WalkSoFar";

export function Outcome({ study, tree }: { study: string; tree: TreeView }): JSX.Element {
  const inRace = tree.forms.filter((form) => !form.knockedOut);
  const out = tree.forms.filter((form) => form.knockedOut);
  return (
    <>
      {tree.finding ? <FindingCard study={study} finding={tree.finding} /> : <Alert tone="info"><p>{tree.missing || text("tree.nothingYet")}</p></Alert>}
      {tree.bands.length > 0 && <Positions tree={tree} />}
      {inRace.length > 0 && <section className="stack"><h3>{text("tree.forms")}</h3><p className="quiet">{text("tree.formsHelp")}</p><ul className="form-shares">{inRace.map((form) => <Share key={form.form} study={study} step={`form.${tree.subject}.share.${form.form}`} name={form.name} share={form.share} />)}</ul></section>}
      {out.length > 0 && (
        <section className="stack">
          <h3>{text("tree.ruledOut")}</h3>
          <RuledOut forms={out} />
        </section>
      )}
      {tree.principles.length > 0 && <section className="stack"><h3>{text("tree.principles")}</h3><ol>{tree.principles.map((one, i) => <li key={i}>{one}</li>)}</ol></section>}
      {tree.picture && <PictureView study={study} picture={tree.picture} wide />}
    </>
  );
}

function Share({ study, step, name, share }: { study: string; step: string; name: string; share: number }): JSX.Element {
  return (
    <li>
      <span>{name}</span>
      <span className="row">
        <svg className="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect x="0" y="0" height="10" width={Math.max(share * 100, 0.5)} /></svg>
        <strong><StepLink study={study} step={step} what={name}>{`${number(share * 100)} %`}</StepLink></strong>
      </span>
    </li>
  );
}

/** Everybody's place on the axis from 0, all oneself, to 100, all at a distance. The same numbers stand in the table of the continuum. */
function Positions({ tree }: { tree: TreeView }): JSX.Element {
  const height = 40 + tree.bands.length * 26;
  const said = tree.bands.map((band) => `${band.partnerName || text("tree.everybody")}: ${number(band.position.mid)}`).join("; ");
  return (
    <section className="stack">
      <h3>{text("tree.positions")}</h3>
      <p className="quiet">{text("tree.positionsHelp")}</p>
      <svg className="axis" viewBox={`0 0 640 ${height}`} role="img" aria-label={said}>
        {tree.bands.map((band, i) => <Band key={i} name={band.partnerName || text("tree.everybody")} all={!band.partner} at={i} {...band.position} />)}
        <line className="axis__line" x1="180" x2="620" y1={height - 30} y2={height - 30} />
        <text x="180" y={height - 10}>{text("tree.self")}</text>
        <text x="620" y={height - 10} text-anchor="end">{text("tree.distance")}</text>
      </svg>
    </section>
  );
}

function Band({ name, all, at, low, mid, high }: { name: string; all: boolean; at: number; low: number; mid: number; high: number }): JSX.Element {
  const x = (value: number) => 180 + 4.4 * value;
  const y = 8 + at * 26;
  return (
    <>
      <text x="0" y={y + 11}>{name}</text>
      <rect className={`axis__band${all ? " axis__band--all" : ""}`} x={x(low)} width={Math.max(x(high) - x(low), 3)} y={y} height="14" rx="3" />
      <circle className="axis__mark" cx={x(mid)} cy={y + 7} r="5" />
    </>
  );
}
