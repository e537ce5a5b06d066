// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "exchange/json_values.h"
#include "model/event.h"
#include "model/pack.h"
#include "model/reference.h"

// A record as the log and the API write it: a JSON object of column -> text, the row of the study folder that would say
// the same. One notation for folder, log and screen means one reader with one list of problems.

namespace koepel::exchange {

/// The record's cells in canonical notation; columns that say nothing are left out. The head has the keys of
/// study.yaml.
[[nodiscard]] Json record_json(const Happening& what);

/// The same for a form in that language: codes stay, numbers are written as people there do ("1234,50"). read_records
/// gives the record back.
[[nodiscard]] Json form_json(const Happening& what, Language language);

/// A stored payload is not what record_json wrote: the log is damaged or newer than this program.
struct BrokenRecord : std::runtime_error {
  using std::runtime_error::runtime_error;
};
/// Gives back what record_json took, up to the origin, which is left empty. Looks nothing up; linear. Throws
/// BrokenRecord.
[[nodiscard]] Happening record_of(std::string_view kind, const Json& cells);

/// A record as somebody typed it: Dutch or English notation, names or codes.
struct TypedRecord {
  std::string kind;  ///< event name
  Json cells;        ///< object of column (id or any header that a file may have) -> text, number, boolean or null
};
struct RecordReading {
  std::vector<std::optional<Happening>> records;  ///< one per typed record, in their order; none: refused
  Problems problems;  ///< `where.line` counts typed records from 1, `where.column` is the column as given
};
/// Reads records that may name what is in the study and what stands in the same call. Every problem at once.
[[nodiscard]] RecordReading read_records(const std::vector<TypedRecord>& typed, const Study& study,
                                         const MethodPack& pack, const Reference& reference);

}  // namespace koepel::exchange
