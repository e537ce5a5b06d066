// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "lp/growing.h"
#include "lp/solve.h"

namespace koepel::lp {
namespace {

// Dantzig's example in every textbook: max 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18.
Model textbook() {
  Model model{.maximise = true};
  model.add(Column{.cost = 3});
  model.add(Column{.cost = 5});
  model.add(Row{.upper = 4, .terms = {{0, 1}}});
  model.add(Row{.upper = 12, .terms = {{1, 2}}});
  model.add(Row{.upper = 18, .terms = {{0, 3}, {1, 2}}});
  return model;
}

TEST(Lp, ReproducesHillierLiebermanWyndor) {
  const auto solution = solve(textbook());
  ASSERT_TRUE(solution);
  EXPECT_EQ(solution->status, Status::optimal);
  EXPECT_NEAR(solution->objective, 36, 1e-9);
  EXPECT_NEAR(solution->primal[0], 2, 1e-9);
  EXPECT_NEAR(solution->primal[1], 6, 1e-9);
  EXPECT_NEAR(solution->dual[0], 0, 1e-9);
  EXPECT_NEAR(solution->dual[1], 1.5, 1e-9);
  EXPECT_NEAR(solution->dual[2], 1, 1e-9);
}

TEST(Lp, NamesAnInfeasibleModel) {
  Model model;
  model.add(Column{.cost = 1, .upper = 1});
  model.add(Row{.lower = 2, .terms = {{0, 1}}});
  EXPECT_EQ(solve(model)->status, Status::infeasible);
  EXPECT_FALSE(solve(model)->found());
  model.columns[0].integer = true;
  EXPECT_EQ(solve(model)->status, Status::infeasible);
  model.columns[0] = {.lower = 1, .upper = 0};
  EXPECT_EQ(solve(model)->status, Status::infeasible);
}

TEST(Lp, NamesAModelOnlyInfeasibleInWholeNumbers) {
  Model model;
  model.add(Column{.cost = 1, .upper = 5, .integer = true});
  model.add(Row{.lower = 1, .upper = 1, .terms = {{0, 2}}});
  EXPECT_EQ(solve(model)->status, Status::infeasible);
}

TEST(Lp, NamesAnUnboundedModel) {
  Model model{.maximise = true};
  model.add(Column{.cost = 1});
  model.add(Column{.cost = 0});
  model.add(Row{.upper = 3, .terms = {{0, 1}, {1, -1}}});
  EXPECT_EQ(solve(model)->status, Status::unbounded);
  model.columns[0].integer = true;
  EXPECT_EQ(solve(model)->status, Status::unbounded);
}

// Beale's example (1955), on which the simplex method with the largest-coefficient rule cycles for ever.
TEST(Lp, ReproducesBealeDegenerate) {
  Model model;
  for (const double cost : {-0.75, 150.0, -0.02, 6.0}) model.add(Column{.cost = cost});
  model.add(Row{.upper = 0, .terms = {{0, 0.25}, {1, -60}, {2, -0.04}, {3, 9}}});
  model.add(Row{.upper = 0, .terms = {{0, 0.5}, {1, -90}, {2, -0.02}, {3, 3}}});
  model.add(Row{.upper = 1, .terms = {{2, 1}}});
  EXPECT_NEAR(solve(model)->objective, -0.05, 1e-9);
}

TEST(Lp, RefusesNumbersThatAreNone) {
  auto model = textbook();
  model.columns[0].cost = std::nan("");
  EXPECT_EQ(solve(model).error()[0].code, "lp.malformed");
  model = textbook();
  model.rows[0].terms[0].index = 7;
  EXPECT_EQ(solve(model).error()[0].code, "lp.malformed");
  model = textbook();
  model.rows[0].terms.push_back({0, 1});
  EXPECT_EQ(solve(model).error()[0].code, "lp.malformed");
}

TEST(Lp, StopsWhenAskedAndAtTheLimit) {
  EXPECT_EQ(solve(textbook(), {}, Progress{.stop = [] { return true; }})->status, Status::stopped);
  EXPECT_EQ(solve(textbook(), Limits{.iterations = 1})->status, Status::limit);
}

TEST(Lp, SolvesTheEmptyModel) {
  const auto solution = solve(Model{});
  ASSERT_TRUE(solution);
  EXPECT_EQ(solution->status, Status::optimal);
  EXPECT_EQ(solution->objective, 0);
}

// Each set of three elements with its value; the best partition of {0, 1, 2} is {0, 2} + {1}.
TEST(Lp, ChoosesTheBestSetPartition) {
  Model model{.maximise = true};
  const double values[] = {0, 1, 4, 2, 2, 9, 1, 8};
  for (int i = 0; i < 3; ++i) model.add(Row{.lower = 1, .upper = 1});
  for (int set = 1; set < 8; ++set) {
    const int column = model.add(Column{.cost = values[set], .upper = 1, .integer = true});
    for (int i = 0; i < 3; ++i)
      if (set >> i & 1) model.rows[static_cast<std::size_t>(i)].terms.push_back({column, 1});
  }
  const auto solution = solve(model);
  EXPECT_EQ(solution->objective, 13);
  EXPECT_EQ(solution->primal[4], 1);
  EXPECT_EQ(solution->primal[1], 1);
}

RC_GTEST_PROP(Lp, KnapsackEqualsDynamicProgramming, ()) {
  const auto n = static_cast<std::size_t>(*rc::gen::inRange(1, 12));
  const auto weight = *rc::gen::container<std::vector<int>>(n, rc::gen::inRange(1, 20));
  const auto value = *rc::gen::container<std::vector<int>>(n, rc::gen::inRange(-3, 30));
  const auto room = static_cast<std::size_t>(*rc::gen::inRange(0, 60));
  Model model{.maximise = true};
  Row load{.upper = static_cast<double>(room)};
  std::vector<int> best(room + 1, 0);
  for (std::size_t i = 0; i < n; ++i) {
    const auto w = static_cast<std::size_t>(weight[i]);
    load.terms.push_back(
        {model.add(Column{.cost = static_cast<double>(value[i]), .upper = 1, .integer = true}), 1.0 * weight[i]});
    for (std::size_t r = room; r >= w && r <= room; --r) best[r] = std::max(best[r], best[r - w] + value[i]);
  }
  model.add(load);
  const auto solution = solve(model);
  RC_ASSERT(solution && solution->status == Status::optimal);
  RC_ASSERT(solution->objective == best[room]);
  RC_ASSERT(std::abs(solution->bound - best[room]) < 1e-6);
}

// max c x, A x <= b, x >= 0 with A, b > 0 always has an optimum, and so has min b y, A' y >= c, y >= 0: the same one.
struct Pair {
  Model primal{.maximise = true}, dual;
};

Pair dual_pair(std::size_t rows, std::size_t columns) {
  const auto numbers = *rc::gen::container<std::vector<int>>(rows * columns + rows + columns, rc::gen::inRange(1, 50));
  auto next = numbers.begin();
  Pair pair;
  for (std::size_t j = 0; j < columns; ++j) {
    pair.primal.add(Column{.cost = 1.0 * *next});
    pair.dual.add(Row{.lower = 1.0 * *next++});
  }
  for (std::size_t i = 0; i < rows; ++i) {
    pair.primal.add(Row{.upper = 1.0 * *next});
    pair.dual.add(Column{.cost = 1.0 * *next++});
    for (std::size_t j = 0; j < columns; ++j, ++next) {
      pair.primal.rows[i].terms.push_back({static_cast<int>(j), 1.0 * *next});
      pair.dual.rows[j].terms.push_back({static_cast<int>(i), 1.0 * *next});
    }
  }
  return pair;
}

RC_GTEST_PROP(Lp, DualityHolds, ()) {
  const auto pair = dual_pair(*rc::gen::inRange<std::size_t>(1, 7), *rc::gen::inRange<std::size_t>(1, 7));
  const auto primal = solve(pair.primal), dual = solve(pair.dual);
  RC_ASSERT(std::abs(primal->objective - dual->objective) < 1e-6);
  double by_prices = 0;
  for (std::size_t i = 0; i < pair.primal.rows.size(); ++i) {
    RC_ASSERT(primal->dual[i] >= -1e-9);
    by_prices += primal->dual[i] * pair.primal.rows[i].upper;
  }
  RC_ASSERT(std::abs(by_prices - primal->objective) < 1e-6);
  for (const double d : primal->reduced_cost) RC_ASSERT(d <= 1e-7);
}

TEST(GrowingModel, EqualsTheWholeModelAfterEveryColumn) {
  Model whole{.maximise = true};
  for (int i = 0; i < 3; ++i) whole.add(Row{.upper = 10.0 + i});
  GrowingModel growing(whole);
  EXPECT_EQ(growing.solve()->objective, 0);
  for (int j = 0; j < 6; ++j) {
    std::vector<Term> terms;
    for (int i = 0; i < 3; ++i) terms.push_back({i, 1.0 + (i * 7 + j * 5) % 4});
    const Column column{.cost = 2.0 + (j * 3) % 5};
    EXPECT_EQ(growing.add(column, terms), whole.add(column));
    for (const auto& term : terms) whole.rows[static_cast<std::size_t>(term.index)].terms.push_back({j, term.factor});
    EXPECT_NEAR(growing.solve()->objective, solve(whole)->objective, 1e-9);
  }
  EXPECT_EQ(growing.columns(), 6);
}

TEST(GrowingModel, TakesRowsToo) {
  auto whole = textbook();
  GrowingModel growing(whole);
  EXPECT_NEAR(growing.solve()->objective, 36, 1e-9);
  const Row cut{.upper = 5, .terms = {{0, 1}, {1, 1}}};
  EXPECT_EQ(growing.add(cut), 3);
  whole.add(cut);
  EXPECT_NEAR(growing.solve()->objective, solve(whole)->objective, 1e-9);
  EXPECT_NEAR(growing.solve()->dual[3], solve(whole)->dual[3], 1e-9);
  growing.add(Row{.lower = 2, .upper = 1, .terms = {{0, 1}}});
  EXPECT_EQ(growing.solve()->status, Status::infeasible);
}

TEST(Lp, GivesTheSameBytesTwice) {
  const auto once = solve(textbook()), again = solve(textbook());
  EXPECT_EQ(once->primal, again->primal);
  EXPECT_EQ(once->dual, again->dual);
}

}  // namespace
}  // namespace koepel::lp
