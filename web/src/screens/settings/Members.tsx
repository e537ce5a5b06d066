// SPDX-License-Identifier: EUPL-1.2
// Who works in the study, as what and for which municipality.
import "./Members.css";
import type { JSX } from "preact";
import { useState } from "react";
import { post, put, remove } from "../../api/client";
import { usePartners, type Partner } from "../../api/partners";
import { refresh, useResource } from "../../api/resource";
import type { Member, Study } from "../../api/types";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { Loaded } from "../../parts/Loaded";
import { OneTimeLink } from "../../parts/OneTimeLink";
import { Refusal } from "../../parts/Refusal";
import { Table } from "../../parts/Table";
import { useAct } from "../../parts/useAct";
import { text, textOr } from "../../texts/text";
import { InviteMember } from "./InviteMember";
import { RoleFields } from "./RoleFields";

interface Added { member: Member; link?: string }

export function Members({ study, leads }: { study: Study; leads: boolean }): JSX.Element {
  const members = useResource<Member[]>(`/studies/${study.id}/members`);
  const partners = usePartners(study.id);
  const [changing, setChanging] = useState<Member | null>(null);
  const [added, setAdded] = useState<Added | null>(null);
  return (
    <Loaded resource={members}>{(all) => <Loaded resource={partners}>{(who) => (
      <div className="stack">
        <List all={all} partners={who} change={leads ? setChanging : null} />
        {added && <OneTimeLink key={added.member.person} name={added.member.name} link={added.link} />}
        {leads && <InviteMember partners={who} invite={async (body) => { setAdded(await post<Added>(`/studies/${study.id}/members`, body)); refresh(`/studies/${study.id}`); }} />}
        {changing && <Change study={study.id} member={changing} partners={who} close={() => setChanging(null)} />}
      </div>
    )}</Loaded>}</Loaded>
  );
}

function List({ all, partners, change }: { all: Member[]; partners: Partner[]; change: ((member: Member) => void) | null }): JSX.Element {
  const nameOf = (id: string | undefined) => (id ? partners.find((one) => one.id === id)?.name ?? id : text("members.all"));
  return (
    <Table
      caption={text("settings.members")} captionUnseen rows={all} keyOf={(row) => row.person}
      columns={[
        { id: "name", title: text("members.name"), heads: true, show: (row) => <>{row.name || text("members.erased")}{row.email && <span className="quiet small member__email">{row.email}</span>}</> },
        { id: "role", title: text("members.role"), show: (row) => textOr(`role.${row.role}`, row.role) },
        { id: "partner", title: text("poll.partner"), show: (row) => nameOf(row.partner) },
        ...(change ? [{ id: "acts", title: text("poll.acts"), show: (row: Member) => <Button small look="subtle" onClick={() => change(row)}>{text("members.change")}<span className="unseen"> {row.name}</span></Button> }] : []),
      ]}
    />
  );
}

function Change({ study, member, partners, close }: { study: string; member: Member; partners: Partner[]; close: () => void }): JSX.Element {
  const [role, setRole] = useState<string>(member.role);
  const [partner, setPartner] = useState(member.partner ?? "");
  const { act, busy, error } = useAct();
  const path = `/studies/${study}/members/${encodeURIComponent(member.person)}`;
  const done = async (work: () => Promise<unknown>) => {
    if (!(await act(work))) return;
    refresh(`/studies/${study}`);
    close();
  };
  return (
    <Dialog title={text("members.changeTitle", { name: member.name })} close={close}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); void done(() => put(path, { role, partner })); }}>
        <RoleFields prefix="change" role={role} setRole={setRole} partner={partner} setPartner={setPartner} partners={partners} />
        {error && (error.status === 409 ? <p role="alert" className="field__error">{text("members.lastFacilitator")}</p> : <Refusal error={error} />)}
        <div className="row">
          <Button type="submit" look="primary" busy={busy}>{text("settings.store")}</Button>
          <Button look="danger" onClick={() => void done(() => remove(path))}>{text("members.end")}</Button>
        </div>
        <p className="quiet small">{text("members.endSays")}</p>
      </form>
    </Dialog>
  );
}
