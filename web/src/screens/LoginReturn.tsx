// SPDX-License-Identifier: EUPL-1.2
// Where the organisation's provider sends the browser back to. What it gave along leaves the address bar at once.
import type { JSX } from "preact";
import { useEffect, useState } from "react";
import type { ApiError } from "../api/client";
import { finishProviderLogin } from "../api/session";
import { Alert } from "../parts/Alert";
import { ButtonLink } from "../parts/Button";
import { faultText } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { text } from "../texts/text";
import { goOn } from "./Login";

function takeReturn(): Record<string, string> {
  const given = new URLSearchParams(location.search);
  history.replaceState(null, "", location.pathname);
  return Object.fromEntries(["state", "code", "error", "iss"].flatMap((name) => (given.get(name) ? [[name, given.get(name) ?? ""]] : [])));
}

const says = (fault: ApiError): string => {
  if (fault.status === 401) return text("login.refusedThere");
  if (fault.status === 403) return text("login.notInvited");
  if (fault.status === 410 || fault.status === 400) return text("login.begunElsewhere");
  return faultText(fault);
};

export function LoginReturn(): JSX.Element {
  const [given] = useState(takeReturn);
  const [fault, setFault] = useState<ApiError | null>(null);
  useEffect(() => { finishProviderLogin(given).then(goOn, (error: unknown) => setFault(error as ApiError)); }, [given]);
  if (!fault) return <Page title={text("login.linkTitle")}><p role="status">{text("loading")}</p></Page>;
  return (
    <Page title={text("login.title")}>
      <Alert tone="error" live><p>{says(fault)}</p></Alert>
      <p><ButtonLink to="/login">{text("login.again")}</ButtonLink></p>
    </Page>
  );
}
