// SPDX-License-Identifier: EUPL-1.2
// What is shared already: who with whom, in what form, until when; and entering it.
import type { JSX } from "preact";
import { useState } from "react";
import { useLiveStudy } from "../api/live";
import { useResource } from "../api/resource";
import type { Method, Study } from "../api/types";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { Tabs } from "../parts/Tabs";
import type { Parameters } from "../router/route";
import { text } from "../texts/text";
import { Entry } from "./partnerships/Entry";
import { Overview } from "./partnerships/Overview";

export function Partnerships({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  const method = useResource<Method>("/method");
  const [tab, setTab] = useState("overview");
  useLiveStudy(id);
  return (
    <Page title={text("partnerships.screen")} lead={text("partnerships.lead")} study={id} screen="partnerships">
      <Loaded resource={study}>{(about) => <Loaded resource={method}>{(how) => (
        <Tabs
          key={tab} start={tab} label={text("partnerships.tabs")}
          tabs={[
            { id: "overview", title: text("partnerships.overview"), show: () => <Overview study={id} enter={() => setTab("arrangements")} /> },
            { id: "arrangements", title: text("partnerships.arrangements"), show: () => <Entry key="a" study={about} method={how} kind="arrangement-mapped" help={text("partnerships.arrangementsHelp")} /> },
            { id: "third-parties", title: text("partnerships.thirdParties"), show: () => <Entry key="t" study={about} method={how} kind="third-party-named" help={text("partnerships.thirdPartiesHelp")} /> },
          ]}
        />
      )}</Loaded>}</Loaded>
    </Page>
  );
}
