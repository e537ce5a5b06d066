// SPDX-License-Identifier: EUPL-1.2
import type { JSX } from "preact";
import type { Partner } from "../../api/partners";
import { Select } from "../../parts/Field";
import { text, textOr } from "../../texts/text";

const roles = ["facilitator", "administrator", "official", "controller", "council_member", "works_council", "observer"];

interface Props { prefix: string; role: string; setRole: (role: string) => void; partner: string; setPartner: (partner: string) => void; partners: Partner[] }

/** As what somebody takes part, and for whom he speaks. What a role may do stands under it. */
export function RoleFields({ prefix, role, setRole, partner, setPartner, partners }: Props): JSX.Element {
  return (
    <>
      <Select id={`${prefix}-role`} label={text("members.role")} help={textOr(`members.may.${role}`, "")} value={role} onChange={setRole} choices={roles.map((value) => ({ value, label: textOr(`role.${value}`, value) }))} />
      <Select id={`${prefix}-partner`} label={text("members.partner")} help={text("members.partnerHelp")} value={partner} onChange={setPartner} empty={text("members.all")} choices={partners.map((one) => ({ value: one.id, label: one.name }))} />
    </>
  );
}
