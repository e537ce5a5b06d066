// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useState } from "react";
import { useResource } from "../../api/resource";
import type { Picture } from "../../api/types";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { Loaded } from "../../parts/Loaded";
import { PictureView } from "../../parts/PictureView";
import { text } from "../../texts/text";

/** Added value against feasibility. Stays in sight beside a list; with a picture given it shows that one: a trial. */
export function OpportunityMap({ study, trial }: { study: string; trial?: Picture | undefined }): JSX.Element {
  const stored = useResource<Picture>(`/studies/${study}/pictures/opportunity`);
  const [large, setLarge] = useState(false);
  return (
    <div className={`map-beside${trial ? " map-beside--trial" : ""}`}>
      {trial && <p className="map-beside__trial">{text("whatIf.trial")}</p>}
      <Loaded resource={stored}>{(data) => (
        <>
          <PictureView study={trial ? undefined : study} picture={trial ?? data} wide />
          <div className="no-print"><Button small look="subtle" onClick={() => setLarge(true)}>{text("grossList.enlarge")}</Button></div>
          {large && <Dialog title={(trial ?? data).title} close={() => setLarge(false)} wide><PictureView study={trial ? undefined : study} picture={trial ?? data} wide /></Dialog>}
        </>
      )}</Loaded>
    </div>
  );
}
