// SPDX-License-Identifier: EUPL-1.2
import "./OneTimeLink.css";
import type { JSX } from "preact";
import { text } from "../texts/text";
import { Alert } from "./Alert";
import { CopyButton } from "./CopyButton";

/** A link to log in that is shown once. Without a link: this person has an account already and needs none. */
export function OneTimeLink({ name, link }: { name: string; link?: string | undefined }): JSX.Element {
  if (!link) return <Alert tone="ok" live><p>{text("people.hasAccount", { name })}</p></Alert>;
  return (
    <Alert tone="ok" live title={text("people.linkFor", { name })}>
      <p>{text("people.linkOnce")}</p>
      <p><code className="one-time-link">{link}</code></p>
      <CopyButton value={link} label={text("poll.copy")} about={name} />
    </Alert>
  );
}
