// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/pack.h"
#include "model/study.h"
#include "model/trace.h"

namespace koepel::survey {

/// A slice of the respondents. Empty partner or role means all.
struct Cut {
  std::string partner;
  std::string role;

  auto operator<=>(const Cut&) const = default;
};

/// Why numbers are shown or not. They are absent, not zero, unless `shown`.
enum class Shown {
  shown,
  no_answers,
  too_few,  ///< fewer people than the pack's k
  withheld  ///< enough people, but subtracting published cuts would reveal a group below k
};

/// Statistics of answers 1..5 (as given for items; recoded so that high = more of the construct for constructs).
struct Numbers {
  int n = 0;                    ///< people who answered
  std::array<int, 5> counts{};  ///< distribution (items only)
  double mean = 0;
  double median = 0;
  double deviation = 0;  ///< sample standard deviation; 0 when n == 1
  double agreement = 0;  ///< van der Eijk's A, [-1, 1] (items only)
  double consensus = 0;  ///< Tastle & Wierman, [0, 1] (items only)
  bool operator==(const Numbers&) const = default;
};

struct CutResult {
  Cut cut;
  Shown shown = Shown::no_answers;
  std::optional<Numbers> numbers;  ///< only when shown
};

/// Difference between two groups: Cliff's delta (first minus second, [-1, 1]) with a 95 % percentile bootstrap
/// interval.
struct Difference {
  double delta = 0;
  double low = 0;
  double high = 0;
};

struct ItemResult {
  std::string item;
  std::vector<CutResult> cuts;  ///< all; each role; each partner; each partner x role: in study order
};

struct ConstructResult {
  std::string construct;
  std::vector<CutResult> cuts;
  std::optional<double> alpha;  ///< Cronbach's alpha over complete answer sheets; none: fewer than 2 items or people
  std::optional<Difference> roles;   ///< administrators minus officials; none when either is not shown
  std::optional<double> divergence;  ///< standard deviation over partner_mean (those known, at least 2)
};

/// What separates two groups on a construct, largest first: the motive gap list and its kin.
struct Gap {
  std::string construct;
  Cut a;
  Cut b;
  double mean_a = 0;
  double mean_b = 0;
  Difference difference;
  std::string trace;  ///< step id "survey.gap.<construct>.<a>.<b>"
};

/// Groups of like-minded respondents (PCA, k-means, silhouette), only from the pack's minimum of people up and when
/// stable.
struct OpinionGroups {
  int groups = 0;  ///< 0: none found, `why_none` says why
  double silhouette = 0;
  double stability = 0;  ///< mean adjusted Rand index over seeded re-samples, [-1, 1]
  std::vector<int> sizes;
  Message why_none;
};

struct SurveyResult {
  int respondents = 0;  ///< with at least one answer
  std::vector<ItemResult> items;
  std::vector<ConstructResult> constructs;
  std::vector<std::pair<std::string, std::optional<double>>> krippendorff;  ///< ordinal alpha per partner
  std::vector<Gap> gaps;  ///< sorted by |difference of means|, largest first
  OpinionGroups opinion_groups;
  /// "survey.<construct>[.<partner>][.<role>]" (published cuts), "survey.<construct>.alpha|roles|divergence",
  /// "survey.item.<item>", "survey.krippendorff.<partner>", "survey.gap.<construct>.<a>.<b>", "survey.opinion_groups",
  /// "survey.respondents".
  Trace trace;
};

/// All statistics of the poll, administrators and officials side by side, with small groups protected: no figure for
/// fewer people than the pack's k (per kind of role group), and no two published cuts that subtract to fewer.
/// Reverse items are recoded (6 - x) before they enter a construct. Deterministic for a seed. Cost O(answers x
/// bootstrap draws) for differences. Every cut is the mean over its people: weighing role groups equally would let
/// published totals be solved for the small groups in them (docs/methods/survey.md). Sources: van der Eijk (2001),
/// Tastle & Wierman (2007), Cronbach (1951), Krippendorff (2011), Cliff (1993).
[[nodiscard]] SurveyResult poll(const Study& study, const MethodPack& pack);

/// The cut's result, or nullptr when it was not made.
[[nodiscard]] const CutResult* find_cut(const std::vector<CutResult>& cuts, const Cut& cut);
[[nodiscard]] const ConstructResult* find_construct(const SurveyResult& result, const std::string& construct);
/// The published mean of a construct for a cut; none when not shown.
[[nodiscard]] std::optional<double> mean_of(const SurveyResult& result, const std::string& construct,
                                            const Cut& cut = {});
/// What a partner as a whole says, from published figures only: the mean over its people; where its total is withheld,
/// the mean over the people of its role groups that are shown; none when nothing is.
[[nodiscard]] std::optional<double> partner_mean(const SurveyResult& result, const std::string& construct,
                                                 const std::string& partner);

/// The trace step of a construct's cut: "survey.<construct>[.<partner>][.<role>]".
[[nodiscard]] std::string step_id(const std::string& construct, const Cut& cut = {});
/// The trace step of a statement, of everybody or of a role: "survey.item.<item>[.<role>]".
[[nodiscard]] std::string item_step_id(const std::string& item, const std::string& role = {});
/// The steps behind partner_mean.
[[nodiscard]] std::vector<std::string> partner_steps(const SurveyResult& result, const std::string& construct,
                                                     const std::string& partner);

}  // namespace koepel::survey
