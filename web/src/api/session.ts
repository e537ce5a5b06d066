// SPDX-License-Identifier: EUPL-1.2
// Who is working here.
import { useEffect, useState } from "react";
import { get, post, remove, setCsrf } from "./client";
import { sendAll } from "./queue";
import { forgetAll } from "./resource";
import type { Session } from "./types";

let current: Session | null = null;
const watchers = new Set<() => void>();

function became(session: Session): void {
  current = session;
  setCsrf(session.csrf);
  watchers.forEach((watcher) => watcher());
}

export async function readSession(): Promise<void> {
  became(await get<Session>("/session"));
  if (current?.person) void sendAll();
}

export async function login(email: string, password: string, code: string): Promise<void> {
  await post("/session", code ? { email, password, code } : { email, password });
  await readSession();
}

export async function loginByLink(token: string, code: string): Promise<void> {
  await post("/session/_link", code ? { token, code } : { token });
  await readSession();
}

/** The page of the organisation's own provider to go to. */
export async function beginProviderLogin(): Promise<string> {
  return (await post<{ url: string }>("/session/_begin")).url;
}

/** With the parameters that the browser came back with. */
export async function finishProviderLogin(given: Record<string, string>): Promise<void> {
  await post("/session/_finish", given);
  await readSession();
}

export async function logout(): Promise<void> {
  await remove("/session");
  forgetAll();
  await readSession();
}

/** Null until the server has answered. */
export function useSession(): Session | null {
  const [session, setSession] = useState(current);
  useEffect(() => {
    const update = () => setSession(current);
    update();
    watchers.add(update);
    return () => void watchers.delete(update);
  }, []);
  return session;
}
