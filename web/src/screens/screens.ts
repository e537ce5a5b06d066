// SPDX-License-Identifier: EUPL-1.2
// All screens: where they are, what they are called in the study's menu, and how they are fetched when first needed.
// A new screen is one line here, one file beside this one and its texts.
import type { JSX } from "preact";
import type { Parameters } from "../router/route";
import { text, type TextKey } from "../texts/text";

export type Screen = (parameters: Parameters) => JSX.Element;

export interface ScreenLine {
  /** The id by which the server's gates and actions name it: the part of the address after the study. */
  id: string;
  path: string;
  /** In the menu of a study, by this name, in this order. */
  menu?: TextKey;
  /** Reachable without logging in. */
  open?: boolean;
  load: () => Promise<Screen>;
}

export const screens: ScreenLine[] = [
  { id: "login", path: "/login", open: true, load: async () => (await import("./Login")).Login },
  { id: "login", path: "/login/return", open: true, load: async () => (await import("./LoginReturn")).LoginReturn },
  { id: "studies", path: "", load: async () => (await import("./Studies")).Studies },
  { id: "studies", path: "/studies", load: async () => (await import("./Studies")).Studies },
  { id: "new-study", path: "/studies/new", load: async () => (await import("./NewStudy")).NewStudy },
  { id: "account", path: "/account", load: async () => (await import("./Account")).Account },
  { id: "people", path: "/people", load: async () => (await import("./People")).People },
  { id: "home", path: "/studies/:study", menu: "home.screen", load: async () => (await import("./StudyHome")).StudyHome },
  { id: "partners", path: "/studies/:study/partners", menu: "figures.screen", load: async () => (await import("./Figures")).Figures },
  { id: "partnerships", path: "/studies/:study/partnerships", menu: "partnerships.screen", load: async () => (await import("./Partnerships")).Partnerships },
  { id: "poll", path: "/studies/:study/poll", menu: "poll.screen", load: async () => (await import("./Poll")).Poll },
  { id: "approach", path: "/studies/:study/approach", menu: "approach.screen", load: async () => (await import("./Approach")).Approach },
  { id: "gross-list", path: "/studies/:study/gross-list", menu: "grossList.screen", load: async () => (await import("./GrossList")).GrossList },
  { id: "tree", path: "/studies/:study/tree", menu: "tree.screen", load: async () => (await import("./Tree")).Tree },
  { id: "continuum", path: "/studies/:study/continuum", menu: "continuum.screen", load: async () => (await import("./Continuum")).Continuum },
  { id: "for-us", path: "/studies/:study/for-us", menu: "forUs.screen", load: async () => (await import("./PartnerPages")).PartnerPages },
  { id: "documents", path: "/studies/:study/documents", menu: "documents.screen", load: async () => (await import("./Documents")).Documents },
  { id: "origins", path: "/studies/:study/origins", menu: "origins.screen", load: async () => (await import("./Origins")).Origins },
  { id: "settings", path: "/studies/:study/settings", menu: "settings.screen", load: async () => (await import("./StudySettings")).StudySettings },
];

/** The address of a study's screen by the id the server uses; the study's home for a screen that is not there. */
export function screenPath(study: string, id: string): string {
  const line = screens.find((one) => one.id === id && one.menu) ?? screens.find((one) => one.id === "home");
  return (line?.path ?? "").replace(":study", encodeURIComponent(study));
}

export const menuOf = (study: string): { id: string; title: string; path: string }[] =>
  screens.flatMap((one) => (one.menu ? [{ id: one.id, title: text(one.menu), path: screenPath(study, one.id) }] : []));
