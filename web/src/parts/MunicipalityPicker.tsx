// SPDX-License-Identifier: EUPL-1.2
// Choose municipalities: by typing, from the neighbours of those chosen, or on the map. The map is for the mouse only;
// all it does can be done in the list beside it.
import "./MunicipalityPicker.css";
import type { JSX } from "preact";
import { useMemo, useState } from "react";
import type { Municipality } from "../api/types";
import { counted, number, text } from "../texts/text";
import { Icon } from "./Icon";
import { TypeAhead } from "./TypeAhead";

interface Props { all: Municipality[]; chosen: string[]; change: (chosen: string[]) => void; error?: string | undefined }

export function MunicipalityPicker({ all, chosen, change, error }: Props): JSX.Element {
  const byId = useMemo(() => new Map(all.map((one) => [one.id, one])), [all]);
  const toggle = (id: string) => change(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const free = useMemo(() => all.filter((one) => !chosen.includes(one.id)).map((one) => ({ id: one.id, name: one.name, more: one.province })), [all, chosen]);
  const members = chosen.map((id) => byId.get(id)).filter((one): one is Municipality => !!one);
  return (
    <div className="picker">
      <div className="picker__list stack">
        <TypeAhead id="municipality" label={text("picker.label")} help={text("picker.help")} error={error} all={free} choose={toggle} />
        <Chosen members={members} drop={toggle} />
        <Neighbours members={members} byId={byId} chosen={chosen} add={toggle} />
      </div>
      <DotMap all={all} chosen={chosen} toggle={toggle} />
    </div>
  );
}

function Chosen({ members, drop }: { members: Municipality[]; drop: (id: string) => void }): JSX.Element {
  const people = members.reduce((sum, one) => sum + one.inhabitants, 0);
  return (
    <div aria-live="polite">
      <p className="picker__count">{members.length ? counted("picker.chosen", members.length, { people: number(people) }) : text("picker.none")}</p>
      <ul className="chips">
        {members.map((one) => (
          <li key={one.id}>
            <button type="button" className="chip chip--on" onClick={() => drop(one.id)}>
              {one.name} <span className="chip__more">{number(one.inhabitants)}</span>
              <Icon name="close" /><span className="unseen">{text("picker.remove")}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Neighbours({ members, byId, chosen, add }: { members: Municipality[]; byId: Map<string, Municipality>; chosen: string[]; add: (id: string) => void }): JSX.Element | null {
  const touching = new Map<string, number>();
  for (const member of members) for (const id of member.neighbours) if (!chosen.includes(id)) touching.set(id, (touching.get(id) ?? 0) + 1);
  const nearest = [...touching].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([id]) => byId.get(id)).filter((one): one is Municipality => !!one);
  if (!nearest.length) return null;
  return (
    <div>
      <h3 className="picker__heading">{text("picker.neighbours")}</h3>
      <ul className="chips">
        {nearest.map((one) => (
          <li key={one.id}><button type="button" className="chip" onClick={() => add(one.id)}><Icon name="plus" />{one.name}</button></li>
        ))}
      </ul>
    </div>
  );
}

const radius = (inhabitants: number) => 2.2 + Math.sqrt(inhabitants) / 90;

function DotMap({ all, chosen, toggle }: { all: Municipality[]; chosen: string[]; toggle: (id: string) => void }): JSX.Element {
  const [over, setOver] = useState<Municipality | null>(null);
  const at = useMemo(() => placed(all), [all]);
  const last = [...all].sort((a, b) => Number(chosen.includes(a.id)) - Number(chosen.includes(b.id)));
  return (
    <figure className="dot-map no-print">
      <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} role="img" aria-label={text("picker.map")}>
        {last.map((one) => {
          const [x, y] = at(one);
          return (
            <circle
              key={one.id} cx={x} cy={y} r={radius(one.inhabitants)} className={chosen.includes(one.id) ? "dot dot--on" : "dot"}
              onClick={() => toggle(one.id)} onMouseEnter={() => setOver(one)} onMouseLeave={() => setOver(null)}
            />
          );
        })}
        {chosen.map((id) => all.find((one) => one.id === id)).map((one) => one && <text key={one.id} className="dot-map__name" x={at(one)[0] + 7} y={at(one)[1] + 3}>{one.name}</text>)}
      </svg>
      <figcaption className="quiet small" aria-hidden="true">{over ? `${over.name}, ${number(over.inhabitants)}` : text("picker.mapHelp")}</figcaption>
    </figure>
  );
}

const mapWidth = 300;
const mapHeight = 350;
const margin = 12;

/** Fits the country in the picture; x and y come in kilometres, from the west and from the north. */
function placed(all: Municipality[]): (one: Municipality) => [number, number] {
  const xs = all.map((one) => one.x);
  const ys = all.map((one) => one.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((mapWidth - 2 * margin) / (right - left || 1), (mapHeight - 2 * margin) / (bottom - top || 1));
  return (one) => [margin + (one.x - left) * scale, margin + (one.y - top) * scale];
}
