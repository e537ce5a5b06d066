// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "partners/partners.h"
#include "partners/partnership_map.h"

namespace koepel::partners {

/// Mean over what was entered.
struct Mean {
  double sum = 0;
  int n = 0;
  void add(double value) {
    sum += value;
    ++n;
  }
  [[nodiscard]] double value() const { return sum / n; }
};

/// The scores that one partner gave: (task, criterion) -> mean over its role groups, and the cells they stand in.
struct GivenScores {
  std::map<std::pair<std::string, std::string>, Mean> scores;
  std::vector<Origin> inputs;
};

/// Every partner of the study -> its scores: those on motives, and those on all else. Gathered once, because every pair
/// asks for them.
struct ScoresByPartner {
  std::map<std::string, GivenScores> motives, others;
};
[[nodiscard]] ScoresByPartner scores_by_partner(const Study& study, const MethodPack& pack);

/// Everything a pair is judged by.
struct Material {
  const Study& study;
  const MethodPack& pack;
  const Reference& reference;
  const survey::SurveyResult& poll;
  const Partnerships& partnerships;
  ScoresByPartner scores;
};

/// What one kind of evidence says about a pair. `says` is the evidence where there is a value, and what is missing
/// where not.
struct Clue {
  std::string id;  ///< weight is the parameter "partners.<criterion>.<id>"
  std::optional<double> value;
  Message says;
  std::vector<std::string> from;
  std::vector<Origin> inputs;
};

// All clues of each criterion, known or not, always in the same order.
[[nodiscard]] std::vector<Clue> dependence_clues(const Material& material, const Partner& a, const Partner& b);
[[nodiscard]] std::vector<Clue> conflict_clues(const Material& material, const Partner& a, const Partner& b);
[[nodiscard]] std::vector<Clue> kinship_clues(const Material& material, const Partner& a, const Partner& b);

/// The share of their partnerships that two partners have in common.
[[nodiscard]] Clue arrangements_clue(const Material& material, const Partner& a, const Partner& b);

/// The mean of what both partners say about a construct, scaled to [0, 1]. Unknown unless both are known.
[[nodiscard]] Clue answers_clue(const Material& material, const std::string& criterion, const Partner& a,
                                const Partner& b);

/// The weighted mean of the known clues, with its steps "pairs.<criterion>.<a>.<b>" and below that one per clue.
[[nodiscard]] Pair weigh(const MethodPack& pack, const std::string& criterion, const Partner& a, const Partner& b,
                         const std::vector<Clue>& clues, Trace& trace);

}  // namespace koepel::partners
