// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "model/phrasebook.h"

// What the rules of verwacht.txt share (expectations.h).

namespace koepel::exchange::expected {

using Words = std::vector<std::string>;

struct Ground {
  const Analysis& analysis;
  const Phrasebook& phrases;
};

/// Empty when the line holds; else what the analysis says.
using Verdict = std::string;

/// A kind of line, and what judges it: the whole line and its groups are the words.
struct Rule {
  std::regex pattern;
  Verdict (*check)(const Ground&, const Words&);
};

constexpr const char* not_understood = "deze regel is niet te begrijpen";

/// True when `said` is the id or the Dutch name of the thing, whatever its capitals.
[[nodiscard]] bool names(const Ground& ground, const std::string& said, const std::string& kind, const std::string& id);
[[nodiscard]] std::string lower(std::string text);

/// Dutch: "1.234,5". Where only one reading makes sense also with a decimal point: "0.2", "50.0".
[[nodiscard]] std::optional<double> number_in(const std::string& text);
[[nodiscard]] Verdict between(std::optional<double> value, const std::string& low, const std::string& high);

/// About saving, keys, teams, waste, leaders, third parties and projects.
[[nodiscard]] const std::vector<Rule>& quantity_rules();

}  // namespace koepel::exchange::expected
