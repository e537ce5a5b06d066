// SPDX-License-Identifier: EUPL-1.2
// Versions: a name for the study as it stands, and which input changed which conclusion since.
import type { JSX } from "preact";
import { useState } from "react";
import { save } from "../../api/queue";
import { useResource } from "../../api/resource";
import type { Cause, Differences, LogRecord, Study } from "../../api/types";
import { Button } from "../../parts/Button";
import { EmptyState } from "../../parts/EmptyState";
import { Input, Select } from "../../parts/Field";
import { Loaded } from "../../parts/Loaded";
import { StatusBadge } from "../../parts/StatusBadge";
import { counted, day, text } from "../../texts/text";

export function Versions({ study }: { study: Study }): JSX.Element {
  const versions = useResource<LogRecord[]>(`/studies/${study.id}/records?kind=version-named`);
  return (
    <>
      {study.role === "facilitator" && !study.archived && <NameVersion study={study.id} />}
      <Loaded resource={versions}>{(all) => all.length === 0
        ? <EmptyState title={text("versions.none")} says={text("versions.noneSays")} />
        : <Compare study={study} versions={all} />}</Loaded>
    </>
  );
}

function NameVersion({ study }: { study: string }): JSX.Element {
  const [name, setName] = useState("");
  const store = async (event: Event) => {
    event.preventDefault();
    if (!name.trim()) return;
    const outcome = await save(study, [{ kind: "version-named", cells: { name: name.trim() } }]);
    if (outcome.kind === "saved") setName("");
  };
  return (
    <form className="form" onSubmit={(event) => void store(event)}>
      <Input id="version" label={text("versions.name")} help={text("versions.nameHelp")} value={name} onChange={setName} maxLength={120} />
      <Button type="submit" look="primary">{text("versions.store")}</Button>
    </form>
  );
}

function Compare({ study, versions }: { study: Study; versions: LogRecord[] }): JSX.Element {
  const newest = [...versions].sort((a, b) => b.sequence - a.sequence);
  const [from, setFrom] = useState(String(newest[0]?.sequence ?? 1));
  const [to, setTo] = useState("0");
  const named = newest.map((one) => ({ value: String(one.sequence), label: `${one.cells.name ?? ""} (${day(one.time)})` }));
  const differences = useResource<Differences>(`/studies/${study.id}/differences?from=${from}&to=${to}`);
  return (
    <section className="stack" aria-labelledby="differences">
      <h2 id="differences">{text("versions.differences")}</h2>
      <div className="row">
        <Select id="from" label={text("versions.from")} value={from} onChange={setFrom} choices={named} />
        <Select id="to" label={text("versions.to")} value={to} onChange={setTo} choices={[{ value: "0", label: text("versions.now") }, ...named]} />
      </div>
      <Loaded resource={differences}>{(data) => <Told differences={data} />}</Loaded>
    </section>
  );
}

const causesTold = 6;

/** The input that changed and that this conclusion was made from. */
function Because({ causes }: { causes: Cause[] }): JSX.Element {
  if (causes.length === 0) return <p className="quiet small">{text("versions.noCause")}</p>;
  const told = causes.slice(0, causesTold).map((one) => `${one.kindName}${one.label ? ` ${one.label}` : ""}${one.times > 1 ? ` (${one.times}×)` : ""}`);
  const rest = causes.length - told.length;
  return <p className="small"><strong>{text("versions.because")}</strong> {told.join("; ")}{rest > 0 && `; ${text("versions.otherCauses", { n: rest })}`}</p>;
}

function Told({ differences }: { differences: Differences }): JSX.Element {
  return (
    <>
      <h3>{counted("versions.conclusions", differences.findings.length)}</h3>
      <ul className="changes">
        {differences.findings.map((one) => (
          <li key={one.id} className="stack stack--close">
            <p><StatusBadge status={one.change === "gone" ? "warning" : "active"}>{text(`versions.${one.change ?? "changed"}` as "versions.changed")}</StatusBadge></p>
            <div className="before-after">
              {one.before && <div><p className="quiet small">{text("versions.before")}</p><p>{one.before}</p></div>}
              {one.after && <div><p className="quiet small">{text("versions.after")}</p><p>{one.after}</p></div>}
            </div>
            <Because causes={one.causes ?? []} />
          </li>
        ))}
      </ul>
      <h3>{counted("versions.inputs", differences.events.length)}</h3>
      <ul>
        {differences.events.slice(0, 50).map((one) => <li key={one.sequence}>{one.kindName ?? one.kind}{one.label ? ` ${one.label}` : ""}, {one.actorName}, {day(one.time)}</li>)}
      </ul>
      {differences.events.length > 50 && <p className="quiet">{text("versions.more", { n: differences.events.length - 50 })}</p>}
    </>
  );
}
