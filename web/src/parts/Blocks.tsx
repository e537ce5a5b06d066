// SPDX-License-Identifier: EUPL-1.2
// Pieces of a document as the server composed them: the same sentences, tables and pictures as on paper.
import "./Blocks.css";
import { createContext, type ComponentChildren, type JSX } from "preact";
import { createElement, useContext } from "react";
import type { Block, Span } from "../api/types";
import { PictureView } from "./PictureView";
import { StepLink, Traced } from "./StepLink";
import { TableScroll } from "./Table";

/** `paragraph` may draw a paragraph its own way: the editor of a document does. */
export type DrawParagraph = (block: ParagraphBlock, plain: JSX.Element) => ComponentChildren;
export type ParagraphBlock = Extract<Block, { kind: "paragraph" }>;
type TableShape = Extract<Block, { kind: "table" }>;
type Cell = TableShape["rows"][number][number];

/** Where a link to the heading at this place among the blocks goes. */
export const headingId = (place: number): string => `part-${place}`;

/** Of which study the blocks tell: what has a step opens there. */
const StudyToldOf = createContext("");

/** `above`: how deep the headings of the page go; those of the document come below. */
export function Blocks({ study, blocks, above = 1, paragraph }: { study: string; blocks: Block[]; above?: number; paragraph?: DrawParagraph }): JSX.Element {
  const levels = headingLevels(blocks, above);
  return (
    <StudyToldOf.Provider value={study}>
      <div className="blocks stack">{blocks.map((block, i) => <One key={i} id={headingId(i)} block={block} level={levels[i] ?? above + 1} paragraph={paragraph} />)}</div>
    </StudyToldOf.Provider>
  );
}

/** No level is skipped on a page, also where the document starts halfway. */
function headingLevels(blocks: Block[], above: number): number[] {
  let last = above;
  const first = blocks.find((block) => block.kind === "heading");
  const shift = above + 1 - (first && first.kind === "heading" ? first.level : 1);
  return blocks.map((block) => {
    if (block.kind !== "heading") return last;
    last = Math.min(Math.max(block.level + shift, above + 1), last + 1, 6);
    return last;
  });
}

function One({ id, block, level, paragraph }: { id?: string; block: Block; level: number; paragraph: DrawParagraph | undefined }): JSX.Element | null {
  switch (block.kind) {
    case "heading":
      return createElement(`h${level}`, { id }, block.text);
    case "paragraph": {
      const plain = <p className={block.style ? `block-${block.style}` : undefined}><Spans spans={block.spans} /></p>;
      return <>{paragraph ? paragraph(block, plain) : plain}</>;
    }
    case "bullets":
      return createElement(block.numbered ? "ol" : "ul", {}, block.items.map((item, i) => <li key={i}><Spans spans={item} /></li>));
    case "box":
      return (
        <section className={`block-box block-box--${block.boxKind} stack stack--close`}>
          {block.title && createElement(`h${Math.min(level + 1, 6)}`, {}, block.title)}
          {block.body.map((part, i) => <One key={i} block={part as Block} level={level + 1} paragraph={undefined} />)}
        </section>
      );
    case "table":
      return <TableView block={block} />;
    case "figure":
      return <FigureView block={block} />;
    default:
      return null;
  }
}

function FigureView({ block }: { block: Extract<Block, { kind: "figure" }> }): JSX.Element {
  return <PictureView study={useContext(StudyToldOf)} picture={block.picture} wide />;
}

function Spans({ spans }: { spans: Span[] }): JSX.Element {
  const study = useContext(StudyToldOf);
  return (
    <>
      {spans.map((span, i) => {
        if (span.step) return <Traced key={i} study={study} step={span.step}>{span.text}</Traced>;
        const said = span.strong ? <strong>{span.text}</strong> : span.emphasis ? <em>{span.text}</em> : span.text;
        return span.link?.startsWith("https://") ? <a key={i} href={span.link} rel="noreferrer">{said}</a> : <span key={i}>{said}</span>;
      })}
    </>
  );
}

/** A figure is its own button; a sentence has one behind it. */
function CellContent({ cell, of }: { cell: Cell; of: string }): JSX.Element {
  const study = useContext(StudyToldOf);
  const only = cell.spans.length === 1 ? cell.spans[0] : undefined;
  return cell.number && only?.step ? <StepLink study={study} step={only.step} what={of}>{only.text}</StepLink> : <Spans spans={cell.spans} />;
}

const cellName = (block: TableShape, row: number, column: number) =>
  `${(block.rows[row]?.[0]?.spans ?? []).map((span) => span.text).join("")}, ${block.header[column] ?? ""}`;

function TableView({ block }: { block: TableShape }): JSX.Element {
  return (
    <div>
      <TableScroll label={block.caption}>
        <table className="table">
          <caption>{block.caption}</caption>
          <thead><tr>{block.header.map((title, i) => <th key={i} scope="col" className={block.rows[0]?.[i]?.number ? "number" : undefined}>{title}</th>)}</tr></thead>
          <tbody>
            {block.rows.map((row, i) => (
              <tr key={i}>{row.map((cell, j) => j === 0
                ? <th key={j} scope="row"><Spans spans={cell.spans} /></th>
                : <td key={j} className={cell.number ? "number" : undefined}><CellContent cell={cell} of={cellName(block, i, j)} /></td>)}</tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {block.note && <p className="block-note">{block.note}</p>}
    </div>
  );
}
