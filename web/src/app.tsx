// SPDX-License-Identifier: EUPL-1.2
// The program in the browser, for those who log in.
import "./theme";
import type { JSX } from "preact";
import { render, useEffect, useState } from "react";
import type { ApiError } from "./api/client";
import { readSession, useSession } from "./api/session";
import { EmptyState } from "./parts/EmptyState";
import { ButtonLink } from "./parts/Button";
import { Fault } from "./parts/Loaded";
import { Page } from "./parts/Page";
import { go, match, usePath } from "./router/route";
import { screens, type Screen, type ScreenLine } from "./screens/screens";
import { loadTexts, text } from "./texts/text";

const afterLogin = "koepel.after-login";

interface Place { line: ScreenLine; parameters: Record<string, string> }

function placeOf(path: string): Place | null {
  for (const line of screens) {
    const parameters = match(line.path, path);
    if (parameters) return { line, parameters };
  }
  return null;
}

function App(): JSX.Element | null {
  const path = usePath();
  const session = useSession();
  const place = placeOf(path);
  const mustLogIn = session !== null && !session.person && !place?.line.open;
  useEffect(() => {
    if (!mustLogIn) return;
    sessionStorage.setItem(afterLogin, path);
    go("/login", { replace: true });
  }, [mustLogIn, path]);
  if (session === null || mustLogIn) return null;
  if (!place) return <Missing />;
  return <Fetched key={path} place={place} />;
}

/** Fetches the screen's code the first time; a screen that was there before shows at once. */
function Fetched({ place: { line, parameters } }: { place: Place }): JSX.Element | null {
  const [Screen, setScreen] = useState<Screen | undefined>(() => fetched.get(line));
  useEffect(() => {
    if (Screen) return;
    void line.load().then((screen) => {
      fetched.set(line, screen);
      setScreen(() => screen);
    });
  }, [line, Screen]);
  return Screen ? <Screen {...parameters} /> : null;
}

const fetched = new Map<ScreenLine, Screen>();

function Missing(): JSX.Element {
  return (
    <Page title={text("page.missing")}>
      <EmptyState title={text("page.missing")} says={text("page.missingSays")}><ButtonLink to="/studies">{text("studies.title")}</ButtonLink></EmptyState>
    </Page>
  );
}

async function start(): Promise<void> {
  await loadTexts();
  const place = document.getElementById("screen");
  if (!place) return;
  await readSession().then(
    () => render(<App />, place),
    (error: ApiError) => render(<Page title="Koepel"><Fault error={error} again={() => location.reload()} /></Page>, place),
  );
}

void start();
