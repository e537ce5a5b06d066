// SPDX-License-Identifier: EUPL-1.2
// How long the study is kept, and putting it away. Both can be taken back.
import "./Members.css";
import type { JSX } from "preact";
import { useState } from "react";
import { address, post, put } from "../../api/client";
import { refresh } from "../../api/resource";
import type { Study } from "../../api/types";
import { Alert } from "../../parts/Alert";
import { Button } from "../../parts/Button";
import { Input } from "../../parts/Field";
import { Refusal } from "../../parts/Refusal";
import { useAct } from "../../parts/useAct";
import { day, text } from "../../texts/text";

export function Keeping({ study }: { study: Study }): JSX.Element {
  const [date, setDate] = useState(study.retention ?? "");
  const [done, setDone] = useState(false);
  const keep = useAct();
  const away = useAct();
  const store = async (event: Event) => {
    event.preventDefault();
    setDone(false);
    if (!(await keep.act(() => put(`/studies/${study.id}/retention`, { date })))) return;
    setDone(true);
    refresh(`/studies/${study.id}`);
  };
  const move = async () => {
    if (await away.act(() => post(`/studies/${study.id}/${study.archived ? "_unarchive" : "_archive"}`))) refresh("/studies");
  };
  return (
    <div className="stack stack--wide">
      <section className="settings-part">
        <h2>{text("keeping.retention")}</h2>
        <p>{study.retention ? text("keeping.until", { day: day(study.retention) }) : text("keeping.noDate")} {text("keeping.retentionHelp")}</p>
        <form className="stack" onSubmit={(event) => void store(event)}>
          <Input id="retention" type="date" label={text("keeping.date")} value={date} onChange={setDate} className="utrecht-textbox--short" />
          <Refusal error={keep.error} />
          {done && <Alert tone="ok" live><p>{text("keeping.stored")}</p></Alert>}
          <Button type="submit" busy={keep.busy}>{text("settings.store")}</Button>
        </form>
      </section>
      <section className="settings-part">
        <h2>{text("keeping.export")}</h2>
        <p>{text("keeping.exportHelp")}</p>
        <p><a href={address(`/studies/${study.id}/files.zip`)} download>{text("keeping.exportDo")}</a></p>
      </section>
      <section className="settings-part">
        <h2>{text(study.archived ? "keeping.archived" : "keeping.archive")}</h2>
        <p>{text(study.archived ? "keeping.archivedHelp" : "keeping.archiveHelp")}</p>
        <Refusal error={away.error} />
        <Button busy={away.busy} onClick={() => void move()}>{text(study.archived ? "keeping.unarchiveDo" : "keeping.archiveDo")}</Button>
      </section>
    </div>
  );
}
