// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useState } from "react";
import { text } from "../texts/text";
import { Button } from "./Button";

/** Puts a text on the clipboard; `about` says to a screen reader whose text it is. */
export function CopyButton({ value, label, about }: { value: string; label: string; about: string }): JSX.Element {
  const [done, setDone] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(value).then(() => setDone(true));
  return <Button small onClick={copy}>{done ? text("poll.copied") : label}<span className="unseen">{about}</span></Button>;
}
