// SPDX-License-Identifier: EUPL-1.2
// Choose one, choose several, or tick a single box. The browser's own controls: they work everywhere, also in high contrast.
import "./Field.css";
import type { JSX } from "preact";
import type { Choice } from "./Field";
import { text } from "../texts/text";

interface GroupProps { id: string; label: string; help?: string; error?: string | undefined; choices: Choice[]; inRow?: boolean }

function Group({ id, label, help, error, children, inRow }: Omit<GroupProps, "choices"> & { children: JSX.Element[] }): JSX.Element {
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset className={`field${error ? " field--wrong" : ""}`} aria-describedby={described} id={id} tabIndex={-1}>
      <legend className="field__label">{label}</legend>
      {help && <p id={`${id}-help`} className="field__help">{help}</p>}
      {error && <p id={`${id}-error`} className="field__error"><span className="unseen">{text("field.error")}: </span>{error}</p>}
      <div className={`choices${inRow ? " choices--in-row" : ""}`}>{children}</div>
    </fieldset>
  );
}

function Label({ choice, children }: { choice: Choice; children: JSX.Element }): JSX.Element {
  return (
    <label className="choice">
      {children}
      <span>{choice.label}{choice.help && <span className="choice__help">{choice.help}</span>}</span>
    </label>
  );
}

export function RadioGroup({ value, onChange, ...group }: GroupProps & { value: string; onChange: (value: string) => void }): JSX.Element {
  return (
    <Group {...group}>
      {group.choices.map((choice) => (
        <Label key={choice.value} choice={choice}>
          <input type="radio" name={group.id} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
        </Label>
      ))}
    </Group>
  );
}

export function CheckGroup({ value, onChange, ...group }: GroupProps & { value: string[]; onChange: (value: string[]) => void }): JSX.Element {
  const toggle = (one: string) => onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <Group {...group}>
      {group.choices.map((choice) => (
        <Label key={choice.value} choice={choice}>
          <input type="checkbox" name={group.id} value={choice.value} checked={value.includes(choice.value)} onChange={() => toggle(choice.value)} />
        </Label>
      ))}
    </Group>
  );
}

export function Check({ id, choice, checked, onChange }: { id: string; choice: Omit<Choice, "value">; checked: boolean; onChange: (checked: boolean) => void }): JSX.Element {
  return (
    <Label choice={{ ...choice, value: id }}>
      <input type="checkbox" id={id} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    </Label>
  );
}
