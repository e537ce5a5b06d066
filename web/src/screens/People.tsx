// SPDX-License-Identifier: EUPL-1.2
// For the manager: who has an account, and what was done by whom.
import type { JSX } from "preact";
import { useState } from "react";
import { post, remove } from "../api/client";
import { refresh, useResource } from "../api/resource";
import { useSession } from "../api/session";
import type { AuditLine, Person } from "../api/types";
import { Button } from "../parts/Button";
import { Dialog } from "../parts/Dialog";
import { Input } from "../parts/Field";
import { Loaded } from "../parts/Loaded";
import { OneTimeLink } from "../parts/OneTimeLink";
import { Page } from "../parts/Page";
import { Refusal } from "../parts/Refusal";
import { StatusBadge } from "../parts/StatusBadge";
import { Table } from "../parts/Table";
import { Tabs } from "../parts/Tabs";
import { useAct } from "../parts/useAct";
import { clock, day, text, textOr } from "../texts/text";

export function People(): JSX.Element {
  return (
    <Page title={text("people.title")} lead={text("people.lead")}>
      <Tabs
        label={text("people.title")}
        tabs={[
          { id: "people", title: text("people.accounts"), show: () => <Accounts /> },
          { id: "audit", title: text("people.audit"), show: () => <Audit /> },
        ]}
      />
    </Page>
  );
}

function Accounts(): JSX.Element {
  const people = useResource<Person[]>("/people");
  const own = useSession()?.person?.id;
  const [shown, setShown] = useState<{ name: string; link?: string | undefined } | null>(null);
  const [erasing, setErasing] = useState<Person | null>(null);
  const { act, busy, error } = useAct();
  const renew = async (person: Person) => {
    const made = await act(() => post<{ link: string }>(`/people/${encodeURIComponent(person.id)}/_link`));
    if (made) setShown({ name: person.name, link: made.outcome.link });
  };
  const erase = async (person: Person) => {
    setErasing(null);
    if (await act(() => remove(`/people/${encodeURIComponent(person.id)}`))) refresh("/people");
  };
  return (
    <div className="stack">
      {shown && <OneTimeLink key={shown.link ?? shown.name} name={shown.name} link={shown.link} />}
      <Refusal error={error} />
      <Loaded resource={people}>{(all) => (
        <Table
          caption={text("people.accounts")} captionUnseen rows={all.filter((person) => person.email)} keyOf={(row) => row.id}
          columns={[
            { id: "name", title: text("members.name"), heads: true, sortBy: (row) => row.name, show: (row) => <>{row.name} {row.manager && <StatusBadge>{text("people.manager")}</StatusBadge>}</> },
            { id: "email", title: text("login.email"), sortBy: (row) => row.email, show: (row) => row.email },
            { id: "acts", title: text("poll.acts"), show: (row) => row.id === own ? null : (
              <span className="row">
                <Button small look="subtle" busy={busy} onClick={() => void renew(row)}>{text("people.newLink")}<span className="unseen"> {row.name}</span></Button>
                <Button small look="subtle" onClick={() => setErasing(row)}>{text("people.erase")}<span className="unseen"> {row.name}</span></Button>
              </span>
            ) },
          ]}
        />
      )}</Loaded>
      <AddPerson added={(name, link) => { setShown({ name, link }); refresh("/people"); }} />
      {erasing && (
        <Dialog title={text("people.eraseAsk", { name: erasing.name })} close={() => setErasing(null)}>
          <p>{text("people.eraseSays")}</p>
          <div className="row"><Button look="danger" onClick={() => void erase(erasing)}>{text("people.erase")}</Button><Button look="subtle" onClick={() => setErasing(null)}>{text("dialog.cancel")}</Button></div>
        </Dialog>
      )}
    </div>
  );
}

function AddPerson({ added }: { added: (name: string, link: string | undefined) => void }): JSX.Element {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const { act, busy, error } = useAct();
  const submit = async (event: Event) => {
    event.preventDefault();
    const made = await act(() => post<{ person: Person; link?: string }>("/people", { name: name.trim(), email: email.trim() }));
    if (!made) return;
    added(made.outcome.person.name, made.outcome.link);
    setName("");
    setEmail("");
  };
  return (
    <section className="stack" aria-labelledby="add-person">
      <h2 id="add-person">{text("people.add")}</h2>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <Input id="person-name" label={text("members.name")} value={name} onChange={setName} autoComplete="off" />
        <Input id="person-email" label={text("login.email")} type="email" value={email} onChange={setEmail} autoComplete="off" />
        <Refusal error={error} />
        <Button type="submit" look="primary" busy={busy}>{text("people.addDo")}</Button>
      </form>
    </section>
  );
}

function Audit(): JSX.Element {
  const lines = useResource<AuditLine[]>("/audit-lines");
  return (
    <Loaded resource={lines}>{(all) => (
      <Table
        caption={text("people.audit")} captionUnseen rows={[...all].reverse().map((line, i) => ({ ...line, i }))} keyOf={(row) => String(row.i)}
        columns={[
          { id: "time", title: text("audit.time"), heads: true, show: (row) => `${day(row.time)} ${clock(row.time)}` },
          { id: "who", title: text("poll.who"), show: (row) => row.actorName || "–" },
          { id: "what", title: text("audit.what"), show: (row) => <>{row.action} <span className="quiet">{row.object}</span></> },
          { id: "result", title: text("audit.result"), show: (row) => <StatusBadge status={row.result === "ok" ? "ok" : "warning"}>{textOr(`audit.${row.result}`, row.result)}</StatusBadge> },
          { id: "origin", title: text("audit.origin"), show: (row) => row.origin || "–" },
        ]}
      />
    )}</Loaded>
  );
}
