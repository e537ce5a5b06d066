// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, JSX } from "preact";
import { useState } from "react";
import { text } from "../texts/text";
import { Icon } from "./Icon";
import { TraceDialog } from "./TraceDialog";

/** A figure or sentence that opens to where it comes from. `what` says to a screen reader which figure it is. */
export function StepLink({ study, step, what, children }: { study: string; step: string; what?: string; children: ComponentChildren }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" data-step={step} className="link-button" title={text("trace.how")} onClick={() => setOpen(true)}>
        {children}<span className="unseen"> ({what ? `${what}, ` : ""}{text("trace.how")})</span>
      </button>
      {open && <TraceDialog study={study} step={step} close={() => setOpen(false)} />}
    </>
  );
}

/** A sentence with its sign behind it, never apart from the last word. */
export function Traced({ study, step, children }: { study: string; step: string; children: string }): JSX.Element {
  const last = children.trimEnd().lastIndexOf(" ") + 1;
  return <>{children.slice(0, last)}<span className="traced">{children.slice(last).trimEnd()}{"\u00a0"}<TraceButton study={study} step={step} what={children} /></span></>;
}

/** Behind a sentence that opens to where it comes from: a sign in the text, the whole sentence for a screen reader. */
function TraceButton({ study, step, what }: { study: string; step: string; what: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" data-step={step} className="trace-button no-print" title={text("trace.how")} aria-label={`${text("trace.how")} ${what}`} onClick={() => setOpen(true)}>
        <Icon name="trace" />
      </button>
      {open && <TraceDialog study={study} step={step} close={() => setOpen(false)} />}
    </>
  );
}
