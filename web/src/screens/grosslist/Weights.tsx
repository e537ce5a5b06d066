// SPDX-License-Identifier: EUPL-1.2
// What weighs most? Order first, no numbers: an order is what people agree on. Each move shows at once what it would do;
// nothing is stored before it is said.
import type { JSX } from "preact";
import { useMemo, useState } from "react";
import { useResource } from "../../api/resource";
import type { Cells, Change, LogRecord, Method } from "../../api/types";
import { Button } from "../../parts/Button";
import { Loaded } from "../../parts/Loaded";
import type { Saving } from "../../parts/useSaving";
import { text } from "../../texts/text";
import { OpportunityMap } from "./OpportunityMap";
import { RankList } from "./RankList";
import { rankingOf, weightsOf, type Ranking, type WeightCells } from "./ranking";
import { useWhatIf } from "./useWhatIf";
import { WhatIfView } from "./WhatIfView";

interface Props { study: string; method: Method; leads: boolean; store: Saving["store"] }

export function Weights({ study, ...rest }: Props): JSX.Element {
  const head = useResource<LogRecord[]>(`/studies/${study}/records?kind=study-opened`);
  return <Loaded resource={head}>{([record]) => record ? <Chosen key={record.sequence} study={study} record={record} {...rest} /> : null}</Loaded>;
}

/** The head is the one record whose cells are more than text. */
const weightsIn = (record: LogRecord) => (record.cells as unknown as { weights?: WeightCells[] }).weights ?? [];

function Chosen({ study, method, record, leads, store }: Props & { record: LogRecord }): JSX.Element {
  const stored = useMemo(() => rankingOf(method.motives.map((one) => one.id), weightsIn(record)), [method, record]);
  const [ranking, setRanking] = useState<Ranking>(stored);
  const different = JSON.stringify(weightsOf(ranking)) !== JSON.stringify(weightsOf(stored));
  const changes = useMemo<Change[] | null>(() => different ? [{ kind: "study-opened", cells: { ...record.cells, weights: weightsOf(ranking) } as unknown as Cells, expected: record.sequence }] : null, [different, ranking, record]);
  const asked = useWhatIf(study, changes);
  const exact = weightsIn(record).some((one) => one.exact !== undefined || one.between !== undefined);
  return (
    <div className="beside-map">
      <div className="stack">
        <p>{text("weights.help")}</p>
        {exact && <p className="quiet">{text("weights.exact")}</p>}
        <RankList motives={method.motives} ranking={ranking} change={setRanking} />
        {different && <WhatIfView asked={asked} />}
        <div className="row">
          {different && leads && <Button look="primary" onClick={() => changes && void store(changes, text("weights.stored"))}>{text("weights.store")}</Button>}
          {different && <Button look="subtle" onClick={() => setRanking(stored)}>{text("weights.reset")}</Button>}
          {different && !leads && <p className="quiet">{text("weights.onlyTrial")}</p>}
        </div>
      </div>
      <OpportunityMap study={study} trial={different ? asked.outcome?.picture : undefined} />
    </div>
  );
}
