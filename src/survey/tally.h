// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "model/pack.h"
#include "survey/answers.h"
#include "survey/survey.h"

namespace koepel::survey {

/// What all figures of one poll share.
struct Tally {
  const MethodPack& pack;
  std::uint64_t seed;
  Answers answers;
  std::vector<Cut> cuts;
  std::vector<int> k;  ///< per role: fewest people to publish about
  /// Protection by people per cell: most figures have the same people behind them.
  std::map<std::vector<int>, std::vector<Shown>> decided;

  [[nodiscard]] double rule(const char* name) const;  ///< parameter "survey.<name>"
  [[nodiscard]] int whole(const char* name) const;
};

[[nodiscard]] Tally open_tally(const Study& study, const MethodPack& pack);

/// All cuts of one figure, with numbers where they may be shown. `with_distribution` fills what only items have.
[[nodiscard]] std::vector<CutResult> measure(Tally& tally, const Sample& sample, bool with_distribution);

/// Enough people to publish about, by the strictest role group among them.
[[nodiscard]] bool enough(const Tally& tally, const std::vector<const Person*>& people);

}  // namespace koepel::survey
