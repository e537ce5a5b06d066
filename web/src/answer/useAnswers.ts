// SPDX-License-Identifier: EUPL-1.2
// Answers are sent as they are given. What could not be sent stays on this device until it has been, also when the window closes.
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, put } from "../api/client";

export type Answers = Record<string, number>;
export type SaveState = "saved" | "saving" | "offline";

/** A short name for this respondent's answers that does not give the token away. */
function placeOf(token: string): string {
  let mix = 0x811c9dc5;
  for (const letter of token) mix = Math.imul(mix ^ letter.charCodeAt(0), 0x01000193);
  return `koepel.answers.${(mix >>> 0).toString(36)}`;
}

function unsent(place: string): Answers {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "{}") as Answers;
  } catch {
    return {};
  }
}

export function useAnswers(token: string, known: Answers) {
  const place = placeOf(token);
  const [answers, setAnswers] = useState<Answers>(() => ({ ...known, ...unsent(place) }));
  const [state, setState] = useState<SaveState>("saved");
  const latest = useRef(answers);
  const timer = useRef(0);

  const send = useCallback(async () => {
    const sending = latest.current;
    try {
      await put("/poll/answers", { answers: sending }, { bearer: token });
      if (sending !== latest.current) return;
      localStorage.removeItem(place);
      setState("saved");
    } catch (error) {
      setState("offline");
      if ((error as ApiError).offline) timer.current = window.setTimeout(() => void send(), 4000);
    }
  }, [token, place]);

  const answer = useCallback((item: string, value: number) => {
    latest.current = { ...latest.current, [item]: value };
    localStorage.setItem(place, JSON.stringify(latest.current));
    setAnswers(latest.current);
    setState("saving");
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void send(), 300);
  }, [place, send]);

  useEffect(() => {
    if (Object.keys(unsent(place)).length) void send(); // left from an earlier visit
    const online = () => void send();
    addEventListener("online", online);
    return () => {
      window.clearTimeout(timer.current);
      removeEventListener("online", online);
    };
  }, [place, send]);

  const forget = useCallback(() => {
    window.clearTimeout(timer.current);
    localStorage.removeItem(place);
  }, [place]);
  return { answers, answer, state, forget };
}
