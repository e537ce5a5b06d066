// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useEffect, useState } from "react";
import { ApiError } from "../api/client";
import { beginProviderLogin, login, loginByLink, useSession } from "../api/session";
import { Alert } from "../parts/Alert";
import { Button } from "../parts/Button";
import { ErrorSummary, type FieldError } from "../parts/ErrorSummary";
import { Input } from "../parts/Field";
import { Page } from "../parts/Page";
import { faultText } from "../parts/Loaded";
import { go } from "../router/route";
import { text } from "../texts/text";

/** To where the reader wanted to be before logging in. */
export function goOn(): void {
  const wanted = sessionStorage.getItem("koepel.after-login") ?? "/studies";
  sessionStorage.removeItem("koepel.after-login");
  go(wanted, { replace: true });
}

/** The token of a one-time link stands after the #, which browsers never send; it leaves the address bar at once. */
function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(null, "", location.pathname);
  return token;
}

export function Login(): JSX.Element {
  const [token] = useState(takeToken);
  const [linkFailed, setLinkFailed] = useState(false);
  const [codeNeeded, setCodeNeeded] = useState(false);
  const { person, provider } = useSession() ?? {};
  useEffect(() => {
    if (token) loginByLink(token, "").then(goOn, (error: ApiError) => (needsCode(error) ? setCodeNeeded(true) : setLinkFailed(true)));
    else if (person) goOn();
  }, [token]);
  if (codeNeeded && !linkFailed) return <CodeForLink token={token} over={() => setLinkFailed(true)} />;
  if (token && !linkFailed) return <Page title={text("login.linkTitle")}><p role="status">{text("loading")}</p></Page>;
  return (
    <Page title={text("login.title")} lead={text("login.lead")}>
      {linkFailed && <Alert tone="warning" live><p>{text("login.linkUsed")}</p></Alert>}
      {provider && <Elsewhere provider={provider} />}
      <Form />
      <p>{text("login.poll")} <a href="/answer">{text("login.pollLink")}</a></p>
    </Page>
  );
}

const needsCode = (error: ApiError): boolean => error.type?.endsWith("second-factor-needed") ?? false;

/** A link stands for the password, not for the second step. */
function CodeForLink({ token, over }: { token: string; over: () => void }): JSX.Element {
  const [code, setCode] = useState("");
  const [fault, setFault] = useState("");
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!code.trim()) return setFault(text("login.codeMissing"));
    try {
      await loginByLink(token, code.replace(/\s/g, ""));
      goOn();
    } catch (error) {
      const refused = error as ApiError;
      if (refused.status === 410) over();
      else setFault(refused.status === 401 ? text("login.codeWrong") : refused.status === 429 ? text("login.tooMany") : faultText(refused));
    }
  };
  return (
    <Page title={text("login.title")} lead={text("login.linkCode")}>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        {fault && <Alert tone="error" live><p>{fault}</p></Alert>}
        <Input id="code" label={text("login.code")} help={text("login.codeHelp")} autoComplete="one-time-code" inputMode="numeric" value={code} onChange={setCode} className="utrecht-textbox--short" />
        <Button type="submit" look="primary">{text("login.submit")}</Button>
      </form>
    </Page>
  );
}

/** Logging in where the organisation's own people do, with what they already have there. */
function Elsewhere({ provider }: { provider: string }): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState("");
  const leave = async () => {
    setBusy(true);
    try {
      location.assign(await beginProviderLogin());
    } catch (error) {
      setFault(faultText(error as ApiError));
      setBusy(false);
    }
  };
  return (
    <section className="stack">
      {fault && <Alert tone="error" live><p>{fault}</p></Alert>}
      <div className="row"><Button look="primary" busy={busy} onClick={() => void leave()}>{text("login.elsewhere", { provider })}</Button></div>
      <h2>{text("login.orPassword")}</h2>
    </section>
  );
}

function Form(): JSX.Element {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [askCode, setAskCode] = useState(false);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.says;

  const wrong = (): FieldError[] => [
    ...(email.trim() ? [] : [{ field: "email", says: text("login.emailMissing") }]),
    ...(password ? [] : [{ field: "password", says: text("login.passwordMissing") }]),
    ...(askCode && !code.trim() ? [{ field: "code", says: text("login.codeMissing") }] : []),
  ];
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = wrong();
    setErrors(found);
    setFault("");
    if (found.length) return;
    setBusy(true);
    try {
      await login(email.trim(), password, code.replace(/\s/g, ""));
      goOn();
    } catch (error) {
      const refused = error as ApiError;
      if (needsCode(refused)) setAskCode(true);
      else setFault(refused.status === 401 ? text("login.wrong") : refused.status === 429 ? text("login.tooMany") : faultText(refused));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={errors} />
      {fault && <Alert tone="error" live><p>{fault}</p></Alert>}
      <Input id="email" label={text("login.email")} type="email" autoComplete="username" value={email} onChange={setEmail} error={errorOf("email")} />
      <Input id="password" label={text("login.password")} type="password" autoComplete="current-password" value={password} onChange={setPassword} error={errorOf("password")} />
      {askCode && <Input id="code" label={text("login.code")} help={text("login.codeHelp")} autoComplete="one-time-code" inputMode="numeric" value={code} onChange={setCode} error={errorOf("code")} className="utrecht-textbox--short" />}
      <Button type="submit" look="primary" busy={busy}>{text("login.submit")}</Button>
    </form>
  );
}
