// SPDX-License-Identifier: EUPL-1.2
import "./TypeAhead.css";
import type { JSX } from "preact";
import { useMemo, useState } from "react";
import { counted, text } from "../texts/text";
import { Field, type FieldProps } from "./Field";
import { fitting, type Suggestion } from "./fitting";

type Props = FieldProps & { all: Suggestion[]; choose: (id: string) => void };

/** Type a few letters, choose with the arrows and Enter. The field empties after a choice, ready for the next. */
export function TypeAhead({ all, choose, ...field }: Props): JSX.Element {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(() => fitting(all, typed), [all, typed]);
  const open = typed.trim() !== "";
  const take = (one: Suggestion | undefined) => {
    if (!one) return;
    choose(one.id);
    setTyped("");
    setAt(0);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt((i) => Math.min(i + 1, found.length - 1));
    else if (event.key === "ArrowUp") setAt((i) => Math.max(i - 1, 0));
    else if (event.key === "Enter") take(found[at]);
    else if (event.key === "Escape") setTyped("");
    else return;
    if (open) event.preventDefault();
  };
  const list = `${field.id}-list`;
  return (
    <Field {...field}>
      <div className="type-ahead">
        <input
          id={field.id} className="utrecht-textbox utrecht-textbox--html-input" value={typed} autoComplete="off" role="combobox"
          aria-expanded={open} aria-controls={list} aria-autocomplete="list" aria-describedby={field.help ? `${field.id}-help` : undefined}
          aria-activedescendant={open && found[at] ? `${list}-${found[at].id}` : undefined}
          onInput={(event) => { setTyped(event.currentTarget.value); setAt(0); }} onKeyDown={key} onBlur={() => setTyped("")}
        />
        <ul id={list} role="listbox" aria-label={field.label} className="type-ahead__list" hidden={!open}>
          {found.map((one, i) => (
            // mousedown, because the click would come after the field lost the focus and the list closed
            <li key={one.id} id={`${list}-${one.id}`} role="option" aria-selected={i === at} onMouseDown={(event) => { event.preventDefault(); take(one); }}>
              {one.name} {one.more && <span className="quiet small">{one.more}</span>}
            </li>
          ))}
        </ul>
        <span className="unseen" role="status">{open ? counted("typeAhead.found", found.length) : ""}</span>
        {open && found.length === 0 && <p className="type-ahead__none">{text("typeAhead.none", { typed })}</p>}
      </div>
    </Field>
  );
}
