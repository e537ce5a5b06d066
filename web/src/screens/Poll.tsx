// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { Page } from "../parts/Page";
import type { Parameters } from "../router/route";
import { text } from "../texts/text";

export function Poll({ study = "" }: Parameters): JSX.Element {
  return <Page title={text("poll.screen")} study={study} screen="poll">{" "}</Page>;
}
