// SPDX-License-Identifier: EUPL-1.2
// The shapes of the API, as far as these screens use them. To be replaced by aliases of the types that `npm run types`
// makes from schema/openapi.yaml; the names stay.

export type Cells = Record<string, string>;
export type Role = string;

export interface Problem {
  code: string;
  severity: "error" | "warning";
  file?: string | undefined;
  sheet?: string | undefined;
  line?: number | undefined;
  column?: string | undefined;
  field?: string | undefined;
  found?: string | undefined;
  expected?: string | undefined;
  repair?: string | undefined;
}

export interface LogRecord {
  kind: string;
  key: string;
  sequence: number;
  time: string;
  actor: string;
  actorName: string;
  cells: Cells;
  label: string;
}

export interface Change {
  kind: string;
  cells: Cells;
  expected?: number;
  withdraw?: boolean;
}

export interface Saved { sequence: number; repeated: boolean; problems: Problem[] }

export interface Person { id: string; name: string; email: string; manager: boolean }

export interface Session { person?: Person; csrf: string; language: string; hasSecondFactor?: boolean }

export interface Finding {
  id: string;
  kind: "advice" | "observation" | "missing";
  says: string;
  why: string[];
  whyNot: string[];
  flip: string;
  steps: string[];
}

export interface TableCell { text: string; number: boolean }
export interface TableShape {
  id: string;
  title: string;
  columns: string[];
  rows: { cells: TableCell[]; step?: string }[];
}

export interface Picture {
  id: string;
  title: string;
  description: string;
  svg: string;
  width: number;
  height: number;
  columns: string[];
  rows: string[][];
}

export interface Step {
  id: string;
  what: string;
  value: string;
  rule: string;
  source: string;
  from: { id: string; what: string; value: string }[];
  inputs: string[];
  parameters: { id: string; text: string; source: string }[];
}

export interface Municipality {
  id: string;
  name: string;
  province: string;
  inhabitants: number;
  dwellings: number;
  landAreaHa: number;
  urbanity: number;
  x: number;
  y: number;
  neighbours: string[];
}

export interface ColumnSpec {
  id: string;
  label: string;
  kind: string;
  need: "must" | "names" | "may" | "";
  explanation: string;
}
export interface TableSpec { kind: string; name: string; explanation: string; columns: ColumnSpec[] }

export interface Named { id: string; name: string }
export interface Method {
  id: string;
  version: string;
  roles: Named[];
  motives: Named[];
  factors: Named[];
  criteria: Named[];
  groups: Named[];
  bodies: Named[];
  forms: (Named & { summary: string })[];
  tasks: { id: string; name: string; group: string; explanation: string }[];
  items: { id: string; text: string; construct: string; roles: string[] }[];
  tables: TableSpec[];
}

export interface StudyLine {
  id: string;
  title: string;
  role: Role;
  partners: string[];
  phase: string;
  changed: string;
  archived: boolean;
  invented?: string | undefined;
}

export interface Gate { id: string; phase: string; text: string; done: boolean; by: Role; screen: string }
export interface Action { text: string; screen: string; role: Role; urgent: boolean }
export interface Missing { text: string; screen: string; who: string }
export interface Phase { id: string; name: string; state: "done" | "now" | "later" | string }
export interface Member { person: string; name: string; role: Role; partner?: string | undefined; partnerName?: string | undefined }

export interface Study {
  id: string;
  title: string;
  question: string;
  role: Role;
  partner?: string | undefined;
  sequence: number;
  archived: boolean;
  retention?: string | undefined;
  phase: string;
  phases: Phase[];
  gates: Gate[];
  actions: Action[];
  missing: Missing[];
  members: Member[];
  invented?: string | undefined;
}

export interface Coverage {
  partner: string;
  partnerName: string;
  role: Role;
  roleName: string;
  invited: number;
  answered: number;
}
export interface FacilitatorPoll {
  state: "draft" | "open" | "closed" | string;
  items: string[];
  intro: string;
  anonymity: string;
  coverage: Coverage[];
  minimum: number;
}

export interface Invitation {
  id: string;
  partner: string;
  role: Role;
  email?: string | undefined;
  state: string;
  isCode: boolean;
  usesLeft?: number | undefined;
  sent?: string | undefined;
  expires?: string | undefined;
}
export interface NewInvitation { id: string; link?: string; code?: string; partner: string; role: Role; email?: string }

export interface ResultCell { partner: string; role: Role; mean: number; low: number; high: number; n: number; tooFew: boolean }
export interface Results {
  published: boolean;
  constructs: { id: string; name: string; kind: string; cells: ResultCell[] }[];
  items: { id: string; text: string; roles: { role: Role; mean: number; n: number; counts: number[]; tooFew: boolean }[] }[];
  gaps: Finding[];
}

export interface RespondentPoll {
  studyTitle: string;
  intro: string;
  state: "open" | "closed" | "done";
  roleName: string;
  partnerName: string;
  anonymityText: string;
  scale: { value: number; text: string }[];
  items: { id: string; text: string }[];
  answers: Record<string, number>;
  nextSteps: string;
}

export interface ImportPreview {
  problems: Problem[];
  counts: { kind: string; name: string; count: number }[];
  changes: { new: number; changed: number; same: number };
}
export interface FileInput { name: string; base64: string }
