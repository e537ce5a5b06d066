// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <unordered_set>

#include "exchange/names.h"
#include "model/pack.h"
#include "model/reference.h"
#include "model/study.h"

namespace koepel::exchange::folder {

/// Things of this study that other tables refer to. A thing whose own row was refused is remembered, so that the fault
/// is told once, at its source, and not again at every mention.
struct OwnNames {
  NameIndex names;
  std::unordered_set<std::string> refused;  ///< folded

  [[nodiscard]] bool was_refused(std::string_view text) const { return refused.count(folded(text)) > 0; }
};

/// All that a cell of a study folder can name: from the method pack, the reference table, and the tables read before.
/// Names are added as (Dutch, English).
struct StudyNames {
  StudyNames(const MethodPack& pack, const Reference& reference);

  const MethodPack& pack;
  const Reference& reference;
  NameIndex municipalities, roles, motives, forms, bodies, groups, indicators, items, questions;
  NameIndex quantities, rule_kinds, condition_kinds;
  TextMap<NameIndex> answers;           ///< by question
  TextMap<NameIndex> words;             ///< by indicator of kind words
  TextMap<const Question*> question;    ///< by id
  TextMap<const Indicator*> indicator;  ///< by id
  NameIndex catalogue;                  ///< tasks of the pack
  OwnNames partners, tasks, packages, respondents, drivers, keys, projects;
  TextMap<std::string> partner_of_respondent;
};

/// Makes everything of a study findable, as reading its tables did.
void add_study(StudyNames& names, const Study& study);

}  // namespace koepel::exchange::folder
