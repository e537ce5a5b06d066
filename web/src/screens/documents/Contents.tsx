// SPDX-License-Identifier: EUPL-1.2
// The chapters of a document, to go straight to one: beside it on a wide screen, folded above it on a phone.
import type { JSX } from "preact";
import type { Block } from "../../api/types";
import { headingId } from "../../parts/Blocks";
import { Disclosure } from "../../parts/Disclosure";
import { text } from "../../texts/text";

interface Chapter { id: string; title: string; level: number }

function chaptersOf(blocks: Block[]): Chapter[] {
  const all = blocks.flatMap((block, i) => (block.kind === "heading" ? [{ id: headingId(i), title: block.text, level: block.level }] : []));
  const top = Math.min(...all.map((one) => one.level));
  return all.filter((one) => one.level <= top + 1).map((one) => ({ ...one, level: one.level - top }));
}

export function Contents({ blocks }: { blocks: Block[] }): JSX.Element | null {
  const chapters = chaptersOf(blocks);
  if (chapters.length < 3) return null;
  return (
    <nav className="contents no-print" aria-label={text("documents.contents")}>
      <Disclosure title={text("documents.contents")} open={matchMedia("(min-width: 64rem)").matches}>
        <ol className="contents__list">
          {chapters.map((one) => <li key={one.id} className={one.level ? "contents__below" : undefined}><a href={`#${one.id}`}>{one.title}</a></li>)}
        </ol>
      </Disclosure>
    </nav>
  );
}
