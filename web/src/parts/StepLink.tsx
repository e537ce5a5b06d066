// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, JSX } from "preact";
import { useState } from "react";
import { text } from "../texts/text";
import { TraceDialog } from "./TraceDialog";

/** A figure or sentence that opens to where it comes from. `what` says to a screen reader which figure it is. */
export function StepLink({ study, step, what, children }: { study: string; step: string; what?: string; children: ComponentChildren }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link-button" title={text("trace.how")} onClick={() => setOpen(true)}>
        {children}<span className="unseen"> ({what ? `${what}, ` : ""}{text("trace.how")})</span>
      </button>
      {open && <TraceDialog study={study} step={step} close={() => setOpen(false)} />}
    </>
  );
}
