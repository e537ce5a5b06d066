// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useState } from "react";
import { ApiError, post, remove } from "../../api/client";
import { usePartners, type Partner } from "../../api/partners";
import { refresh, useResource } from "../../api/resource";
import type { Invitation, Method, NewInvitation } from "../../api/types";
import { Alert } from "../../parts/Alert";
import { Button } from "../../parts/Button";
import { CopyButton } from "../../parts/CopyButton";
import { Fault, Loaded } from "../../parts/Loaded";
import { StatusBadge, type Status } from "../../parts/StatusBadge";
import { Table } from "../../parts/Table";
import { counted, day, text, textOr } from "../../texts/text";
import { InviteForm } from "./InviteForm";
import { invitation, mailto, reminder, type Letter } from "./letters";

export function Invitations({ study, title, method }: { study: string; title: string; method: Method }): JSX.Element {
  const partners = usePartners(study);
  const invitations = useResource<Invitation[]>(`/studies/${study}/invitations`);
  const [made, setMade] = useState<NewInvitation[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const act = async (what: () => Promise<void>) => {
    setError(null);
    await what().catch((fault: ApiError) => setError(fault));
    refresh(`/studies/${study}`);
  };
  const resend = (one: Invitation) => act(async () => {
    const { link } = await post<{ link: string }>(`/studies/${study}/invitations/${one.id}/_resend`);
    setMade([{ id: one.id, partner: one.partner, role: one.role, link, ...(one.email ? { email: one.email } : {}) }]);
  });
  const revoke = (one: Invitation) => act(() => remove(`/studies/${study}/invitations/${one.id}`));
  return (
    <Loaded resource={partners}>{(who) => (
      <>
        {made.length > 0 && <Made list={made} study={title} />}
        <InviteForm study={study} method={method} partners={who} made={(list) => { setMade(list); refresh(`/studies/${study}`); }} />
        {error && <Fault error={error} />}
        <Loaded resource={invitations}>{(all) => all.length === 0 ? null : (
          <>
            <Remind study={title} emails={all.filter((one) => one.state === "open" && one.email).map((one) => one.email ?? "").sort()} />
            <List all={all} method={method} partners={who} resend={resend} revoke={revoke} />
          </>
        )}</Loaded>
      </>
    )}</Loaded>
  );
}

/** Links and codes pass by once: the server keeps only what is needed to recognise them. */
function Made({ list, study }: { list: NewInvitation[]; study: string }): JSX.Element {
  const lineOf = (one: NewInvitation) => [one.email, one.link ?? one.code].filter(Boolean).join(": ");
  return (
    <Alert tone="ok" title={text("poll.madeTitle")} live>
      <ul className="made">
        {list.map((one) => (
          <li key={one.id}>
            <span>{one.email}{one.link && <code>{one.link}</code>}{one.code && <code className="made__code">{one.code}</code>}</span>
            <span className="row">
              {one.email && one.link && <LetterLink letter={invitation(study, one.email, one.link)} label={text("letter.open")} about={one.email} />}
              <CopyButton value={one.link ?? one.code ?? ""} label={text("poll.copy")} about={one.email ?? ""} />
            </span>
          </li>
        ))}
      </ul>
      {list.length > 1 && <CopyButton value={list.map(lineOf).join("\n")} label={text("poll.copyAll")} about="" />}
    </Alert>
  );
}

function LetterLink({ letter, label, about }: { letter: Letter; label: string; about: string }): JSX.Element | null {
  const address = mailto(letter);
  return address === null ? null : <a href={address}>{label}<span className="unseen"> {about}</span></a>;
}

/** One letter to all who have not answered. Nobody sees the others; with many it goes by copying. */
function Remind({ study, emails }: { study: string; emails: string[] }): JSX.Element | null {
  if (emails.length === 0) return null;
  const letter = reminder(study, emails);
  return (
    <section className="stack stack--close" aria-labelledby="remind">
      <h2 id="remind">{text("letter.remindTitle")}</h2>
      <p>{counted("letter.waiting", emails.length)}</p>
      <div className="row">
        <LetterLink letter={letter} label={text("letter.openReminder")} about="" />
        <CopyButton value={emails.join("; ")} label={text("letter.copyAddresses")} about="" />
        <CopyButton value={`${letter.subject}\n\n${letter.body}`} label={text("letter.copyText")} about="" />
      </div>
    </section>
  );
}

const looks: Record<string, Status> = { done: "ok", open: "active" };

interface ListProps { all: Invitation[]; method: Method; partners: Partner[]; resend: (one: Invitation) => Promise<void>; revoke: (one: Invitation) => Promise<void> }

function List({ all, method, partners, resend, revoke }: ListProps): JSX.Element {
  const partner = (id: string) => partners.find((one) => one.id === id)?.name ?? id;
  const role = (id: string) => method.roles.find((one) => one.id === id)?.name ?? id;
  const who = (one: Invitation) => one.isCode ? text("poll.codeLeft", { n: one.usesLeft }) : one.email ?? text("poll.withoutAddress");
  return (
    <Table
      caption={text("poll.invitations")} rows={all} keyOf={(row) => row.id}
      columns={[
        { id: "who", title: text("poll.who"), heads: true, show: who },
        { id: "partner", title: text("poll.partner"), sortBy: (row) => partner(row.partner), show: (row) => partner(row.partner) },
        { id: "role", title: text("poll.role"), show: (row) => role(row.role) },
        { id: "state", title: text("poll.stateOf"), sortBy: (row) => row.state, show: (row) => <StatusBadge status={looks[row.state] ?? "neutral"}>{textOr(`poll.invitation.${row.state}`, row.state)}</StatusBadge> },
        { id: "expires", title: text("poll.valid"), show: (row) => day(row.expires) },
        {
          id: "acts", title: text("poll.acts"), show: (row) => row.state !== "open" ? null : (
            <span className="row">
              {!row.isCode && <Button small look="subtle" onClick={() => void resend(row)}>{text("poll.resend")}<span className="unseen">: {who(row)}</span></Button>}
              <Button small look="subtle" onClick={() => void revoke(row)}>{text("poll.revoke")}<span className="unseen">: {who(row)}</span></Button>
            </span>
          ),
        },
      ]}
    />
  );
}
