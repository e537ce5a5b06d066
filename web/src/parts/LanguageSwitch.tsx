// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { language, setLanguage } from "../texts/text";

export function LanguageSwitch(): JSX.Element {
  const other = language() === "nl" ? "en" : "nl";
  return (
    <button type="button" className="link-button" lang={other} onClick={() => setLanguage(other)}>
      {other === "en" ? "English" : "Nederlands"}
    </button>
  );
}
