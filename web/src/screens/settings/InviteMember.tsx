// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import { useState } from "react";
import type { Partner } from "../../api/partners";
import { Button } from "../../parts/Button";
import { ErrorSummary, type FieldError } from "../../parts/ErrorSummary";
import { Input } from "../../parts/Field";
import { Refusal } from "../../parts/Refusal";
import { useAct } from "../../parts/useAct";
import { text } from "../../texts/text";
import { RoleFields } from "./RoleFields";

interface Body { name: string; email: string; role: string; partner: string }

/** Somebody new in the study. Who has no account yet gets a link, which the facilitator passes on himself. */
export function InviteMember({ partners, invite }: { partners: Partner[]; invite: (body: Body) => Promise<void> }): JSX.Element {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState("official");
  const [partner, setPartner] = useState(partners[0]?.id ?? "");
  const [errors, setErrors] = useState<FieldError[]>([]);
  const { act, busy, error } = useAct();
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.says;
  const submit = async (event: Event) => {
    event.preventDefault();
    const wrong = [
      ...(name.trim() ? [] : [{ field: "member-name", says: text("members.nameMissing") }]),
      ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? [] : [{ field: "member-email", says: text("members.emailMissing") }]),
    ];
    setErrors(wrong);
    if (wrong.length) return;
    if (!(await act(() => invite({ name: name.trim(), email: email.trim(), role, partner })))) return;
    setName("");
    setEmail("");
  };
  return (
    <section className="stack" aria-labelledby="invite-member">
      <h2 id="invite-member">{text("members.invite")}</h2>
      <p>{text("members.inviteHelp")}</p>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary errors={errors} />
        <Refusal error={error} />
        <Input id="member-name" label={text("members.name")} value={name} onChange={setName} error={errorOf("member-name")} autoComplete="off" />
        <Input id="member-email" label={text("login.email")} type="email" value={email} onChange={setEmail} error={errorOf("member-email")} autoComplete="off" />
        <RoleFields prefix="member" role={role} setRole={setRole} partner={partner} setPartner={setPartner} partners={partners} />
        <Button type="submit" look="primary" busy={busy}>{text("members.inviteDo")}</Button>
      </form>
    </section>
  );
}
