// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useState } from "react";
import { ApiError, post } from "../../api/client";
import type { Partner } from "../../api/partners";
import type { Method, NewInvitation } from "../../api/types";
import { Button } from "../../parts/Button";
import { RadioGroup } from "../../parts/Choices";
import { ErrorSummary, type FieldError } from "../../parts/ErrorSummary";
import { Input, Select, TextArea } from "../../parts/Field";
import { Fault } from "../../parts/Loaded";
import { text } from "../../texts/text";

interface Props { study: string; method: Method; partners: Partner[]; made: (list: NewInvitation[]) => void }

const addressesIn = (typed: string) => typed.split(/[\s,;]+/).filter(Boolean);
const looksLikeAddress = (one: string) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(one);

export function InviteForm({ study, method, partners, made }: Props): JSX.Element {
  const [way, setWay] = useState("links");
  const [partner, setPartner] = useState(partners[0]?.id ?? "");
  const [role, setRole] = useState(method.roles[0]?.id ?? "");
  const [emails, setEmails] = useState("");
  const [uses, setUses] = useState("20");
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [fault, setFault] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.says;

  const wrong = (): FieldError[] => {
    if (way === "codes") return Number(uses) >= 1 && Number(uses) <= 500 ? [] : [{ field: "uses", says: text("poll.usesMissing") }];
    const addresses = addressesIn(emails);
    const bad = addresses.filter((one) => !looksLikeAddress(one));
    if (!addresses.length) return [{ field: "emails", says: text("poll.emailsMissing") }];
    return bad.length ? [{ field: "emails", says: text("poll.emailsWrong", { which: bad.join(", ") }) }] : [];
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = wrong();
    setErrors(found);
    setFault(null);
    if (found.length) return;
    setBusy(true);
    const body = way === "codes"
      ? { invitations: [], codes: [{ partner, role, uses: Number(uses) }] }
      : { invitations: addressesIn(emails).map((email) => ({ partner, role, email })), codes: [] };
    try {
      made(await post<NewInvitation[]>(`/studies/${study}/invitations`, body));
      setEmails("");
    } catch (refused) {
      setFault(refused as ApiError);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={errors} />
      {fault && <Fault error={fault} />}
      <RadioGroup
        id="invite-way" label={text("poll.inviteHow")} value={way} onChange={setWay}
        choices={[{ value: "links", label: text("poll.inviteLinks"), help: text("poll.inviteLinksHelp") }, { value: "codes", label: text("poll.inviteCodes"), help: text("poll.inviteCodesHelp") }]}
      />
      <Select id="invite-partner" label={text("poll.partner")} value={partner} onChange={setPartner} choices={partners.map((one) => ({ value: one.id, label: one.name }))} />
      <Select id="invite-role" label={text("poll.role")} value={role} onChange={setRole} choices={method.roles.map((one) => ({ value: one.id, label: one.name }))} />
      {way === "links"
        ? <TextArea id="emails" label={text("poll.emails")} rows={4} value={emails} onChange={setEmails} error={errorOf("emails")} />
        : <Input id="uses" label={text("poll.uses")} inputMode="numeric" value={uses} onChange={setUses} error={errorOf("uses")} className="utrecht-textbox--short" />}
      <Button type="submit" look="primary" busy={busy}>{text("poll.inviteSubmit")}</Button>
    </form>
  );
}
