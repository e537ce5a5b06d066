// SPDX-License-Identifier: EUPL-1.2
// The documents of a study: read, put paragraphs in own words, download, name versions, and record what bodies decide.
import "./documents/Documents.css";
import type { JSX } from "preact";
import { useState } from "react";
import { useLiveStudy } from "../api/live";
import { useResource } from "../api/resource";
import type { DocumentLine, Study } from "../api/types";
import { Select } from "../parts/Field";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { Tabs } from "../parts/Tabs";
import type { Parameters } from "../router/route";
import { text } from "../texts/text";
import { Decisions } from "./documents/Decisions";
import { Downloads } from "./documents/Downloads";
import { Preview } from "./documents/Preview";
import { Versions } from "./documents/Versions";

export function Documents({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  const kinds = useResource<DocumentLine[]>(`/studies/${id}/documents`);
  useLiveStudy(id);
  return (
    <Page title={text("documents.screen")} lead={text("documents.lead")} study={id} screen="documents">
      <Loaded resource={study}>{(about) => <Loaded resource={kinds}>{(all) => (
        <Tabs label={text("documents.screen")} tabs={[
          { id: "read", title: text("documents.read"), show: () => <Reading study={about} kinds={all} /> },
          { id: "versions", title: text("documents.versions"), show: () => <Versions study={about} /> },
          { id: "decisions", title: text("documents.decisions"), show: () => <Decisions study={about} /> },
        ]} />
      )}</Loaded>}</Loaded>
    </Page>
  );
}

function Reading({ study, kinds }: { study: Study; kinds: DocumentLine[] }): JSX.Element {
  const [document, setDocument] = useState(kinds[0]?.id ?? "");
  const [audience, setAudience] = useState("college");
  const kind = kinds.find((one) => one.id === document);
  const audiences = kind?.audiences ?? [];
  return (
    <>
      <div className="row no-print">
        <Select id="document" label={text("documents.which")} value={document} onChange={setDocument} choices={kinds.map((one) => ({ value: one.id, label: one.name }))} />
        {audiences.length > 0 && <Select id="audience" label={text("documents.forWhom")} value={audience} onChange={setAudience} choices={audiences.map((one) => ({ value: one.id, label: one.name }))} />}
      </div>
      {kind && <Downloads study={study.id} document={document} audience={audience} formats={kind.formats} />}
      <Preview study={study} document={document} audience={audience} />
    </>
  );
}
