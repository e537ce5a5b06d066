// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/pack.h"
#include "model/trace.h"

namespace koepel::approach {

enum class Approach { design, development, hybrid };

/// "design" | "development" | "hybrid": the id in texts and JSON.
[[nodiscard]] const char* id_of(Approach approach);

/// A known indicator: its raw value (number, or word where the indicator asks words), and where it came from.
struct Known {
  std::variant<double, std::string> value;
  Basis basis = Basis::judged;
  std::vector<std::string> from;  ///< trace steps it was made from (survey, partners)
  std::vector<Origin> inputs;     ///< cells of the study folder
};

using Indicators = std::map<std::string, Known>;

struct Contribution {
  std::string indicator;
  Arg raw;       ///< the value as given
  double x = 0;  ///< scaled, [-1, 1]; + favours design
  double weight = 0;
  double share = 0;  ///< w x / sum of known w: what it adds to D
  Basis basis = Basis::judged;
};

/// The smallest change of one indicator (measured in x) that gives another advice; none when no single one does.
struct Flip {
  std::string indicator;
  Arg from;
  Arg to;
  Approach becomes = Approach::hybrid;
};

struct Advice {
  Approach approach = Approach::hybrid;
  double d = 0;                             ///< [-1, 1]
  double coverage = 0;                      ///< sum of known weights, [0, 1]
  bool enough = true;                       ///< false: no indicator known, nothing is advised
  std::vector<std::string> rules;           ///< "H1", "H2", "low_coverage": those that fired
  std::vector<Contribution> contributions;  ///< pack order
  std::vector<std::string> missing;         ///< indicators not known
  std::optional<Flip> flip;
  std::vector<Message> why;
  std::vector<Message> why_not;  ///< one per approach not advised
  std::vector<Guard> guards;     ///< pitfalls of the advised approach (both for hybrid)
  Trace trace;                   ///< "approach", "approach.D", "approach.<indicator>"
};

/// Chooses the design or development approach by the rule of domain.md 8.2: D = sum w x / sum w over known indicators;
/// D >= threshold design, <= -threshold development, else hybrid; H1: no full design without trust; H2: a fully
/// supported declaration is not thrown away. Vectors of 8.3 are reproduced exactly. Values out of range are a bug:
/// exchange checks them.
[[nodiscard]] Advice choose(const Indicators& known, const MethodPack& pack);

/// x of one raw value; a word the indicator does not know is a bug.
[[nodiscard]] double scale(const Indicator& indicator, const std::variant<double, std::string>& raw);

}  // namespace koepel::approach
