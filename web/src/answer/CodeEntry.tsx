// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useState } from "react";
import { ApiError, post } from "../api/client";
import { Button } from "../parts/Button";
import { Input } from "../parts/Field";
import { faultText } from "../parts/Loaded";
import { text } from "../texts/text";
import { Frame } from "./Frame";

const why = (error: ApiError): string =>
  error.status === 429 ? text("answer.codeTooMany") : error.offline ? faultText(error) : text("answer.codeWrong");

export function CodeEntry({ begin }: { begin: (token: string) => void }): JSX.Element {
  const [code, setCode] = useState("");
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!code.trim()) return setError(text("answer.codeMissing"));
    setBusy(true);
    try {
      begin((await post<{ token: string }>("/poll/_begin", { code: code.trim() })).token);
    } catch (refused) {
      setError(why(refused as ApiError));
      setBusy(false);
      document.getElementById("code")?.focus();
    }
  };
  return (
    <Frame title={text("answer.codeTitle")}>
      <p className="lead">{text("answer.codeLead")}</p>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <Input id="code" label={text("answer.code")} help={text("answer.codeHelp")} autoComplete="off" value={code} onChange={setCode} error={error || undefined} className="utrecht-textbox--short" />
        <Button type="submit" look="primary" busy={busy}>{text("answer.begin")}</Button>
      </form>
    </Frame>
  );
}
