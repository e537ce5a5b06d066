// SPDX-License-Identifier: EUPL-1.2
// Which statements are put to people, under which introduction; and how that looks to them.
import type { JSX } from "preact";
import { useState } from "react";
import { ApiError, put } from "../../api/client";
import { refresh } from "../../api/resource";
import type { FacilitatorPoll, Method } from "../../api/types";
import { Scale } from "../../answer/OneItem";
import { minutesFor } from "../../answer/Welcome";
import { Alert } from "../../parts/Alert";
import { Button } from "../../parts/Button";
import { CheckGroup } from "../../parts/Choices";
import { Dialog } from "../../parts/Dialog";
import { Disclosure } from "../../parts/Disclosure";
import { TextArea } from "../../parts/Field";
import { Fault } from "../../parts/Loaded";
import { text, textOr } from "../../texts/text";

interface Props { study: string; poll: FacilitatorPoll; method: Method; title: string }

const tooMany = 60;

export function ItemChoice({ study, poll, method, title }: Props): JSX.Element {
  const [chosen, setChosen] = useState(poll.items);
  const [intro, setIntro] = useState(poll.intro);
  const [saved, setSaved] = useState(false);
  const [preview, setPreview] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const locked = poll.state !== "draft";
  const store = async () => {
    setError(null);
    try {
      await put(`/studies/${study}/poll`, { items: chosen, intro });
      refresh(`/studies/${study}/poll`);
      setSaved(true);
    } catch (fault) {
      setError(fault as ApiError);
    }
  };
  const change = (next: string[]) => {
    setSaved(false);
    // In the order of the method, whatever the order of ticking.
    setChosen(method.items.map((item) => item.id).filter((id) => next.includes(id)));
  };
  return (
    <>
      {locked && <Alert><p>{text("poll.itemsLocked")}</p></Alert>}
      <p role="status">{text("poll.itemsChosen", { n: chosen.length, all: method.items.length, minutes: minutesFor(chosen.length) })}</p>
      {chosen.length > tooMany && <Alert tone="warning"><p>{text("poll.itemsMany")}</p></Alert>}
      {!locked && <TextArea id="intro" label={text("poll.intro")} help={text("poll.introHelp")} rows={3} value={intro} onChange={(value) => { setIntro(value); setSaved(false); }} />}
      {groupsOf(method).map(({ id, name, items }) => (
        <Disclosure key={id} title={`${name} (${items.filter((item) => chosen.includes(item.id)).length}/${items.length})`} open={false}>
          {locked
            ? <ul>{items.filter((item) => chosen.includes(item.id)).map((item) => <li key={item.id}>{item.text}</li>)}</ul>
            : <Group id={id} name={name} items={items} chosen={chosen} change={change} />}
        </Disclosure>
      ))}
      {error && <Fault error={error} />}
      <div className="row">
        {!locked && <Button look="primary" onClick={() => void store()}>{text("poll.itemsSave")}</Button>}
        <Button look={locked ? "secondary" : "subtle"} onClick={() => setPreview(true)}>{text("poll.preview")}</Button>
        <span role="status">{saved ? text("poll.saved") : ""}</span>
      </div>
      {preview && <Preview title={title} intro={intro} item={method.items.find((item) => item.id === chosen[0])?.text ?? ""} close={() => setPreview(false)} />}
    </>
  );
}

interface ItemGroup { id: string; name: string; items: Method["items"] }

/** Statements by what they measure, called by the name of the motive, factor or criterion. */
function groupsOf(method: Method): ItemGroup[] {
  const names = new Map([...method.motives, ...method.factors, ...method.criteria, ...(method.constructs ?? [])].map((one) => [one.id, one.name]));
  const groups = new Map<string, ItemGroup>();
  for (const item of method.items) {
    const group = groups.get(item.construct) ?? { id: item.construct, name: names.get(item.construct) ?? textOr(`construct.${item.construct}`, item.construct.replaceAll("_", " ")), items: [] };
    group.items.push(item);
    groups.set(item.construct, group);
  }
  return [...groups.values()];
}

function Group({ id, name, items, chosen, change }: ItemGroup & { chosen: string[]; change: (chosen: string[]) => void }): JSX.Element {
  const ids = items.map((item) => item.id);
  const others = chosen.filter((one) => !ids.includes(one));
  return (
    <div className="stack stack--close">
      <div className="row">
        <Button small look="subtle" onClick={() => change([...others, ...ids])}>{text("poll.itemsAll")}</Button>
        <Button small look="subtle" onClick={() => change(others)}>{text("poll.itemsNone")}</Button>
      </div>
      <CheckGroup id={`items-${id}`} label={name} value={chosen.filter((one) => ids.includes(one))} onChange={(mine) => change([...others, ...mine])} choices={items.map((item) => ({ value: item.id, label: item.text }))} />
    </div>
  );
}

function Preview({ title, intro, item, close }: { title: string; intro: string; item: string; close: () => void }): JSX.Element {
  const scale = ([1, 2, 3, 4, 5] as const).map((value) => ({ value, text: text(`poll.scale.${value}`) }));
  return (
    <Dialog title={text("poll.previewTitle")} close={close}>
      <p className="lead">{title}</p>
      <p>{intro}</p>
      <Alert title={text("answer.anonymity")}><p>{text("poll.anonymitySays")}</p></Alert>
      {item && <><h3>{item}</h3><Scale label={item} scale={scale} value={undefined} choose={() => undefined} /></>}
    </Dialog>
  );
}
