// SPDX-License-Identifier: EUPL-1.2
// A second step of logging in: scan or type the secret, then show with one code that it works.
import "./SecondFactor.css";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "react";
import { post } from "../../api/client";
import { readSession } from "../../api/session";
import { Button } from "../../parts/Button";
import { CopyButton } from "../../parts/CopyButton";
import { Input } from "../../parts/Field";
import { Refusal } from "../../parts/Refusal";
import { safeSvg } from "../../parts/safeSvg";
import { StatusBadge } from "../../parts/StatusBadge";
import { useAct } from "../../parts/useAct";
import { text } from "../../texts/text";

interface Secret { secret: string; uri: string; qrSvg?: string }

export function SecondFactor({ on }: { on: boolean }): JSX.Element {
  const [secret, setSecret] = useState<Secret | null>(null);
  const begin = useAct();
  const start = async () => {
    const made = await begin.act(() => post<Secret>("/account/second-factor"));
    if (made) setSecret(made.outcome);
  };
  return (
    <section className="stack" aria-labelledby="second-factor">
      <h2 id="second-factor">{text("factor.title")} <StatusBadge status={on ? "ok" : "neutral"}>{text(on ? "factor.on" : "factor.off")}</StatusBadge></h2>
      <p>{text("factor.help")}</p>
      <Refusal error={begin.error} />
      {on ? <Drop /> : secret ? <Confirm secret={secret} done={() => setSecret(null)} /> : <div><Button busy={begin.busy} onClick={() => void start()}>{text("factor.begin")}</Button></div>}
    </section>
  );
}

function Confirm({ secret, done }: { secret: Secret; done: () => void }): JSX.Element {
  const [code, setCode] = useState("");
  const [password, setPassword] = useState("");
  const { act, busy, error } = useAct();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!(await act(() => post("/account/second-factor/_confirm", { secret: secret.secret, code: code.replace(/\s/g, ""), password })))) return;
    await readSession();
    done();
  };
  const wrong = error?.type.endsWith("wrong-credentials");
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p>{text("factor.scan")}</p>
      {secret.qrSvg && <Qr svg={secret.qrSvg} />}
      <dl className="secret">
        <dt>{text("factor.secret")}</dt><dd><code>{secret.secret.replace(/(.{4})/g, "$1 ").trim()}</code> <CopyButton value={secret.secret} label={text("poll.copy")} about={text("factor.secret")} /></dd>
        <dt>{text("factor.uri")}</dt><dd><code>{secret.uri}</code></dd>
      </dl>
      <Input id="second-code" label={text("login.code")} help={text("login.codeHelp")} inputMode="numeric" autoComplete="one-time-code" value={code} onChange={setCode} className="utrecht-textbox--short" />
      <Input id="add-password" type="password" label={text("account.current")} help={text("account.currentHelp")} autoComplete="current-password" value={password} onChange={setPassword} error={wrong ? text("account.currentWrong") : undefined} />
      {error && !wrong && <Refusal error={error} />}
      <div className="row"><Button type="submit" look="primary" busy={busy}>{text("factor.confirm")}</Button><Button look="subtle" onClick={done}>{text("dialog.cancel")}</Button></div>
    </form>
  );
}

/** For the camera of a phone only: the secret beside it is for everybody else. */
function Qr({ svg }: { svg: string }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawing = safeSvg(svg, "qr-");
    place.current?.replaceChildren(...(drawing ? [drawing] : []));
  }, [svg]);
  return <div ref={place} className="qr" aria-hidden="true" />;
}

function Drop(): JSX.Element {
  const [password, setPassword] = useState("");
  const { act, busy, error } = useAct();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await act(() => post("/account/second-factor/_remove", { password }))) await readSession();
  };
  const wrong = error?.type.endsWith("wrong-credentials");
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <Input id="drop-password" type="password" label={text("account.current")} autoComplete="current-password" value={password} onChange={setPassword} error={wrong ? text("account.currentWrong") : undefined} />
      {error && !wrong && <Refusal error={error} />}
      <Button type="submit" look="danger" busy={busy}>{text("factor.drop")}</Button>
    </form>
  );
}
