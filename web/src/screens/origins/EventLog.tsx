// SPDX-License-Identifier: EUPL-1.2
// The log, newest first, a page at a time. Whoever may change a thing may take a change back; that is an event too.
import type { JSX } from "preact";
import { useState } from "react";
import { ApiError, newId, post } from "../../api/client";
import { refresh, useResource } from "../../api/resource";
import type { LogRecord, Study } from "../../api/types";
import { Button } from "../../parts/Button";
import { Fault, Loaded } from "../../parts/Loaded";
import { Table } from "../../parts/Table";
import { clock, day, text } from "../../texts/text";

const size = 50;

export function EventLog({ study }: { study: Study }): JSX.Element {
  const last = study.sequence;
  const [older, setOlder] = useState(0); // pages back from the newest, so that new events come into sight
  const end = Math.max(last - older * size, Math.min(size, last));
  const [fault, setFault] = useState<ApiError | null>(null);
  const after = Math.max(0, end - size);
  const events = useResource<LogRecord[]>(`/studies/${study.id}/events?after=${after}&limit=${size}`);
  const undo = async (event: LogRecord) => {
    setFault(null);
    try {
      await post(`/studies/${study.id}/events/${event.sequence}/_undo`, { clientId: newId() });
      setOlder(0);
      refresh(`/studies/${study.id}`);
    } catch (error) {
      if (error instanceof ApiError) setFault(error);
    }
  };
  return (
    <>
      <p>{text("origins.logHelp")}</p>
      {fault && <Fault error={fault} />}
      <Loaded resource={events}>{(list) => (
        <Table
          caption={text("origins.log")} captionUnseen rows={[...list].reverse()} keyOf={(row) => String(row.sequence)}
          columns={[
            { id: "sequence", title: text("origins.number"), heads: true, show: (row) => row.sequence },
            { id: "when", title: text("origins.when"), show: (row) => `${day(row.time)} ${clock(row.time)}` },
            { id: "who", title: text("origins.who"), show: (row) => row.actorName },
            { id: "what", title: text("origins.what"), show: (row) => <>{row.kindName ?? row.kind}<span className="quiet small">{said(row)}</span></> },
            { id: "undo", title: text("origins.undo"), show: (row) => study.archived || row.kind === "study-opened" ? "" : (
              <button type="button" className="link-button" onClick={() => void undo(row)}>{text("origins.undo")}<span className="unseen">: {row.sequence}</span></button>) },
          ]}
        />
      )}</Loaded>
      <nav className="row no-print" aria-label={text("origins.log")}>
        <Button small onClick={() => setOlder(older - 1)} disabled={older === 0}>{text("origins.newer")}</Button>
        <Button small onClick={() => setOlder(older + 1)} disabled={after === 0}>{text("origins.older")}</Button>
      </nav>
    </>
  );
}

/** What the event says, in short. */
function said(row: LogRecord): string {
  const words = Object.values(row.cells).filter((value): value is string => typeof value === "string" && value !== "");
  const all = words.join(", ");
  return all ? `: ${all.slice(0, 90)}${all.length > 90 ? "…" : ""}` : "";
}
