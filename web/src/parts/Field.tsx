// SPDX-License-Identifier: EUPL-1.2
// One question of a form: label, help, message and control, tied together for those who cannot see the layout.
import "@utrecht/form-field-css/dist/index.css";
import "@utrecht/form-label-css/dist/index.css";
import "@utrecht/form-field-description-css/dist/index.css";
import "@utrecht/form-field-error-message-css/dist/index.css";
import "@utrecht/textbox-css/dist/html/index.css";
import "@utrecht/textbox-css/dist/index.css";
import "@utrecht/textarea-css/dist/index.css";
import "@utrecht/select-css/dist/index.css";
import "./Field.css";
import type { ComponentChildren, JSX } from "preact";
import { text } from "../texts/text";

export interface FieldProps {
  id: string;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  /** Most questions must be answered, so the few that need not say so. */
  optional?: boolean;
}

const describedBy = ({ id, help, error }: FieldProps) =>
  [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;

export function Field({ children, ...props }: FieldProps & { children: ComponentChildren }): JSX.Element {
  const { id, label, help, error, optional } = props;
  return (
    <div className={`field${error ? " field--wrong" : ""}`}>
      <label className="utrecht-form-label field__label" htmlFor={id}>
        {label}{optional && <span className="quiet field__optional"> ({text("field.optional")})</span>}
      </label>
      {help && <p id={`${id}-help`} className="field__help">{help}</p>}
      {error && <p id={`${id}-error`} className="field__error"><span className="unseen">{text("field.error")}: </span>{error}</p>}
      {children}
    </div>
  );
}

type Rest<T extends HTMLElement> = Omit<JSX.HTMLAttributes<T>, keyof FieldProps | "value" | "onChange"> & { className?: string };
type Text = FieldProps & { value: string; onChange: (value: string) => void };

const control = (props: FieldProps) => ({
  id: props.id,
  name: props.id,
  "aria-describedby": describedBy(props),
  "aria-invalid": props.error ? true : undefined,
});

const own = <T extends FieldProps>({ id: _1, label: _2, help: _3, error: _4, optional: _5, ...rest }: T) => rest;

export function Input(props: Text & Omit<Rest<HTMLInputElement>, "type"> & { type?: string; autoComplete?: string; inputMode?: "text" | "numeric" | "email"; maxLength?: number }): JSX.Element {
  const { value, onChange, type = "text", className, ...rest } = own(props);
  return (
    <Field {...props}>
      <input
        {...rest} {...control(props)} type={type} value={value}
        className={`utrecht-textbox utrecht-textbox--html-input${props.error ? " utrecht-textbox--invalid" : ""} ${className ?? ""}`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

export function TextArea(props: Text & { rows?: number }): JSX.Element {
  const { value, onChange, rows = 4 } = props;
  return (
    <Field {...props}>
      <textarea
        {...control(props)} rows={rows} value={value}
        className="utrecht-textarea utrecht-textarea--html-textarea"
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}

export interface Choice { value: string; label: string; help?: string | undefined }

export function Select(props: Text & { choices: Choice[]; empty?: string }): JSX.Element {
  const { value, onChange, choices, empty } = props;
  return (
    <Field {...props}>
      <select
        {...control(props)} value={value} className="utrecht-select utrecht-select--html-select"
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => <option key={choice.value} value={choice.value} selected={choice.value === value}>{choice.label}</option>)}
      </select>
    </Field>
  );
}
