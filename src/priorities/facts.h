// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/pack.h"
#include "model/study.h"

namespace koepel::priorities {

/// What the study says about one task, looked up once. Pointers into study and pack, which outlive it.
struct TaskFacts {
  const GrossListEntry* entry = nullptr;
  Task task;  ///< the catalogue's; a neutral one (all ratings 3, no duty) for a task of the partners' own
  bool in_catalogue = false;
  std::vector<const Figures*> figures;              ///< per partner; nullptr: none
  std::vector<std::vector<const Rating*>> ratings;  ///< per partner
  std::vector<const Arrangement*>
      arrangements;  ///< that cover it now and have a partner of the study among the members
  std::vector<const ThirdParty*> third_parties;
};

/// The partners, and the tasks on the gross list in list order.
struct Facts {
  std::vector<std::string> partners;
  std::vector<TaskFacts> tasks;
  std::vector<const GrossListEntry*> left_out;
  bool arrangements_known = false;  ///< the study lists at least one existing arrangement
};

/// Linear in the number of records. A study without partners is looked at through one nameless partner, so that the
/// catalogue's view of a task can be shown before anybody joined. Arrangements that ended before the study's date are
/// left out.
[[nodiscard]] Facts facts_of(const Study& study, const MethodPack& pack);

/// Which partners of the study are members, as positions in `partners`.
[[nodiscard]] std::vector<std::size_t> positions_of(const std::vector<std::string>& members,
                                                    const std::vector<std::string>& partners);

/// A score that somebody gave, with the row it stands in.
using GivenScore = std::pair<double, const Rating*>;
/// All scores a partner's role groups gave on a criterion.
[[nodiscard]] std::vector<GivenScore> scores_on(const std::string& criterion,
                                                const std::vector<const Rating*>& ratings);
/// Mean of scores 1..5; `scores` is not empty.
[[nodiscard]] double mean_score(const std::vector<GivenScore>& scores);
/// A rating 1..5 as a share: 1 -> 0, 5 -> 1, clipped.
[[nodiscard]] double share_of_scale(double rating);
[[nodiscard]] double clipped(double value);

}  // namespace koepel::priorities
