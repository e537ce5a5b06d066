// SPDX-License-Identifier: EUPL-1.2
import "./FindingCard.css";
import type { ComponentChildren, JSX } from "preact";
import { useState } from "react";
import type { Finding } from "../api/types";
import { text } from "../texts/text";
import { Disclosure } from "./Disclosure";
import { Icon } from "./Icon";
import { Sentences } from "./Sentences";
import { StatusBadge, type Status } from "./StatusBadge";
import { TraceDialog } from "./TraceDialog";

const status: Record<Finding["kind"], Status> = { advice: "active", observation: "neutral", missing: "warning" };

/** What Koepel says, why, why not something else, and what would make it say otherwise. Opens to the computation. */
export function FindingCard({ study, finding, children }: { study: string; finding: Finding; children?: ComponentChildren }): JSX.Element {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <article className={`finding finding--${finding.kind}`}>
      <p><StatusBadge status={status[finding.kind] ?? "neutral"}>{text(`finding.${finding.kind}` as "finding.advice")}</StatusBadge></p>
      <p className="finding__says">{finding.says}</p>
      {finding.why.length > 0 && <div><h3>{text("finding.why")}</h3><Sentences list={finding.why} /></div>}
      {finding.flip && <div className="finding__flip"><h3>{text("finding.flip")}</h3><p>{finding.flip}</p></div>}
      {finding.whyNot.length > 0 && <Disclosure title={text("finding.whyNot")}><Sentences list={finding.whyNot} /></Disclosure>}
      {children}
      {finding.steps[0] && (
        <button type="button" className="link-button finding__trace" onClick={() => setOpen(finding.steps[0] ?? null)}>
          <Icon name="trace" /> {text("trace.how")}
        </button>
      )}
      {open && <TraceDialog study={study} step={open} close={() => setOpen(null)} />}
    </article>
  );
}
