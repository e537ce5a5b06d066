// SPDX-License-Identifier: EUPL-1.2
// Motives by weight: an order, in which one may count as much as the one above it.
export interface Ranking { order: string[]; /** Per place: as heavy as the place above. */ same: boolean[] }
export interface WeightCells { motive: string; rank?: number; exact?: number; between?: [number, number] }

/** As the study has it. Motives without a rank come last, together; without any ranks all weigh the same. */
export function rankingOf(motives: string[], weights: WeightCells[]): Ranking {
  const rankOf = (motive: string) => weights.find((one) => one.motive === motive)?.rank ?? Number.MAX_SAFE_INTEGER;
  const order = [...motives].sort((a, b) => rankOf(a) - rankOf(b));
  return { order, same: order.map((motive, i) => i > 0 && rankOf(motive) === rankOf(order[i - 1] ?? "")) };
}

export function weightsOf({ order, same }: Ranking): WeightCells[] {
  let rank = 0;
  return order.map((motive, i) => ({ motive, rank: i > 0 && same[i] ? rank : ++rank }));
}

/** The places keep whether they weigh the same; the motive moves. */
export function moved(ranking: Ranking, from: number, to: number): Ranking {
  const order = [...ranking.order];
  const [motive] = order.splice(from, 1);
  if (motive === undefined || to < 0 || to > order.length) return ranking;
  order.splice(to, 0, motive);
  return { ...ranking, order };
}

export const sameAs = (ranking: Ranking, place: number): Ranking =>
  ({ ...ranking, same: ranking.same.map((one, i) => (i === place ? !one : one)) });
