// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/origin.h"
#include "model/pack.h"
#include "model/study.h"
#include "survey/difference.h"
#include "survey/survey.h"

namespace koepel::survey {

/// The instrument that asks about the cooperation itself; only its items say how like-minded people are.
inline constexpr const char* partner_scan = "partner_scan";

/// Somebody with at least one answer.
struct Person {
  std::size_t partner = 0;
  std::size_t role = 0;
  Origin origin;                    ///< of the answers
  std::vector<std::uint8_t> given;  ///< per item 1..5 as given, 0 = no answer
};

/// The poll as a table. Sorted by the respondents' codes, so that the order of the file changes nothing.
struct Answers {
  std::vector<std::string> partners;  ///< ids, study order
  std::vector<const Role*> roles;     ///< administrators, officials and every other group that answered; pack order
  std::vector<const Item*> items;     ///< of the instruments that were used, pack order
  std::vector<Person> people;
};

/// Left out: respondents whose partner or role the study or pack does not know, and answers to unknown items; the
/// reader of the study folder has reported them. The result points into `pack`.
[[nodiscard]] Answers read_answers(const Study& study, const MethodPack& pack);

/// All cuts in the order of protection.h's numbering.
[[nodiscard]] std::vector<Cut> cuts_of(const Answers& answers);

/// One figure for everybody who has it: distinct values (ascending) and how many people of every partner and role have
/// each.
struct Sample {
  std::vector<double> values;
  std::vector<Counts> cells;  ///< partners x roles, row by row
  std::vector<bool> has;      ///< per person of the answers: counted here
};

/// An answer recoded so that high = more of the construct.
[[nodiscard]] inline int recoded(const Item& item, int given) { return item.reverse ? 6 - given : given; }

/// The answers to one item as given; values 1..5.
[[nodiscard]] Sample item_sample(const Answers& answers, std::size_t item);

/// The scores of a construct: per person the mean of the recoded answers, when at least `answered_share` of the items
/// that this role group is asked were answered.
[[nodiscard]] Sample construct_sample(const Answers& answers, const std::string& construct, double answered_share);

/// The people of a cut together.
[[nodiscard]] Counts counts_of(const Answers& answers, const Sample& sample, const Cut& cut);

}  // namespace koepel::survey
