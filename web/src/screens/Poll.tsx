// SPDX-License-Identifier: EUPL-1.2
// The poll as the facilitator runs it: who took part, which statements, invitations, and the results once it is closed.
import "./poll/Poll.css";
import type { JSX } from "preact";
import { useState } from "react";
import { ApiError, post } from "../api/client";
import { useLiveStudy } from "../api/live";
import { refresh, useResource } from "../api/resource";
import type { FacilitatorPoll, Method, Study } from "../api/types";
import { Button } from "../parts/Button";
import { Dialog } from "../parts/Dialog";
import { Fault, Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { StatusBadge, type Status } from "../parts/StatusBadge";
import { Tabs } from "../parts/Tabs";
import type { Parameters } from "../router/route";
import { text, textOr } from "../texts/text";
import { CoverageMatrix } from "./poll/CoverageMatrix";
import { Invitations } from "./poll/Invitations";
import { ItemChoice } from "./poll/ItemChoice";
import { PollResults } from "./poll/PollResults";

const badge: Record<string, Status> = { draft: "neutral", open: "ok", closed: "active" };

export function Poll({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  const poll = useResource<FacilitatorPoll>(`/studies/${id}/poll`);
  const method = useResource<Method>("/method");
  useLiveStudy(id);
  const runs = study.data?.role === "facilitator" && !study.data.archived;
  return (
    <Page
      title={text("poll.screen")} lead={text("poll.lead")} study={id} screen="poll"
      actions={poll.data && <><StatusBadge status={badge[poll.data.state] ?? "neutral"}>{textOr(`poll.state.${poll.data.state}`, poll.data.state)}</StatusBadge>{runs && <OpenAndClose study={id} state={poll.data.state} />}</>}
    >
      <Loaded resource={poll}>{(data) => <Loaded resource={method}>{(how) => (
        <Tabs
          label={text("poll.tabs")} start={data.state === "closed" ? "results" : data.state === "open" ? "coverage" : "items"}
          tabs={[
            { id: "coverage", title: text("poll.tab.coverage"), show: () => <CoverageMatrix poll={data} /> },
            ...(runs ? [
              { id: "items", title: text("poll.tab.items"), show: () => <ItemChoice study={id} poll={data} method={how} title={study.data?.title ?? ""} /> },
              { id: "invite", title: text("poll.tab.invite"), show: () => <Invitations study={id} title={study.data?.title ?? ""} method={how} /> },
            ] : []),
            { id: "results", title: text("poll.tab.results"), show: () => <PollResults study={id} method={how} /> },
          ]}
        />
      )}</Loaded>}</Loaded>
    </Page>
  );
}

const moves: Record<string, { move: string; label: "poll.open" | "poll.close" | "poll.reopen" }> = {
  draft: { move: "_open", label: "poll.open" },
  open: { move: "_close", label: "poll.close" },
  closed: { move: "_reopen", label: "poll.reopen" },
};

function OpenAndClose({ study, state }: { study: string; state: string }): JSX.Element | null {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const next = moves[state] ?? moves.draft;
  if (!next) return null;
  const act = async () => {
    setBusy(true);
    setError(null);
    try {
      await post(`/studies/${study}/poll/${next.move}`);
      refresh(`/studies/${study}`);
      setAsking(false);
    } catch (fault) {
      setError(fault as ApiError);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {error && <Fault error={error} />}
      <Button look={state === "draft" ? "primary" : "secondary"} busy={busy && !asking} onClick={() => (state === "open" ? setAsking(true) : void act())}>{text(next.label)}</Button>
      {asking && (
        <Dialog title={text("poll.closeAsk")} close={() => setAsking(false)}>
          <p>{text("poll.closeSays")}</p>
          <div className="row"><Button look="primary" busy={busy} onClick={() => void act()}>{text("poll.close")}</Button><Button onClick={() => setAsking(false)}>{text("dialog.cancel")}</Button></div>
        </Dialog>
      )}
    </>
  );
}
