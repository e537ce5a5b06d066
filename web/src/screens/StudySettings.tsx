// SPDX-License-Identifier: EUPL-1.2
// What the study is called and asks, who works in it, and how long it is kept.
import type { JSX } from "preact";
import { useLiveStudy } from "../api/live";
import { useResource } from "../api/resource";
import type { LogRecord, Study } from "../api/types";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { Tabs } from "../parts/Tabs";
import { useSaving } from "../parts/useSaving";
import type { Parameters } from "../router/route";
import { text } from "../texts/text";
import { About } from "./settings/About";
import { Keeping } from "./settings/Keeping";
import { Members } from "./settings/Members";

export function StudySettings({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  const head = useResource<LogRecord[]>(`/studies/${id}/records?kind=study-opened`);
  const saving = useSaving(id);
  useLiveStudy(id);
  return (
    <Page title={text("settings.screen")} lead={text("settings.lead")} study={id} screen="settings">
      <Loaded resource={study}>{(about) => {
        const leads = about.role === "facilitator";
        return (
          <Tabs
            label={text("settings.tabs")}
            tabs={[
              { id: "about", title: text("settings.about"), show: () => <Loaded resource={head}>{([record]) => record ? <About key={record.sequence} record={record} readOnly={!leads || about.archived} saving={saving} /> : null}</Loaded> },
              { id: "members", title: text("settings.members"), show: () => <Members study={about} leads={leads} /> },
              ...(leads ? [{ id: "keeping", title: text("settings.keeping"), show: () => <Keeping study={about} /> }] : []),
            ]}
          />
        );
      }}</Loaded>
    </Page>
  );
}
