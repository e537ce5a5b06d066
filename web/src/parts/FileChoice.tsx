// SPDX-License-Identifier: EUPL-1.2
import "./FileChoice.css";
import type { JSX } from "preact";
import { Field, type FieldProps } from "./Field";

export function FileChoice({ files, onChange, ...field }: FieldProps & { files: File[]; onChange: (files: File[]) => void }): JSX.Element {
  return (
    <Field {...field}>
      <input
        id={field.id} type="file" multiple className="file-choice" accept=".csv,.tsv,.txt,.xlsx,.ods,.fods,.yaml,.yml,.zip"
        aria-describedby={field.help ? `${field.id}-help` : undefined} aria-invalid={field.error ? true : undefined}
        onChange={(event) => onChange([...(event.currentTarget.files ?? [])])}
      />
      {files.length > 1 && <ul className="small">{files.map((file) => <li key={file.name}>{file.name}</li>)}</ul>}
    </Field>
  );
}
