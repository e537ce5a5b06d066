// SPDX-License-Identifier: EUPL-1.2
// The text of a step beside the tree of values that says the same.
#include "exchange/step_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/random.h"
#include "exchange/json_values.h"

namespace koepel::exchange {
namespace {

std::string text_of(const Step& step) {
  std::string out;
  add_text(out, step);
  return out;
}

TEST(StepText, IsTheTextOfTheTree) {
  const Step full{.id = "task.U01.value",
                  .what = {"what", {terms("partners", "partner", {"GM0770", "GM1724"}), date("on", "2026-11-26")}},
                  .value = money("value", -1250),
                  .rule = {"rule", {nested("why", {"inner", {percent("", 0.25, 1)}}), nested("none", {})}},
                  .from = {"a", "b"},
                  .inputs = {{"cijfers.csv", "", 4, "own_cost"}, {"studie.xlsx", "Taken", 0, ""}},
                  .parameters = {"scale.learning"},
                  .source = "design"};
  for (const auto& step : {full, Step{}, Step{.id = "b", .value = Arg{.kind = Arg::Kind::list}}})
    EXPECT_EQ(text_of(step), json_of(step).dump());
}

TEST(StepText, EscapesWhatTheTreeEscapes) {
  for (const std::string word : {"a \"b\" \\ c", "line\nnext\ttab\x01", "\x7f", "Geldrop-Mierlo é €", "/"})
    EXPECT_EQ(text_of({.id = word}), json_of(Step{.id = word}).dump());
  EXPECT_EQ(text_of({.id = std::string("a\0b", 3)}), json_of(Step{.id = std::string("a\0b", 3)}).dump());
}

TEST(StepText, RefusesWhatIsNoUtf8) { EXPECT_THROW((void)text_of({.id = "\xff"}), Json::exception); }

TEST(StepText, WritesNumbersWithTheSameDigits) {
  Random random(1, "step_text");
  std::vector<double> values{0, -0.0, 1e15, 1e16, 1e-5, 5e-324, std::numeric_limits<double>::max(), INFINITY, NAN};
  for (int i = 0; i < 10000; ++i) values.push_back((random.uniform() - 0.5) * std::pow(10, i % 40 - 20));
  for (const double value : values)
    EXPECT_EQ(text_of({.value = number("n", value, 2)}), json_of(Step{.value = number("n", value, 2)}).dump());
}

}  // namespace
}  // namespace koepel::exchange
