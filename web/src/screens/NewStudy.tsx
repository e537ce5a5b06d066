// SPDX-License-Identifier: EUPL-1.2
// A study starts with municipalities, an example, a copy or a folder of files. One form, no wizard: all can be changed later.
import type { JSX } from "preact";
import { useState } from "react";
import { ApiError, post } from "../api/client";
import { readFiles } from "../api/files";
import { refresh, useResource } from "../api/resource";
import type { Municipality, Problem, StudyLine } from "../api/types";
import { Alert } from "../parts/Alert";
import { Button, ButtonLink } from "../parts/Button";
import { RadioGroup } from "../parts/Choices";
import { ErrorSummary, type FieldError } from "../parts/ErrorSummary";
import { Input, Select, TextArea } from "../parts/Field";
import { FileChoice } from "../parts/FileChoice";
import { Fault, Loaded } from "../parts/Loaded";
import { MunicipalityPicker } from "../parts/MunicipalityPicker";
import { Page } from "../parts/Page";
import { ProblemTable } from "../parts/ProblemTable";
import { go } from "../router/route";
import { listed, text } from "../texts/text";

type Way = "own" | "example" | "copy" | "files";
interface Made { id: string; problems: Problem[] }

export function NewStudy(): JSX.Element {
  const [way, setWay] = useState<Way>(location.hash === "#example" ? "example" : "own");
  const [made, setMade] = useState<Made | null>(null);
  const done = (study: Made) => {
    refresh("/studies");
    if (study.problems?.length) setMade(study);
    else go(`/studies/${study.id}`);
  };
  if (made) return <MadeWithProblems made={made} />;
  return (
    <Page title={text("new.title")}>
      <RadioGroup
        id="way" label={text("new.how")} value={way} onChange={(value) => setWay(value as Way)}
        choices={(["own", "example", "copy", "files"] as const).map((value) => ({ value, label: text(`new.${value}`), help: text(`new.${value}Help`) }))}
      />
      {way === "own" && <OwnForm done={done} />}
      {way === "example" && <ExampleForm done={done} />}
      {way === "copy" && <CopyForm done={done} />}
      {way === "files" && <FilesForm done={done} />}
    </Page>
  );
}

function MadeWithProblems({ made }: { made: Made }): JSX.Element {
  return (
    <Page title={text("new.title")}>
      <Alert tone="ok" live><p>{text("new.problems")}</p></Alert>
      <ProblemTable problems={made.problems} />
      <ButtonLink to={`/studies/${made.id}`}>{text("new.toStudy")}</ButtonLink>
    </Page>
  );
}

/** What all four forms share: check, send, show what went wrong. */
function useMaking(done: (study: Made) => void) {
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [fault, setFault] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async (wrong: FieldError[], body: () => Promise<unknown> | unknown) => {
    setErrors(wrong);
    setFault(null);
    if (wrong.length) return;
    setBusy(true);
    try {
      done(await post<Made>("/studies", await body()));
    } catch (error) {
      setFault(error as ApiError);
      setBusy(false);
    }
  };
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.says;
  const top = <>
    <ErrorSummary errors={errors} />
    {fault && <Fault error={fault} />}
    {fault && fault.problems.length > 0 && <ProblemTable problems={fault.problems} />}
  </>;
  return { make, errorOf, top, busy };
}

function OwnForm({ done }: { done: (study: Made) => void }): JSX.Element {
  const municipalities = useResource<Municipality[]>("/municipalities");
  const [partners, setPartners] = useState<string[]>([]);
  const [title, setTitle] = useState<string | null>(null);
  const [question, setQuestion] = useState("");
  const { make, errorOf, top, busy } = useMaking(done);
  const names = partners.map((id) => municipalities.data?.find((one) => one.id === id)?.name ?? id);
  // Until someone types a title, it follows the choice of municipalities.
  const named = title ?? (names.length > 1 ? text("new.nameProposal", { partners: listed(names) }) : "");
  const submit = (event: Event) => {
    event.preventDefault();
    void make([
      ...(partners.length < 2 ? [{ field: "municipality", says: text("new.partnersMissing") }] : []),
      ...(named.trim() ? [] : [{ field: "title", says: text("new.nameMissing") }]),
    ], () => ({ title: named.trim(), partners, ...(question.trim() ? { question: question.trim() } : {}) }));
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      {top}
      <section className="stack" aria-labelledby="partners-title">
        <h2 id="partners-title">{text("new.partners")}</h2>
        <Loaded resource={municipalities}>{(all) => <MunicipalityPicker all={all} chosen={partners} change={setPartners} error={errorOf("municipality")} />}</Loaded>
      </section>
      <Input id="title" label={text("new.name")} help={text("new.nameHelp")} value={named} onChange={setTitle} error={errorOf("title")} />
      <TextArea id="question" label={text("new.question")} help={text("new.questionHelp")} rows={2} optional value={question} onChange={setQuestion} />
      <Button type="submit" look="primary" busy={busy}>{text("new.submit")}</Button>
    </form>
  );
}

function ExampleForm({ done }: { done: (study: Made) => void }): JSX.Element {
  const examples = useResource<{ id: string; title: string }[]>("/examples");
  const [example, setExample] = useState("");
  const { make, errorOf, top, busy } = useMaking(done);
  const submit = (event: Event) => {
    event.preventDefault();
    void make(example ? [] : [{ field: "example", says: text("new.chooseMissing") }], () => ({ example }));
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      {top}
      <Loaded resource={examples}>{(all) => (
        <RadioGroup id="example" label={text("new.whichExample")} error={errorOf("example")} value={example} onChange={setExample} choices={all.map(({ id, title }) => ({ value: id, label: title }))} />
      )}</Loaded>
      <Button type="submit" look="primary" busy={busy}>{text("new.submit")}</Button>
    </form>
  );
}

function CopyForm({ done }: { done: (study: Made) => void }): JSX.Element {
  const studies = useResource<StudyLine[]>("/studies");
  const [copyOf, setCopyOf] = useState("");
  const [title, setTitle] = useState("");
  const { make, errorOf, top, busy } = useMaking(done);
  const submit = (event: Event) => {
    event.preventDefault();
    void make([
      ...(copyOf ? [] : [{ field: "copyOf", says: text("new.chooseMissing") }]),
      ...(title.trim() ? [] : [{ field: "title", says: text("new.nameMissing") }]),
    ], () => ({ copyOf, title: title.trim() }));
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      {top}
      <Loaded resource={studies}>{(all) => (
        <Select id="copyOf" label={text("new.whichStudy")} error={errorOf("copyOf")} empty={text("new.choose")} value={copyOf} onChange={setCopyOf} choices={all.map(({ id, title: name }) => ({ value: id, label: name }))} />
      )}</Loaded>
      <Input id="title" label={text("new.name")} help={text("new.nameHelp")} value={title} onChange={setTitle} error={errorOf("title")} />
      <Button type="submit" look="primary" busy={busy}>{text("new.submit")}</Button>
    </form>
  );
}

function FilesForm({ done }: { done: (study: Made) => void }): JSX.Element {
  const [files, setFiles] = useState<File[]>([]);
  const { make, errorOf, top, busy } = useMaking(done);
  const submit = (event: Event) => {
    event.preventDefault();
    void make(files.length ? [] : [{ field: "files", says: text("new.filesMissing") }], async () => ({ files: await readFiles(files) }));
  };
  return (
    <form className="form" noValidate onSubmit={submit}>
      {top}
      <FileChoice id="files" label={text("new.chooseFiles")} help={text("import.help")} error={errorOf("files")} files={files} onChange={setFiles} />
      <Button type="submit" look="primary" busy={busy}>{text("new.submit")}</Button>
    </form>
  );
}
