// SPDX-License-Identifier: EUPL-1.2
// Ready letters for people's own mail program: Koepel sends none itself, so that no mail server sees who is asked what.
import { text } from "../../texts/text";

export interface Letter { to: string[]; hidden: string[]; subject: string; body: string }

// Mail programs on Windows cut off an address that is longer.
const longest = 1900;

/** What opens the letter in a mail program; null when it is too long for one. */
export function mailto({ to, hidden, subject, body }: Letter): string | null {
  const parts = [hidden.length && `bcc=${hidden.map(encodeURIComponent).join(",")}`, `subject=${encodeURIComponent(subject)}`, `body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`];
  const address = `mailto:${to.map(encodeURIComponent).join(",")}?${parts.filter(Boolean).join("&")}`;
  return address.length <= longest ? address : null;
}

export const invitation = (study: string, email: string, link: string): Letter => ({
  to: [email], hidden: [], subject: text("letter.inviteSubject", { study }),
  body: text("letter.invite", { study, link }),
});

/** To everybody who has not answered, each hidden from the others. */
export const reminder = (study: string, emails: string[]): Letter => ({
  to: [], hidden: emails, subject: text("letter.remindSubject", { study }), body: text("letter.remind", { study }),
});
