// SPDX-License-Identifier: EUPL-1.2
import type { ColumnSpec } from "../../api/types";

/** The columns whose cells line up to the right. */
export const isNumber = (column: ColumnSpec): boolean => /amount|number|count|integer|money|bedrag|getal|aantal/i.test(column.kind);

export const listId = (kind: string, column: string): string => `names-${kind}-${column}`;
