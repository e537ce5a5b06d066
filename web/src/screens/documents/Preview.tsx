// SPDX-License-Identifier: EUPL-1.2
// A document as it will be, with paragraphs that the facilitator may put in own words. Own words stay when the analysis
// changes; where the sentence behind them changed, both are shown.
import type { JSX } from "preact";
import { useState } from "react";
import type { ApiError } from "../../api/client";
import { save } from "../../api/queue";
import { useResource } from "../../api/resource";
import type { DocumentShape, Study } from "../../api/types";
import { Alert } from "../../parts/Alert";
import { Blocks, type ParagraphBlock } from "../../parts/Blocks";
import { Button } from "../../parts/Button";
import { TextArea } from "../../parts/Field";
import { Fault, Loaded } from "../../parts/Loaded";
import { TextDifference } from "../../parts/TextDifference";
import { StatusBadge } from "../../parts/StatusBadge";
import { language, text } from "../../texts/text";
import { Contents } from "./Contents";

export function Preview({ study, document, audience }: { study: Study; document: string; audience: string }): JSX.Element {
  const shape = useResource<DocumentShape>(document ? `/studies/${study.id}/documents/${document}?audience=${audience}` : null);
  return <Loaded resource={shape}>{(data) => <div className="paper-and-contents"><Contents blocks={data.blocks} /><Paper study={study} document={data} /></div>}</Loaded>;
}

function Paper({ study, document }: { study: Study; document: DocumentShape }): JSX.Element {
  const mayEdit = study.role === "facilitator" && !study.archived;
  return (
    <article className="paper stack">
      <header className="stack stack--close">
        {document.kind && <p className="paper__kind">{document.kind}</p>}
        <h2>{document.title}</h2>
        {document.subtitle && <p className="lead">{document.subtitle}</p>}
        <dl className="paper__cover">{(document.cover ?? []).map((line) => <Line key={line.label} label={line.label} says={line.text} />)}</dl>
      </header>
      {document.banner && <Alert tone="info"><p>{document.banner}</p></Alert>}
      <Blocks study={study.id} blocks={document.blocks} above={2} paragraph={(block, plain) => block.block && (mayEdit || block.edited)
        ? <Paragraph study={study.id} document={document.id} block={block} plain={plain} mayEdit={mayEdit} />
        : plain} />
      {document.footer && <footer className="quiet small">{document.footer}</footer>}
    </article>
  );
}

const Line = ({ label, says }: { label: string; says: string }) => <><dt>{label}</dt><dd>{says}</dd></>;

const textOf = (block: ParagraphBlock) => block.spans.map((span) => span.text).join("");

interface ParagraphProps { study: string; document: string; block: ParagraphBlock; plain: JSX.Element; mayEdit: boolean }

function Paragraph({ study, document, block, plain, mayEdit }: ParagraphProps): JSX.Element {
  const [editing, setEditing] = useState(false);
  const [fault, setFault] = useState<ApiError | null>(null);
  const store = async (words: string) => {
    const cells = { document, block: block.block ?? "", language: language(), generated: block.generated ?? "", text: words };
    const outcome = await save(study, [{ kind: "text-edited", cells }]);
    if (outcome.kind === "refused") setFault(outcome.error);
    else setEditing(false);
  };
  if (editing) return <Editor block={block} fault={fault} store={store} cancel={() => setEditing(false)} />;
  return (
    <div className={`paragraph${block.edited ? " own-words" : ""}`}>
      {plain}
      {block.edited && (
        <p className="own-words__bar">
          <StatusBadge status={block.outdated ? "warning" : "active"}>{text(block.outdated ? "documents.outdated" : "documents.edited")}</StatusBadge>
          {mayEdit && <button type="button" className="link-button no-print" onClick={() => void store("")}>{text("documents.backToGenerated")}</button>}
        </p>
      )}
      {block.outdated && (
        <div className="before-after">
          <div><p className="quiet small">{text("documents.changedSince")}</p><TextDifference before={block.replaced ?? ""} after={block.generated ?? ""} /></div>
        </div>
      )}
      {mayEdit && <p className="paragraph__edit no-print"><button type="button" className="link-button" onClick={() => setEditing(true)}>{text("documents.edit")}<span className="unseen">: {textOf(block).slice(0, 60)}</span></button></p>}
    </div>
  );
}

function Editor({ block, fault, store, cancel }: { block: ParagraphBlock; fault: ApiError | null; store: (words: string) => Promise<void>; cancel: () => void }): JSX.Element {
  const [words, setWords] = useState(textOf(block));
  return (
    <form className="form" onSubmit={(event) => { event.preventDefault(); void store(words); }}>
      {fault && <Fault error={fault} />}
      <TextArea id={`edit-${block.block}`} label={text("documents.ownWords")} rows={6} value={words} onChange={setWords} />
      {block.edited && <p className="quiet small">{text("documents.generatedNow")}: {block.generated}</p>}
      <div className="row">
        <Button type="submit" look="primary" small>{text("documents.keep")}</Button>
        <Button small onClick={cancel}>{text("documents.cancel")}</Button>
      </div>
    </form>
  );
}
