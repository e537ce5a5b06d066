// SPDX-License-Identifier: EUPL-1.2
// A list to put in order: drag a row by its grip, or use the buttons. Moves are said aloud and the focus goes along.
import type { JSX } from "preact";
import { useRef, useState } from "react";
import type { Method } from "../../api/types";
import { Icon } from "../../parts/Icon";
import { text } from "../../texts/text";
import { moved, sameAs, weightsOf, type Ranking } from "./ranking";

interface Props { motives: Method["motives"]; ranking: Ranking; change: (ranking: Ranking) => void }

export function RankList({ motives, ranking, change }: Props): JSX.Element {
  const list = useRef<HTMLOListElement>(null);
  const [held, setHeld] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const ranks = weightsOf(ranking).map((one) => one.rank ?? 0);
  const nameOf = (id: string) => motives.find((one) => one.id === id)?.name ?? id;
  const move = (motive: string, to: number) => {
    const from = ranking.order.indexOf(motive);
    if (to === from || to < 0 || to >= ranking.order.length) return;
    change(moved(ranking, from, to));
    setSaid(text("weights.moved", { motive: nameOf(motive), place: to + 1 }));
  };
  /** The place under the pointer: as many rows as have their middle above it. */
  const drag = (event: PointerEvent) => {
    if (!held || !list.current) return;
    const rows = [...list.current.children].filter((row) => (row as HTMLElement).dataset.motive !== held);
    move(held, rows.filter((row) => { const box = row.getBoundingClientRect(); return box.top + box.height / 2 < event.clientY; }).length);
  };
  const press = (motive: string, step: number, event: MouseEvent) => {
    move(motive, ranking.order.indexOf(motive) + step);
    const button = event.currentTarget as HTMLElement;
    window.requestAnimationFrame(() => button.focus());
  };
  return (
    <>
      <ol className="rank-list" ref={list}>
        {ranking.order.map((motive, i) => (
          <li key={motive} data-motive={motive} className={`rank-row${held === motive ? " rank-row--held" : ""}${ranking.same[i] ? " rank-row--same" : ""}`}>
            <span
              className="rank-row__grip" aria-hidden="true" title={text("weights.drag")}
              onPointerDown={(event) => { event.preventDefault(); event.currentTarget.setPointerCapture(event.pointerId); setHeld(motive); }}
              onPointerMove={drag} onPointerUp={() => setHeld(null)} onPointerCancel={() => setHeld(null)}
            >⠿</span>
            <span className="rank-row__place">{ranks[i]}</span>
            <span className="rank-row__name">
              {nameOf(motive)}
              {i > 0 && <button type="button" className="rank-row__same" aria-pressed={!!ranking.same[i]} onClick={() => change(sameAs(ranking, i))}>{text("weights.same")}<span className="unseen">: {nameOf(motive)}</span></button>}
            </span>
            <span className="rank-row__buttons">
              <button type="button" className="icon-button rank-row__up" aria-disabled={i === 0} onClick={(event) => press(motive, -1, event)} aria-label={text("weights.up", { motive: nameOf(motive) })}><Icon name="down" /></button>
              <button type="button" className="icon-button" aria-disabled={i === ranking.order.length - 1} onClick={(event) => press(motive, 1, event)} aria-label={text("weights.down", { motive: nameOf(motive) })}><Icon name="down" /></button>
            </span>
          </li>
        ))}
      </ol>
      <p className="unseen" role="status">{said}</p>
    </>
  );
}
