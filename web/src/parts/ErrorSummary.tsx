// SPDX-License-Identifier: EUPL-1.2
import "./Alert.css";
import type { JSX } from "preact";
import { useEffect, useRef } from "react";
import { counted } from "../texts/text";

export interface FieldError { field: string; says: string }

/** All that is wrong with a form, above it, each with a link to its field. Takes the focus when it appears or changes. */
export function ErrorSummary({ errors }: { errors: FieldError[] }): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length) box.current?.focus();
  }, [errors]);
  if (!errors.length) return null;
  const toField = (event: MouseEvent, field: string) => {
    event.preventDefault();
    document.getElementById(field)?.focus();
  };
  return (
    <div className="alert alert--error error-summary" tabIndex={-1} ref={box} role="group" aria-labelledby="error-summary-title">
      <div className="alert__text">
        <h2 id="error-summary-title">{counted("errors.found", errors.length)}</h2>
        <ul>
          {errors.map(({ field, says }) => (
            <li key={field}><a href={`#${field}`} onClick={(event) => toField(event, field)}>{says}</a></li>
          ))}
        </ul>
      </div>
    </div>
  );
}
