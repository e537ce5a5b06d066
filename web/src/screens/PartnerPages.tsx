// SPDX-License-Identifier: EUPL-1.2
// What is in it for us: one municipality at a time, as the decision document says it.
import type { JSX } from "preact";
import { useState } from "react";
import { useLiveStudy } from "../api/live";
import { usePartners, type Partner } from "../api/partners";
import { useResource } from "../api/resource";
import type { PartnerPage, Study } from "../api/types";
import { Blocks } from "../parts/Blocks";
import { EmptyState } from "../parts/EmptyState";
import { Select } from "../parts/Field";
import { Loaded } from "../parts/Loaded";
import { Page } from "../parts/Page";
import { StudyPicture } from "../parts/StudyPicture";
import type { Parameters } from "../router/route";
import { text } from "../texts/text";

export function PartnerPages({ study: id = "" }: Parameters): JSX.Element {
  const study = useResource<Study>(`/studies/${id}`);
  const partners = usePartners(id);
  useLiveStudy(id);
  return (
    <Page title={text("forUs.screen")} lead={text("forUs.lead")} study={id} screen="for-us">
      <Loaded resource={study}>{(about) => <Loaded resource={partners}>{(all) => <OnePartner study={about} partners={all} />}</Loaded>}</Loaded>
    </Page>
  );
}

function OnePartner({ study, partners }: { study: Study; partners: Partner[] }): JSX.Element {
  const [chosen, setChosen] = useState(study.partner || (partners[0]?.id ?? ""));
  const page = useResource<PartnerPage>(chosen ? `/studies/${study.id}/partners/${chosen}` : null);
  return (
    <>
      <div className="no-print">
        <Select id="partner" label={text("forUs.partner")} value={chosen} onChange={setChosen} choices={partners.map((one) => ({ value: one.id, label: one.name }))} />
      </div>
      <Loaded resource={page}>{(data) => data.blocks.length > 0
        ? <Blocks study={study.id} blocks={data.blocks} />
        : <EmptyState title={text("forUs.nothing")} says={text("forUs.nothingSays")} />}</Loaded>
      <section className="stack" aria-labelledby="together">
        <h2 id="together">{text("forUs.together")}</h2>
        <StudyPicture study={study.id} id="saving_partners" wide />
      </section>
    </>
  );
}
