// SPDX-License-Identifier: EUPL-1.2
// The shapes of the contract by the names the screens use. `npm run types` makes openapi.ts from schema/openapi.yaml.
import type { components } from "./openapi";

type Schemas = components["schemas"];

/** A row of the study folder. Only the record study-opened has other cells, and no grid shows that one. */
export type Cells = Record<string, string>;
export type LogRecord = Omit<Schemas["Record"], "cells" | "kind"> & { kind: string; cells: Cells };
export type Change = { kind: string; cells: Cells; expected?: number; withdraw?: boolean; key?: string };

export type Problem = Schemas["InputProblem"];
export type Saved = Schemas["Saved"];
export type Person = Schemas["Person"];
export type Session = Schemas["Session"];
export type Finding = Schemas["Finding"];
export type Analysis = Schemas["Analysis"];
export type TableShape = Schemas["Table"];
export type Picture = Schemas["Picture"];
export type Step = Schemas["Step"];
export type Municipality = Schemas["Municipality"];
export type Method = Schemas["Method"];
export type TableSpec = Schemas["RecordTable"];
export type ColumnSpec = Schemas["RecordColumn"];
export type StudyLine = Schemas["StudyLine"];
export type StudyMade = Schemas["StudyMade"];
export type Example = Schemas["Example"];
export type Study = Schemas["Study"];
export type Phase = Schemas["Phase"];
export type Gate = Schemas["Gate"];
export type Action = Schemas["Action"];
export type Missing = Schemas["Missing"];
export type Member = Schemas["Member"];
export type FacilitatorPoll = Schemas["Poll"];
export type Coverage = Schemas["Coverage"];
export type Invitation = Schemas["Invitation"];
export type NewInvitation = Schemas["InvitationMade"];
export type Results = Schemas["PollResults"];
export type ConstructResult = Schemas["ConstructResult"];
export type RespondentPoll = Schemas["RespondentPoll"];
export type ImportPreview = Schemas["FilesPreview"];
export type FileInput = Schemas["FileUpload"];
export type Partnerships = Schemas["Partnerships"];
export type Arrangement = Schemas["Arrangement"];
export type ApproachAdvice = Schemas["ApproachAdvice"];
export type Indicator = Schemas["Indicator"];
export type GrossList = Schemas["GrossList"];
export type TaskList = Schemas["TaskList"];
export type GrossTask = Schemas["GrossTask"];
export type WhatIf = Schemas["WhatIf"];
export type Named = Schemas["Named"];
export type Form = Schemas["FormOfCooperation"];
export type Subject = Schemas["Subject"];
export type PartnerPage = Schemas["PartnerPage"];
export type DocumentLine = Schemas["DocumentLine"];
export type DocumentShape = Schemas["Document"];
export type Differences = Schemas["Differences"];
export type Block = Schemas["Block"];
export type Span = Schemas["Span"];
export type TreeView = Schemas["TreeView"];
export type Cause = Schemas["Cause"];
export type Comparison = Schemas["Comparison"];
export type ComparedField = Schemas["ComparedField"];
export type AskedQuestion = Schemas["AskedQuestion"];
export type WalkedTree = Schemas["WalkedTree"];
export type WalkedForm = Schemas["WalkedForm"];
export type Assumption = Schemas["Assumption"];
export type AuditLine = Schemas["AuditLine"];
