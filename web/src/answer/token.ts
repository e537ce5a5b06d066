// SPDX-License-Identifier: EUPL-1.2
// The respondent's key. It comes after the # of the link, which browsers do not send, leaves the address bar at once and
// is forgotten when the window closes; the link or code opens the same answers again.
const kept = "koepel.poll-token";

export function tokenFromLink(): string {
  const given = location.hash.slice(1);
  if (given) {
    sessionStorage.setItem(kept, given);
    history.replaceState(null, "", location.pathname);
  }
  return given || (sessionStorage.getItem(kept) ?? "");
}

export const keepToken = (token: string): void => sessionStorage.setItem(kept, token);
export const forgetToken = (): void => sessionStorage.removeItem(kept);
