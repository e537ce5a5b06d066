// SPDX-License-Identifier: EUPL-1.2
// The one door to the server. Every refusal comes out as an ApiError with the problems the server named.
import type { LogRecord, Problem } from "./types";
import { language } from "../texts/text";

const base = "/api/v1";
let csrf = "";

/** The token that shows a write comes from our own pages; GET /session gives it. */
export const setCsrf = (token: string): void => void (csrf = token);

/** Told to the window when a request finds that the session has ended. */
export const loggedOut = "koepel-logged-out";

/** A refusal by the server, or no answer at all (status 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    title: string,
    readonly problems: Problem[],
    readonly theirs: LogRecord[],
  ) {
    super(title);
  }
  /** No answer: the network is away, or the server. Trying again later can help. */
  get offline(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

type Options = { body?: unknown; bearer?: string | undefined; signal?: AbortSignal };

function headers(method: string, { body, bearer }: Options): Record<string, string> {
  const all: Record<string, string> = { Accept: "application/json", "Accept-Language": language() };
  if (body !== undefined) all["Content-Type"] = "application/json";
  if (bearer) all["Authorization"] = `Bearer ${bearer}`;
  else if (method !== "GET") all["X-CSRF-Token"] = csrf;
  return all;
}

async function refusal(answer: Response): Promise<ApiError> {
  const told = await answer.json().catch(() => ({}));
  const title = told.detail || told.title || answer.statusText || String(answer.status);
  return new ApiError(answer.status, told.type ?? "", title, told.errors ?? [], told.theirs ?? []);
}

async function call<T>(method: string, path: string, options: Options = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(base + path, {
      method,
      headers: headers(method, options),
      credentials: options.bearer ? "omit" : "same-origin",
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (fault) {
    if (options.signal?.aborted) throw fault;
    throw new ApiError(0, "offline", "", [], []);
  }
  if (!answer.ok) {
    const refused = await refusal(answer);
    if (refused.type.endsWith("not-logged-in") && !options.bearer) dispatchEvent(new Event(loggedOut));
    throw refused;
  }
  const text = await answer.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A file instead of JSON. */
export async function getFile(path: string, options: Options = {}): Promise<Blob> {
  const answer = await fetch(base + path, { headers: { "Accept-Language": language() }, credentials: "same-origin", ...(options.signal ? { signal: options.signal } : {}) })
    .catch((fault: unknown) => { throw options.signal?.aborted ? fault : new ApiError(0, "offline", "", [], []); });
  if (!answer.ok) throw await refusal(answer);
  return answer.blob();
}

export const get = <T>(path: string, options?: Options): Promise<T> => call<T>("GET", path, options);
export const post = <T>(path: string, body: unknown = {}, options?: Options): Promise<T> => call<T>("POST", path, { ...options, body });
export const put = <T>(path: string, body: unknown, options?: Options): Promise<T> => call<T>("PUT", path, { ...options, body });
export const remove = <T>(path: string, options?: Options): Promise<T> => call<T>("DELETE", path, options);
/** The address of something the browser fetches by itself: a download, the stream of changes. */
export const address = (path: string): string => base + path;

/** An id made here, so that a write that is sent twice counts once. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
