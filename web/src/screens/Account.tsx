// SPDX-License-Identifier: EUPL-1.2
// One's own name, password and second step of logging in.
import type { JSX } from "preact";
import { useState } from "react";
import { put } from "../api/client";
import { readSession, useSession } from "../api/session";
import { Alert } from "../parts/Alert";
import { Button } from "../parts/Button";
import { Input } from "../parts/Field";
import { Page } from "../parts/Page";
import { Refusal } from "../parts/Refusal";
import { useAct } from "../parts/useAct";
import { text } from "../texts/text";
import { SecondFactor } from "./account/SecondFactor";

export function Account(): JSX.Element {
  const session = useSession();
  return (
    <Page title={text("account.title")} lead={session?.person?.email}>
      {session?.person && <Name name={session.person.name} />}
      <Password />
      {session && <SecondFactor on={session.hasSecondFactor} />}
    </Page>
  );
}

function Name({ name }: { name: string }): JSX.Element {
  const [typed, setTyped] = useState(name);
  const [done, setDone] = useState(false);
  const { act, busy, error } = useAct();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!typed.trim() || !(await act(() => put("/account", { name: typed.trim() })))) return;
    await readSession();
    setDone(true);
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Input id="own-name" label={text("account.name")} help={text("account.nameHelp")} autoComplete="name" value={typed} onChange={(value) => { setTyped(value); setDone(false); }} />
      <Refusal error={error} />
      {done && <Alert tone="ok" live><p>{text("account.nameStored")}</p></Alert>}
      <Button type="submit" busy={busy}>{text("account.nameStore")}</Button>
    </form>
  );
}

const shortest = 12;

function Password(): JSX.Element {
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const [short, setShort] = useState(false);
  const [done, setDone] = useState(false);
  const { act, busy, error } = useAct();
  const wrong = error?.type.endsWith("wrong-credentials");
  const submit = async (event: Event) => {
    event.preventDefault();
    setDone(false);
    setShort(fresh.length < shortest);
    if (fresh.length < shortest) return;
    if (!(await act(() => put("/account", { password: fresh, currentPassword: current })))) return;
    setCurrent("");
    setFresh("");
    setDone(true);
  };
  return (
    <section className="stack" aria-labelledby="password-part">
      <h2 id="password-part">{text("account.password")}</h2>
      <p>{text("account.passwordHelp")}</p>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <Input id="current-password" type="password" label={text("account.current")} help={text("account.currentHelp")} autoComplete="current-password" value={current} onChange={setCurrent} error={wrong ? text("account.currentWrong") : undefined} />
        <Input id="new-password" type="password" label={text("account.fresh")} help={text("account.freshHelp")} autoComplete="new-password" value={fresh} onChange={setFresh} error={short ? text("account.freshShort") : undefined} />
        {error && !wrong && <Refusal error={error} />}
        {done && <Alert tone="ok" live><p>{text("account.passwordStored")}</p></Alert>}
        <Button type="submit" look="primary" busy={busy}>{text("account.passwordStore")}</Button>
      </form>
    </section>
  );
}
