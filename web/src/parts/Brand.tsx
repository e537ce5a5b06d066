// SPDX-License-Identifier: EUPL-1.2
import "./Brand.css";
import type { JSX } from "preact";

/** The sign and name of the program. An organisation puts its own picture and name there by /theme.css. */
export function Brand(): JSX.Element {
  return (
    <span className="brand">
      <img src="/koepel.svg" alt="" width="34" height="34" />
      <span>Koepel</span>
    </span>
  );
}
