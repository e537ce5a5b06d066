// SPDX-License-Identifier: EUPL-1.2
// Where a walk leads while it goes on: the place moves, forms fall away with the law that says so, principles grow.
import type { JSX } from "preact";
import type { WalkedForm, WalkedTree } from "../../api/types";
import { Disclosure } from "../../parts/Disclosure";
import { number, text } from "../../texts/text";

export function WalkSoFar({ walk }: { walk: WalkedTree }): JSX.Element {
  const left = walk.forms.filter((form) => form.reasons.length === 0);
  const out = walk.forms.filter((form) => form.reasons.length > 0);
  const first = left[0];
  return (
    <section className="walk-so-far stack stack--close" aria-labelledby="walk-so-far">
      <h3 id="walk-so-far">{text("walk.title")}</h3>
      {walk.answered === 0
        ? <p className="quiet">{text("walk.nothing")}</p>
        : (
          <>
            <p role="status">{first ? text("walk.says", { place: number(walk.position), form: first.name }) : text("walk.noForm", { place: number(walk.position) })}</p>
            <Line position={walk.position} />
            {left.length > 1 && <Disclosure title={text("walk.left", { n: left.length })}><ol>{left.map((form) => <li key={form.form}>{form.name}</li>)}</ol></Disclosure>}
            {out.length > 0 && <Disclosure title={text("walk.out", { n: out.length })}><RuledOut forms={out} /></Disclosure>}
            {walk.principles.length > 0 && <><h4>{text("walk.principles")}</h4><ul>{walk.principles.map((one) => <li key={one}>{one}</li>)}</ul></>}
            {walk.flip && <><h4>{text("walk.flip", { form: walk.flip.becomes })}</h4><ul>{walk.flip.changes.map((one) => <li key={one.question}>{one.question} <strong>{one.answer}</strong></li>)}</ul></>}
          </>
        )}
    </section>
  );
}

function Line({ position }: { position: number }): JSX.Element {
  const x = 10 + 3 * position;
  return (
    <svg className="axis" viewBox="0 0 320 52" aria-hidden="true">
      <line className="axis__line" x1="10" x2="310" y1="16" y2="16" />
      <circle className="axis__mark axis__mark--moving" cx={x} cy="16" r="8" />
      <text x="10" y="44">{text("tree.self")}</text>
      <text x="310" y="44" text-anchor="end">{text("tree.distance")}</text>
    </svg>
  );
}

/** One law often rules out many forms: it is said once, with all of them. */
export function RuledOut({ forms }: { forms: Pick<WalkedForm, "name" | "reasons">[] }): JSX.Element {
  const all = new Map<string, string[]>();
  for (const { reasons, name } of forms) for (const reason of reasons) all.set(reason, [...(all.get(reason) ?? []), name]);
  return <ul className="form-shares">{[...all].map(([reason, names]) => <li key={reason}><span>{reason}</span><span>{names.join(", ")}</span></li>)}</ul>;
}
