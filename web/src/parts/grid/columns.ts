// SPDX-License-Identifier: EUPL-1.2
import type { ColumnSpec } from "../../api/types";

/** The columns whose cells line up to the right. */
export const isNumber = (column: ColumnSpec): boolean => /amount|number|count|integer|money|bedrag|getal|aantal/i.test(column.kind);

/** The columns whose cells hold several names or a sentence. */
export const isLong = (column: ColumnSpec): boolean => /^(tasks|members|partners|form|text|text_nl|text_en)$/.test(column.kind);

export const listId = (kind: string, column: string): string => `names-${kind}-${column}`;
