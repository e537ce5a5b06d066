// SPDX-License-Identifier: EUPL-1.2
#include "benchmark/frontier.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "benchmark/frontier_test_parts.h"

namespace koepel::benchmark {

using namespace testing;

namespace {

constexpr double printed = 5.1e-7;  // six decimals

#define NEEDS_SHARED_DATA() \
  if (shared_data().empty()) GTEST_SKIP() << "NOT TESTED against published scores: set KOEPEL_SHARED"

UnitTable set_of(const std::string& name, int inputs, int outputs) {
  return table_of(rows_of(shared_data() / "dea" / name), inputs, outputs);
}

UnitTable five_firms() { return {{{2, 5}, {2, 4}, {6, 6}, {3, 2}, {6, 2}}, {{1}, {2}, {3}, {1}, {2}}}; }
UnitTable tone_five() { return {{{4, 3}, {6, 3}, {8, 1}, {8, 1}, {2, 4}}, {{2, 3}, {2, 3}, {6, 2}, {6, 1}, {1, 4}}}; }

void expect_all(const std::vector<double>& got, const std::vector<double>& want, double tolerance = printed) {
  ASSERT_EQ(got.size(), want.size());
  ASSERT_FALSE(want.empty());
  for (std::size_t j = 0; j < want.size(); ++j) EXPECT_NEAR(got[j], want[j], tolerance) << "unit " << j + 1;
}

void expect_set(const UnitTable& table, const std::string& set) {
  expect_all(scores_of(table, Returns::constant, Orientation::input), expected(set, "input_oriented_crs"));
  expect_all(scores_of(table, Returns::variable, Orientation::input), expected(set, "input_oriented_vrs"));
  expect_all(scores_of(table, Returns::variable, Orientation::output), expected(set, "output_oriented_vrs_phi"));
  std::vector<double> scale;
  const auto as_printed = [](double score) { return std::round(score * 1e6) / 1e6; };
  for (const auto& score : scale_scores(table))  // the printed column was divided from the printed scores
    scale.push_back(as_printed(score.constant) / as_printed(score.variable));
  expect_all(scale, expected(set, "scale_efficiency"));
}

std::vector<double> slack_based(const UnitTable& table, Returns returns = Returns::constant) {
  std::vector<double> out;
  for (const auto& score : slack_based_scores(table, returns)) out.push_back(score.score);
  return out;
}

UnitTable without(UnitTable table, std::size_t j) {
  table.inputs.erase(table.inputs.begin() + static_cast<std::ptrdiff_t>(j));
  table.outputs.erase(table.outputs.begin() + static_cast<std::ptrdiff_t>(j));
  return table;
}

/// The unit moved to where its peers are: score and slacks taken.
void project(UnitTable& table, std::size_t j, const UnitScore& score, Orientation orientation) {
  for (std::size_t k = 0; k < table.inputs[j].size(); ++k) {
    if (orientation == Orientation::input) table.inputs[j][k] *= score.score;
    table.inputs[j][k] = std::max(0.0, table.inputs[j][k] - score.input_slacks[k]);
  }
  for (std::size_t k = 0; k < table.outputs[j].size(); ++k) {
    if (orientation == Orientation::output) table.outputs[j][k] *= score.score;
    table.outputs[j][k] += score.output_slacks[k];
  }
}

Random drawn() { return Random(*rc::gen::arbitrary<std::uint32_t>(), "frontier_test"); }

}  // namespace

TEST(Frontier, ReproducesFiveFirmsOfCoelli) {
  // Coelli, Rao & Battese (1998), tables 6.1 and 6.2, as printed.
  expect_all(scores_of(five_firms(), Returns::constant, Orientation::input), {0.5, 1, 0.833, 0.714, 1}, 5.1e-4);
  FrontierOptions options;
  options.returns = Returns::constant;
  const auto scores = frontier_scores(five_firms(), options);
  EXPECT_EQ(scores[0].peers.size(), 1U) << "firm 1 is held against firm 2";
  EXPECT_EQ(scores[0].peers[0].unit, 1);
  EXPECT_NEAR(scores[0].peers[0].weight, 0.5, 1e-9);
  EXPECT_NEAR(scores[0].input_slacks[1], 0.5, 1e-9) << "and has half a unit of the second input left over";
  ASSERT_EQ(scores[2].peers.size(), 2U);
  EXPECT_NEAR(scores[2].peers[0].weight, 1.0, 1e-9);
  EXPECT_NEAR(scores[2].peers[1].weight, 0.5, 1e-9);
  NEEDS_SHARED_DATA();
  expect_set(set_of("coelli_1998_five_firms.csv", 2, 1), "coelli_1998_five_firms");
}

TEST(Frontier, ReproducesTheWorkedExampleOfThePage) {
  const auto page = worked_example("efficiency.md");
  ASSERT_FALSE(page.empty());
  UnitTable table;
  for (std::size_t j = 0; j < page.at("output").size(); ++j) {
    table.inputs.push_back({page.at("input 1")[j], page.at("input 2")[j]});
    table.outputs.push_back({page.at("output")[j]});
  }
  const auto scores = scale_scores(table);
  for (std::size_t j = 0; j < scores.size(); ++j) {
    EXPECT_NEAR(scores[j].constant, page.at("constant returns")[j], 5.1e-4);
    EXPECT_NEAR(scores[j].variable, page.at("variable returns")[j], 5.1e-4);
    EXPECT_NEAR(scores[j].scale, page.at("scale")[j], 5.1e-4);
  }
  FrontierOptions options;
  options.returns = Returns::constant;
  EXPECT_NEAR(frontier_scores(table, options)[0].input_slacks[1], page.at("slack of input 2, firm 1")[0], 1e-9);
}

TEST(Frontier, ReproducesToneTable) {
  expect_all(slack_based(tone_five()), {0.798, 0.568, 1, 0.667, 1}, 5.1e-4);
  expect_all(scores_of(tone_five(), Returns::constant, Orientation::input), {0.9, 0.833, 1, 1, 1}, 5.1e-4);
  NEEDS_SHARED_DATA();
  const auto table = set_of("tone_2001_five_dmus.csv", 2, 2);
  expect_set(table, "tone_2001_five_dmus");
  expect_all(slack_based(table), expected("tone_2001_five_dmus", "sbm_non_oriented_crs"));
}

TEST(Frontier, ReproducesProgramFollowThrough) {
  NEEDS_SHARED_DATA();
  const auto rows = rows_of(shared_data() / "dea/program_follow_through_1981.csv");
  const auto table = table_of(rows, 5, 3);
  ASSERT_EQ(table.inputs.size(), 70U);
  expect_set(table, "program_follow_through_1981");
  std::vector<double> within;
  for (const char* program : {"PFT", "NFT"}) {
    std::vector<std::vector<std::string>> part;
    for (const auto& row : rows)
      if (row.back() == program) part.push_back(row);
    for (const double score : scores_of(table_of(part, 5, 3), Returns::constant, Orientation::input))
      within.push_back(score);
  }
  expect_all(within, expected("program_follow_through_1981", "input_oriented_crs_within_program"));
  // The paper: 17 of the 49 sites of the program and 8 of the 21 others are on their own frontier.
  const auto on_edge = [](double score) { return score > 1 - 1e-6; };
  EXPECT_EQ(std::count_if(within.begin(), within.begin() + 49, on_edge), 17);
  EXPECT_EQ(std::count_if(within.begin() + 49, within.end(), on_edge), 8);
}

TEST(Frontier, OneInputOneOutputHasAClosedForm) {
  Random random(1, "closed form");
  const auto table = random_table(random, 40, 1, 1, false);
  double best = 0;
  for (std::size_t j = 0; j < 40; ++j) best = std::max(best, table.outputs[j][0] / table.inputs[j][0]);
  const auto scores = scores_of(table, Returns::constant, Orientation::input);
  for (std::size_t j = 0; j < 40; ++j)
    EXPECT_NEAR(scores[j], table.outputs[j][0] / table.inputs[j][0] / best, 1e-9) << j;
}

TEST(Frontier, AgreesWithATextbookTableau) {
  EXPECT_TRUE(rc::check("every returns, orientation, with zeros, ties and duplicates, with and without oneself", [] {
    auto random = drawn();
    const int p = 1 + static_cast<int>(random.below(3)), q = 1 + static_cast<int>(random.below(3));
    const auto table = random_table(random, 4 + static_cast<int>(random.below(12)), p, q, true);
    FrontierOptions options;
    options.returns = static_cast<Returns>(random.below(4));
    options.orientation = static_cast<Orientation>(random.below(2));
    options.leave_out_self = random.below(2) == 1;
    const auto scores = frontier_scores(table, options);
    for (std::size_t j = 0; j < scores.size(); ++j) {
      const double other = by_tableau(table, j, options.returns, options.orientation, options.leave_out_self);
      if (std::isnan(other)) {
        RC_ASSERT(scores[j].outcome == UnitOutcome::infeasible);
      } else {
        RC_ASSERT(scores[j].outcome == UnitOutcome::solved);
        RC_ASSERT(std::abs(scores[j].score - other) <= 1e-7 * std::max(1.0, other));
      }
    }
  }));
}

TEST(Frontier, UnitsAMillionTimesApartAreSolved) {
  // Half the units are a million times smaller; they are held against each other as if the large were not there.
  Random random(3, "far apart");
  const auto small = random_table(random, 30, 2, 2, true);
  auto both = small;
  for (std::size_t j = 0; j < 30; ++j) {
    both.inputs.push_back(small.inputs[j]), both.outputs.push_back(small.outputs[j]);
    for (auto& value : both.inputs.back()) value *= 1e6;
    for (auto& value : both.outputs.back()) value *= 1e6;
  }
  const auto alone = scores_of(small, Returns::constant, Orientation::input);
  const auto together = scores_of(both, Returns::constant, Orientation::input);
  for (std::size_t j = 0; j < 60; ++j) EXPECT_NEAR(together[j], alone[j % 30], 1e-8) << j;
  FrontierOptions options;
  for (const auto& score : frontier_scores(both, options)) EXPECT_EQ(score.outcome, UnitOutcome::solved);
  options.orientation = Orientation::output;
  for (const auto& score : frontier_scores(both, options)) EXPECT_EQ(score.outcome, UnitOutcome::solved);
}

TEST(Frontier, AgreesWithTheMultiplierForm) {
  Random random(2, "multipliers");
  for (const auto returns : {Returns::constant, Returns::variable}) {
    const auto table = random_table(random, 25, 2, 2, false);
    const auto scores = scores_of(table, returns, Orientation::input);
    for (std::size_t j = 0; j < scores.size(); ++j)
      EXPECT_NEAR(scores[j], by_multipliers(table, j, returns), 1e-7) << j;
  }
}

TEST(Frontier, Properties) {
  EXPECT_TRUE(rc::check("what the definition promises", [] {
    auto random = drawn();
    auto table = random_table(random, 5 + static_cast<int>(random.below(20)), 2, 2, true);
    const std::size_t n = table.inputs.size();
    const auto crs = scores_of(table, Returns::constant, Orientation::input);
    const auto vrs = scores_of(table, Returns::variable, Orientation::input);
    const auto nirs = scores_of(table, Returns::non_increasing, Orientation::input);
    const auto ndrs = scores_of(table, Returns::non_decreasing, Orientation::input);
    const auto out = scores_of(table, Returns::constant, Orientation::output);
    const auto fewer = scores_of(without(table, n - 1), Returns::variable, Orientation::input);
    for (std::size_t j = 0; j < n; ++j) {
      RC_ASSERT(crs[j] > 0 && crs[j] <= nirs[j] + 1e-8 && crs[j] <= ndrs[j] + 1e-8);
      RC_ASSERT(std::max(nirs[j], ndrs[j]) <= vrs[j] + 1e-8 && vrs[j] <= 1 + 1e-9);
      RC_ASSERT(std::abs(std::min(nirs[j], ndrs[j]) - crs[j]) < 1e-7);
      RC_ASSERT(std::abs(crs[j] * out[j] - 1) < 1e-7);
      if (j + 1 < n) RC_ASSERT(vrs[j] <= fewer[j] + 1e-8);
    }
    auto other_units = table;
    for (std::size_t j = 0; j < n; ++j) other_units.inputs[j][1] *= 1234.5, other_units.outputs[j][0] /= 77;
    const auto same = scores_of(other_units, Returns::variable, Orientation::input);
    for (std::size_t j = 0; j < n; ++j) RC_ASSERT(std::abs(same[j] - vrs[j]) < 1e-8);
  }));
}

TEST(Frontier, ScoresAloneAreTheSameScores) {
  EXPECT_TRUE(rc::check("the quick way over known faces of the frontier finds what the long way finds", [] {
    auto random = drawn();
    const auto table = random_table(random, 5 + static_cast<int>(random.below(60)),
                                    1 + static_cast<int>(random.below(3)), 1 + static_cast<int>(random.below(3)), true);
    FrontierOptions options;
    options.returns = static_cast<Returns>(random.below(4));
    options.orientation = static_cast<Orientation>(random.below(2));
    const auto slow = frontier_scores(table, options);
    options.scores_only = true;
    const auto quick = frontier_scores(table, options);
    for (std::size_t j = 0; j < slow.size(); ++j)
      RC_ASSERT(std::abs(slow[j].score - quick[j].score) <= 1e-8 * std::max(1.0, slow[j].score));
  }));
}

TEST(Frontier, ProjectedUnitsAreEfficientAndMadeOfTheirPeers) {
  EXPECT_TRUE(rc::check("score and slacks lead to the frontier", [] {
    auto random = drawn();
    auto table = random_table(random, 5 + static_cast<int>(random.below(20)), 2, 2, true);
    FrontierOptions options;
    options.returns = static_cast<Returns>(random.below(4));
    options.orientation = static_cast<Orientation>(random.below(2));
    options.slack_sum = static_cast<SlackSum>(random.below(2));
    const auto scores = frontier_scores(table, options);
    const auto j = random.below(static_cast<std::uint32_t>(scores.size()));
    auto moved = table;
    project(moved, j, scores[j], options.orientation);
    for (std::size_t k = 0; k < 2; ++k) {
      double in = 0, out = 0;
      for (const auto& peer : scores[j].peers) {
        RC_ASSERT(scores[static_cast<std::size_t>(peer.unit)].efficient);
        in += peer.weight * table.inputs[static_cast<std::size_t>(peer.unit)][k];
        out += peer.weight * table.outputs[static_cast<std::size_t>(peer.unit)][k];
      }
      RC_ASSERT(std::abs(in - moved.inputs[j][k]) <= 1e-5 * (1 + in));
      RC_ASSERT(std::abs(out - moved.outputs[j][k]) <= 1e-5 * (1 + out));
    }
    RC_ASSERT(frontier_scores(moved, options)[j].efficient);
  }));
}

TEST(Frontier, SlackBasedScoreIsAtMostTheInputScoreAndOneOnlyWhenEfficient) {
  EXPECT_TRUE(rc::check("Tone 2001, theorems", [] {
    auto random = drawn();
    const auto table = random_table(random, 5 + static_cast<int>(random.below(15)), 2, 2, true);
    const auto returns = random.below(2) == 1 ? Returns::variable : Returns::constant;
    const auto slack = slack_based_scores(table, returns);
    FrontierOptions options;
    options.returns = returns;
    const auto radial = frontier_scores(table, options);
    const auto in = slack_based_scores(table, returns, SlackOrientation::input);
    const auto out = slack_based_scores(table, returns, SlackOrientation::output);
    for (std::size_t j = 0; j < slack.size(); ++j) {
      RC_ASSERT(std::abs(slack[j].score - slack_based_by_tableau(table, j, returns)) < 1e-7);
      RC_ASSERT(slack[j].score <= radial[j].score + 1e-8);
      RC_ASSERT(slack[j].score <= std::min(in[j].score, out[j].score) + 1e-8);
      const bool no_zero = std::count(table.outputs[j].begin(), table.outputs[j].end(), 0.0) == 0;
      if (no_zero) RC_ASSERT(slack[j].efficient == radial[j].efficient);
    }
  }));
}

TEST(Frontier, SuperEfficiencyIsHonestWhenNothingIsWithinReach) {
  // Andersen & Petersen: unit C alone has the most output; without itself nobody reaches it under variable returns.
  const UnitTable table = {{{2}, {4}, {8}}, {{1}, {3}, {4}}};
  FrontierOptions options;
  options.leave_out_self = true;
  const auto scores = frontier_scores(table, options);
  EXPECT_EQ(scores[2].outcome, UnitOutcome::infeasible);
  EXPECT_NEAR(scores[0].score, 2.0, 1e-9) << "B with 4 is the smallest that is left";
  EXPECT_NEAR(scores[1].score, (2 + 6 * 2 / 3.0) / 4, 1e-9) << "between A and C";
  options.returns = Returns::constant;
  EXPECT_NEAR(frontier_scores(table, options)[1].score, 1.5, 1e-9);
}

TEST(Frontier, UnitsWithoutFiguresAreNamedAndSpanNoFrontier) {
  UnitTable table = {{{2}, {4}, {0}, {1}, {-1}, {std::nan("")}}, {{1}, {1}, {5}, {0}, {5}, {5}}};
  const auto scores = frontier_scores(table, {});
  EXPECT_EQ(scores[2].outcome, UnitOutcome::no_input);
  EXPECT_EQ(scores[3].outcome, UnitOutcome::no_output);
  EXPECT_EQ(scores[4].outcome, UnitOutcome::negative);
  EXPECT_EQ(scores[5].outcome, UnitOutcome::not_a_number);
  EXPECT_DOUBLE_EQ(scores[0].score, 1);
  EXPECT_NEAR(scores[1].score, 0.5, 1e-12);
  EXPECT_EQ(scale_scores(table)[2].outcome, UnitOutcome::no_input);
  EXPECT_EQ(slack_based_scores(table, Returns::variable)[4].outcome, UnitOutcome::negative);
}

TEST(Frontier, EmptyAndSingleTables) {
  EXPECT_TRUE(frontier_scores({}, {}).empty());
  EXPECT_TRUE(scale_scores({}).empty());
  EXPECT_TRUE(slack_based_scores({}, Returns::constant).empty());
  const UnitTable one = {{{3, 4}}, {{5}}};
  EXPECT_TRUE(frontier_scores(one, {}).at(0).efficient);
  EXPECT_EQ(scale_scores(one)[0].kind, ScaleKind::optimal);
  FrontierOptions alone;
  alone.leave_out_self = true;
  EXPECT_EQ(frontier_scores(one, alone)[0].outcome, UnitOutcome::infeasible);
}

TEST(Frontier, KindOfReturns) {
  const UnitTable table = {{{2}, {4}, {9}}, {{1}, {4}, {6}}};
  const auto scores = scale_scores(table);
  EXPECT_EQ(scores[0].kind, ScaleKind::too_small);
  EXPECT_EQ(scores[1].kind, ScaleKind::optimal);
  EXPECT_EQ(scores[2].kind, ScaleKind::too_large);
}

TEST(Frontier, StopsWhenAsked) {
  int asked = 0;
  Progress progress;
  progress.stop = [&] { return ++asked > 2; };
  const auto scores = frontier_scores(five_firms(), {}, progress);
  EXPECT_EQ(scores[1].outcome, UnitOutcome::solved);
  EXPECT_EQ(scores[2].outcome, UnitOutcome::stopped);
  EXPECT_EQ(scores[4].outcome, UnitOutcome::stopped);
}

}  // namespace koepel::benchmark
