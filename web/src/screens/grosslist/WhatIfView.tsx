// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import type { WhatIf } from "../../api/types";
import { Disclosure } from "../../parts/Disclosure";
import { Fault } from "../../parts/Loaded";
import { PictureView } from "../../parts/PictureView";
import { Table } from "../../parts/Table";
import { counted, text } from "../../texts/text";
import { PackageBadge } from "./PackageBadge";
import type { Asked } from "../../api/useAsked";

/** What a change that is not stored would do: first how much, then which tasks, and the new map where it is not in sight. Stays in place while the next answer comes. */
export function WhatIfView({ asked, map }: { asked: Asked<WhatIf>; map?: boolean }): JSX.Element {
  const { outcome, error, busy } = asked;
  if (error) return <Fault error={error} />;
  const says = outcome ? (outcome.packages.length || outcome.findings.length ? summary(outcome) : text("whatIf.nothing")) : "";
  return (
    <div className="stack stack--close" aria-busy={busy}>
      <p role="status" className={says ? "what-if__says" : ""}>{says}</p>
      {outcome && outcome.packages.length > 0 && <Moved outcome={outcome} />}
      {outcome && outcome.findings.length > 0 && <ul>{outcome.findings.map((one) => <li key={one.id}>{text("whatIf.form", { before: one.before || text("whatIf.none"), after: one.after || text("whatIf.none") })}</li>)}</ul>}
      {outcome && map && says !== text("whatIf.nothing") && <Disclosure title={text("whatIf.map")}><PictureView picture={outcome.picture} wide /></Disclosure>}
    </div>
  );
}

const summary = (outcome: WhatIf) =>
  [outcome.packages.length > 0 && counted("whatIf.packages", outcome.packages.length), outcome.findings.length > 0 && counted("whatIf.forms", outcome.findings.length)].filter(Boolean).join(" ");

function Moved({ outcome }: { outcome: WhatIf }): JSX.Element {
  const table = (rows: WhatIf["packages"], unseen: boolean) => (
    <Table
      caption={text("whatIf.moved")} captionUnseen={unseen} rows={rows} keyOf={(row) => row.task}
      columns={[
        { id: "task", title: text("grossList.task"), heads: true, show: (row) => row.name },
        { id: "change", title: text("whatIf.change"), show: (row) => <span className="what-if__change"><PackageBadge id={row.before} /> <span aria-hidden="true">→</span><span className="unseen">{text("whatIf.becomes")}</span> <PackageBadge id={row.after} /></span> },
      ]}
    />
  );
  if (outcome.packages.length <= 6) return table(outcome.packages, true);
  return <Disclosure title={text("whatIf.moved")}>{table(outcome.packages, true)}</Disclosure>;
}
