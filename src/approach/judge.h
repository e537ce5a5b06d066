// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "approach/approach.h"
#include "model/pack.h"

// The bare rule of domain.md 8.2, cheap enough to try hundreds of other values.

namespace koepel::approach {

using Raw = std::variant<double, std::string>;
using Values = std::vector<std::optional<Raw>>;  ///< one per indicator, pack order

struct Verdict {
  Approach approach = Approach::hybrid;
  double d = 0;
  double coverage = 0;
  std::vector<std::string> rules;
};

/// Which indicators the rules H1 and H2 name.
inline constexpr const char* trust = "trust";
inline constexpr const char* target_image = "target_image";
inline constexpr const char* support_breadth = "support_breadth";

[[nodiscard]] Verdict judge(const ApproachMethod& method, const Values& values);

/// The smallest change of one indicator that gives another advice. Lines are tried in the steps in which people state
/// them (hundredths; whole steps for a target image), so the value told really turns the advice.
[[nodiscard]] std::optional<Flip> smallest_flip(const ApproachMethod& method, const Values& values);

/// A raw value as a sentence shows it: a share as a percentage, a word by its text.
[[nodiscard]] Arg shown(const Indicator& indicator, std::string_view name, const Raw& raw);

}  // namespace koepel::approach
