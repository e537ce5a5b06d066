// SPDX-License-Identifier: EUPL-1.2
// Reading files into the study: first look, then take over.
import type { JSX } from "preact";
import { useState } from "react";
import { ApiError, newId, post } from "../api/client";
import { readFiles } from "../api/files";
import { refresh } from "../api/resource";
import type { FileInput, ImportPreview } from "../api/types";
import { Alert } from "../parts/Alert";
import { Button } from "../parts/Button";
import { FileChoice } from "../parts/FileChoice";
import { Fault } from "../parts/Loaded";
import { ProblemTable } from "../parts/ProblemTable";
import { Table } from "../parts/Table";
import { text } from "../texts/text";

type State =
  | { at: "choosing"; done?: number }
  | { at: "reading" }
  | { at: "seen"; files: FileInput[]; preview: ImportPreview; clientId: string; busy: boolean };

export function FileImport({ study }: { study: string }): JSX.Element {
  const [state, setState] = useState<State>({ at: "choosing" });
  const [files, setFiles] = useState<File[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const failed = (fault: unknown) => {
    setError(fault as ApiError);
    setState({ at: "choosing" });
  };
  const look = async (chosen: File[]) => {
    setFiles(chosen);
    setError(null);
    if (!chosen.length) return;
    setState({ at: "reading" });
    try {
      const read = await readFiles(chosen);
      const preview = await post<ImportPreview>(`/studies/${study}/files/_preview`, { files: read });
      setState({ at: "seen", files: read, preview, clientId: newId(), busy: false });
    } catch (fault) {
      failed(fault);
    }
  };
  const take = async () => {
    if (state.at !== "seen") return;
    setState({ ...state, busy: true });
    try {
      const { sequence } = await post<{ sequence: number }>(`/studies/${study}/files`, { clientId: state.clientId, files: state.files });
      refresh(`/studies/${study}`);
      setFiles([]);
      setState({ at: "choosing", done: sequence });
    } catch (fault) {
      failed(fault);
    }
  };
  const undo = async (sequence: number) => {
    await post(`/studies/${study}/events/${sequence}/_undo`, { clientId: newId() }).catch(failed);
    refresh(`/studies/${study}`);
    setState({ at: "choosing" });
  };
  if (state.at === "seen") return <Seen preview={state.preview} busy={state.busy} take={() => void take()} cancel={() => { setFiles([]); setState({ at: "choosing" }); }} />;
  return (
    <>
      <p>{text("import.lead")}</p>
      {error && <Fault error={error} />}
      {error && error.problems.length > 0 && <ProblemTable problems={error.problems} />}
      {state.at === "choosing" && state.done !== undefined && (
        <Alert tone="ok" live><p>{text("import.done")}</p><Button small onClick={() => void undo(state.done ?? 0)}>{text("grid.undo")}</Button></Alert>
      )}
      <FileChoice id="files" label={text("import.choose")} help={text("import.help")} files={files} onChange={(chosen) => void look(chosen)} />
      {state.at === "reading" && <p role="status">{text("import.reading")}</p>}
    </>
  );
}

function Seen({ preview, busy, take, cancel }: { preview: ImportPreview; busy: boolean; take: () => void; cancel: () => void }): JSX.Element {
  const { changes, counts, problems } = preview;
  return (
    <>
      <Table
        caption={text("import.found")} rows={counts} keyOf={(row) => row.kind}
        columns={[{ id: "kind", title: text("import.kind"), heads: true, show: (row) => row.name }, { id: "count", title: text("import.count"), number: true, show: (row) => row.count }]}
      />
      <p role="status">{text("import.changes", changes)}</p>
      {problems.length === 0 ? <Alert tone="ok"><p>{text("import.problemsNone")}</p></Alert> : <><p>{text("import.problemsSays")}</p><ProblemTable problems={problems} /></>}
      <div className="row">
        <Button look="primary" busy={busy} onClick={take}>{text("import.take")}</Button>
        <Button onClick={cancel}>{text("import.cancel")}</Button>
      </div>
    </>
  );
}
