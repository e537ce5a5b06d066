// SPDX-License-Identifier: EUPL-1.2
// A document as a file. LibreOffice makes most of them, which takes some seconds: the button says so and can be stopped.
import type { JSX } from "preact";
import { useRef, useState } from "react";
import { ApiError, getFile } from "../../api/client";
import { Button } from "../../parts/Button";
import { Fault } from "../../parts/Loaded";
import { text } from "../../texts/text";

interface Props { study: string; document: string; audience: string; formats: string[] }

export function Downloads({ study, document: name, audience, formats }: Props): JSX.Element {
  const [busy, setBusy] = useState("");
  const [fault, setFault] = useState<ApiError | null>(null);
  const stop = useRef<AbortController | null>(null);
  const fetchFile = async (format: string) => {
    stop.current = new AbortController();
    setBusy(format);
    setFault(null);
    try {
      const file = await getFile(`/studies/${study}/documents/${name}/files/${format}?audience=${audience}`, { signal: stop.current.signal });
      keep(file, `${name}-${audience}.${format}`);
    } catch (error) {
      if (error instanceof ApiError) setFault(error);
    } finally {
      setBusy("");
    }
  };
  return (
    <div className="stack stack--close no-print">
      <div className="row" role="group" aria-label={text("documents.download")}>
        <span>{text("documents.download")}</span>
        {formats.map((format) => <Button key={format} small busy={busy === format} onClick={() => void fetchFile(format)}>{text(`documents.format.${format}` as "documents.format.pdf")}</Button>)}
        {busy && <Button small look="subtle" onClick={() => stop.current?.abort()}>{text("documents.stop")}</Button>}
      </div>
      <p className="quiet small" role="status">{busy ? text("documents.making") : ""}</p>
      {fault && <Fault error={fault} />}
    </div>
  );
}

function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
