// SPDX-License-Identifier: EUPL-1.2
// Where the indicators come out between the two approaches, as a line. The sentence of the advice says the same in words.
import "./Approach.css";
import type { JSX } from "preact";
import type { ApproachAdvice } from "../../api/types";
import { number, text } from "../../texts/text";

const width = 520;
const at = (score: number) => 10 + ((score + 1) / 2) * (width - 20);

export function Scale({ advice }: { advice: ApproachAdvice }): JSX.Element | null {
  if (!advice.approach) return null;
  const { score, threshold } = advice;
  const here = (approach: string) => (advice.approach === approach ? "" : undefined);
  return (
    <figure className="scale-line" role="img" aria-label={text("approach.scale", { score: number(score, 2), name: advice.name })}>
      <svg viewBox={`0 0 ${width} 34`} aria-hidden="true">
        <line className="scale-line__end" x1={at(-1)} x2={at(-threshold)} y1="17" y2="17" />
        <line className="scale-line__base" x1={at(-threshold)} x2={at(threshold)} y1="17" y2="17" />
        <line className="scale-line__end" x1={at(threshold)} x2={at(1)} y1="17" y2="17" />
        <circle className="scale-line__mark" cx={at(score)} cy="17" r="12" />
      </svg>
      <div className="scale-line__words" aria-hidden="true">
        <span data-here={here("development")}>{text("approach.development")}</span>
        <span data-here={here("hybrid")}>{text("approach.hybrid")}</span>
        <span data-here={here("design")}>{text("approach.design")}</span>
      </div>
    </figure>
  );
}
