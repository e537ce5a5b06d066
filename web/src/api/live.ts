// SPDX-License-Identifier: EUPL-1.2
// Changes of a study as they happen, by anybody. The browser itself connects again after a break and says what it had last.
import { useEffect } from "react";
import { address } from "./client";
import { refresh } from "./resource";

export interface ChangeNotice { sequence: number; kinds: string[] }

/** Keeps everything on screen about this study up to date while a screen is open. */
export function useLiveStudy(study: string, onChange?: (notice: ChangeNotice) => void): void {
  useEffect(() => {
    const source = new EventSource(address(`/studies/${study}/stream`));
    let timer = 0;
    source.addEventListener("change", (event) => {
      onChange?.(JSON.parse((event as MessageEvent<string>).data) as ChangeNotice);
      window.clearTimeout(timer); // many changes in a row are read once
      timer = window.setTimeout(() => refresh(`/studies/${study}`), 250);
    });
    return () => {
      window.clearTimeout(timer);
      source.close();
    };
  }, [study, onChange]);
}
