// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "survey/difference.h"
#include "survey/tally.h"

namespace koepel::survey {

/// Resamples of the cuts of one construct, made when first needed.
class Bootstrap {
 public:
  Bootstrap(const Tally& tally, const ConstructResult& construct, const Sample& sample)
      : tally_(tally),
        construct_(construct),
        sample_(sample),
        draws_(static_cast<std::size_t>(tally.whole("bootstrap_draws"))) {}

  /// None when either cut is not published.
  [[nodiscard]] std::optional<Difference> difference(const Cut& a, const Cut& b) {
    if (!published(a) || !published(b)) return std::nullopt;
    const Group& first = group(a);
    const Group& second = group(b);
    return compare(first.counts, first.drawn, second.counts, second.drawn);
  }

 private:
  struct Group {
    Counts counts;
    Resamples drawn;
  };

  [[nodiscard]] bool published(const Cut& cut) const {
    const CutResult* found = find_cut(construct_.cuts, cut);
    return found != nullptr && found->numbers.has_value();
  }

  const Group& group(const Cut& cut) {
    const auto known = groups_.find(cut);
    if (known != groups_.end()) return known->second;
    Group made{counts_of(tally_.answers, sample_, cut), {}};
    made.drawn = resample(made.counts, draws_, Random(tally_.seed, step_id(construct_.construct, cut)));
    return groups_.emplace(cut, std::move(made)).first->second;
  }

  const Tally& tally_;
  const ConstructResult& construct_;
  const Sample& sample_;
  std::size_t draws_;
  std::map<Cut, Group> groups_;
};

/// Administrators against officials, all together and per partner, and every two partners: what is published of it.
[[nodiscard]] std::vector<Gap> gaps_of(const Answers& answers, const ConstructResult& construct, Bootstrap& bootstrap);

/// By difference of means, then by delta; equals keep their order.
void sort_largest_first(std::vector<Gap>& gaps);

}  // namespace koepel::survey
