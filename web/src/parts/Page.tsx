// SPDX-License-Identifier: EUPL-1.2
// What stands around every screen: the way past the header, the header, the study's menu, the foot.
import "@nl-design-system-candidate/skip-link-css/skip-link.css";
import "./Page.css";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "react";
import { loggedOut } from "../api/client";
import { useWaiting } from "../api/queue";
import { useResource } from "../api/resource";
import { logout, readSession, useSession } from "../api/session";
import type { Study } from "../api/types";
import { Link } from "../router/Link";
import { go } from "../router/route";
import { menuOf } from "../screens/screens";
import { counted, day, text } from "../texts/text";
import { Alert } from "./Alert";
import { Button } from "./Button";
import { Brand } from "./Brand";
import { LanguageSwitch } from "./LanguageSwitch";

interface Props {
  title: string;
  /** One or two sentences under the title: what is this screen for. */
  lead?: string | undefined;
  /** The study this screen belongs to, and the screen's own id: brings the study's menu. */
  study?: string;
  screen?: string;
  /** To the right of the title. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

export function Page({ title, lead, study, screen, actions, children }: Props): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} | Koepel`;
  }, [title]);
  useEffect(() => {
    // The first page keeps the browser's own focus; later ones must be announced, and so get it.
    if (visited) heading.current?.focus();
    visited = true;
  }, [screen, study]);
  return (
    <>
      <a href="#content" className="nl-skip-link nl-skip-link--visible-on-focus skip no-print" onClick={(event) => { event.preventDefault(); heading.current?.focus(); }}>{text("page.skip")}</a>
      <Header />
      <div className={`page${study ? " page--with-menu" : ""}`}>
        {study && <StudyMenu study={study} screen={screen ?? ""} />}
        <main id="content" className="page__main stack stack--wide">
          <div className="page__title row row--apart">
            <div className="stack stack--close">
              {study && <PrintedHead study={study} />}
              <h1 ref={heading} tabIndex={-1}>{title}</h1>
              {lead && <p className="lead">{lead}</p>}
            </div>
            {actions && <div className="row no-print">{actions}</div>}
          </div>
          <LoggedOut />
          {study && <Unsent study={study} />}
          {children}
        </main>
      </div>
      <Footer />
    </>
  );
}

let visited = false;

function Header(): JSX.Element {
  const person = useSession()?.person;
  const leave = () => void logout().then(() => go("/login"));
  return (
    <header className="header">
      <div className="header__inner">
        <Link to="/" className="header__brand"><Brand /></Link>
        <div className="header__right no-print">
          <LanguageSwitch />
          {person?.manager && <Link to="/people">{text("people.title")}</Link>}
          {person && <Link to="/account" className="header__person">{person.name}</Link>}
          {person && <button type="button" className="link-button" onClick={leave}>{text("page.logout")}</button>}
        </div>
      </div>
    </header>
  );
}

/** On paper somebody must see of which study this is, and of when. */
function PrintedHead({ study }: { study: string }): JSX.Element {
  const { data } = useResource<Study>(`/studies/${study}`);
  return <p className="print-only small">{data?.title}, {day(new Date().toISOString())}</p>;
}

function StudyMenu({ study, screen }: { study: string; screen: string }): JSX.Element {
  const { data } = useResource<Study>(`/studies/${study}`);
  const items = menuOf(study).map((one) => (
    <li key={one.id}><Link to={one.path} current={one.id === screen}>{one.title}</Link></li>
  ));
  return (
    <div className="menu no-print">
      <nav aria-label={text("page.menu")} className="menu__wide">
        <p className="menu__study">{data?.title ?? " "}</p>
        <ul>{items}</ul>
      </nav>
      <details className="menu__narrow" key={screen}>
        <summary>{text("page.menu")}: {menuOf(study).find((one) => one.id === screen)?.title ?? data?.title}</summary>
        <nav aria-label={text("page.menu")}><ul>{items}</ul></nav>
      </details>
    </div>
  );
}

/** A session that ended while somebody works: what was typed stays on screen until he chooses to log in again. */
function LoggedOut(): JSX.Element | null {
  const [out, setOut] = useState(false);
  useEffect(() => {
    const tell = () => setOut(true);
    addEventListener(loggedOut, tell);
    return () => removeEventListener(loggedOut, tell);
  }, []);
  if (!out) return null;
  return <Alert tone="warning" live title={text("page.loggedOut")}><p>{text("page.loggedOutSays")}</p><Button small onClick={() => void readSession()}>{text("page.loginAgain")}</Button></Alert>;
}

/** Said only when it lasts, so that normal saving does not flicker. */
function Unsent({ study }: { study: string }): JSX.Element | null {
  const count = useWaiting(study);
  if (!count || navigator.onLine) return null;
  return <Alert tone="warning" live><p>{counted("page.unsent", count)}</p></Alert>;
}

function Footer(): JSX.Element {
  return (
    <footer className="footer">
      <div className="footer__inner row row--apart">
        <span>{text("page.about")}</span>
        <span className="no-print">{text("page.privacy")}</span>
      </div>
    </footer>
  );
}
