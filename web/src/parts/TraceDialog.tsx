// SPDX-License-Identifier: EUPL-1.2
// A figure or sentence opened to where it comes from, step by step down to what people entered.
import "./TraceDialog.css";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "react";
import { useResource } from "../api/resource";
import type { Step } from "../api/types";
import { text } from "../texts/text";
import { Dialog } from "./Dialog";
import { Icon } from "./Icon";
import { Loaded } from "./Loaded";

export function TraceDialog({ study, step, close }: { study: string; step: string; close: () => void }): JSX.Element {
  const [path, setPath] = useState<{ id: string; what: string }[]>([{ id: step, what: text("trace.start") }]);
  const here = path[path.length - 1]?.id ?? step;
  const resource = useResource<Step>(`/studies/${study}/steps/${encodeURIComponent(here)}`);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (path.length > 1) top.current?.focus();
  }, [path]);
  return (
    <Dialog title={text("trace.title")} close={close}>
      {path.length > 1 && <Path path={path} back={(i) => setPath(path.slice(0, i + 1))} />}
      <div ref={top} tabIndex={-1} className="trace stack">
        <Loaded resource={resource}>{(data) => <StepView step={data} open={(id, what) => setPath([...path, { id, what }])} />}</Loaded>
      </div>
    </Dialog>
  );
}

function Path({ path, back }: { path: { id: string; what: string }[]; back: (i: number) => void }): JSX.Element {
  return (
    <nav aria-label={text("trace.path")}>
      <ol className="trace__path">
        {path.map(({ id, what }, i) => (
          <li key={id}>
            {i < path.length - 1 ? <button type="button" className="link-button" onClick={() => back(i)}>{what}</button> : <span aria-current="step">{what}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepView({ step, open }: { step: Step; open: (id: string, what: string) => void }): JSX.Element {
  return (
    <>
      <p className="trace__value"><span>{step.what}</span> <strong>{step.value}</strong></p>
      {step.rule && <div><h3>{text("trace.rule")}</h3><p>{step.rule}</p></div>}
      {step.from.length > 0 && (
        <div>
          <h3>{text("trace.from")}</h3>
          <ul className="trace__from">
            {step.from.map((one) => (
              <li key={one.id}>
                <button type="button" onClick={() => open(one.id, one.what)}>
                  <span>{one.what}</span><strong>{one.value}</strong><Icon name="right" />
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {step.inputs.length > 0 && <div><h3>{text("trace.inputs")}</h3><ul>{step.inputs.map((one) => <li key={one}>{one}</li>)}</ul></div>}
      {step.parameters.length > 0 && (
        <div>
          <h3>{text("trace.parameters")}</h3>
          <ul>{step.parameters.map((one) => typeof one === "string" ? <li key={one}>{one}</li> : <li key={one.id}>{one.text}{one.source && <span className="quiet"> ({one.source})</span>}</li>)}</ul>
        </div>
      )}
      {step.source && <p className="quiet small">{text("trace.source")}: {step.source}</p>}
    </>
  );
}
