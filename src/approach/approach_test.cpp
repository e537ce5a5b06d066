// SPDX-License-Identifier: EUPL-1.2
// The choice of approach against the vectors of domain.md 8.3, the page docs/methods/approach.md and the contract of
// the smallest flip.
#include "approach/approach.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <sstream>

#include "approach/judge.h"
#include "content/pack_reader.h"

namespace koepel::approach {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const MethodPack& pack() {
  static const MethodPack read = [] {
    auto result = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
    EXPECT_TRUE(result.has_value());
    return std::move(*result);
  }();
  return read;
}

Known known(std::variant<double, std::string> value) { return {std::move(value), Basis::judged, {}, {}}; }

/// "trust=2.4, scope=broad" as the domain reference writes its vectors.
Indicators given(const std::string& text) {
  Indicators result;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts >> std::ws, part, ',');) {
    const auto is = part.find('=');
    const std::string value = part.substr(is + 1);
    const bool number = value.find_first_not_of("0123456789.") == std::string::npos;
    result[part.substr(0, is)] = number ? known(std::stod(value)) : known(value);
  }
  return result;
}

struct Vector {
  const char* name;
  const char* inputs;
  double d;
  double coverage;
  Approach result;
  std::vector<std::string> rules;
};

TEST(Approach, ReproducesTheVectorsOfDomain83) {
  const Vector vectors[] = {
      {"T1",
       "trust=2.4, partnerships=12, congruence=0.2, equality=1.2",
       -0.340,
       0.36,
       Approach::development,
       {"low_coverage"}},
      {"T2",
       "trust=2.3, target_image=0, support_breadth=0.4, partnerships=12, congruence=0.2, divergence=1.1, pressure=3.5, "
       "scope=medium, equality=1.2, imposed=voluntary, conflict=3.3, kinship=3.0",
       -0.457,
       1.00,
       Approach::development,
       {}},
      {"T3", "target_image=3, support_breadth=1.0, equality=1.2", 1.000, 0.34, Approach::design, {"low_coverage"}},
      {"T4",
       "trust=3.8, target_image=3, support_breadth=1.0, partnerships=4, congruence=0.5, divergence=0.6, pressure=3.0, "
       "scope=broad, equality=1.2, imposed=voluntary, conflict=2.6, kinship=3.6",
       0.595,
       1.00,
       Approach::design,
       {}},
      {"T5",
       "trust=2.2, target_image=3, support_breadth=1.0, divergence=0.6, equality=1.2, scope=broad",
       0.500,
       0.67,
       Approach::hybrid,
       {"H1"}},
      {"T6",
       "trust=4.2, target_image=0, support_breadth=0.6, partnerships=4, congruence=0.6, divergence=0.8, pressure=3, "
       "scope=medium, equality=2, imposed=voluntary, conflict=2.5, kinship=4",
       0.048,
       1.00,
       Approach::hybrid,
       {}},
      {"T7",
       "trust=2.0, target_image=1, support_breadth=0.3, partnerships=8, congruence=0.3, divergence=1.2, pressure=4.5, "
       "scope=broad, equality=5, imposed=pressured, conflict=4.2, kinship=2",
       -0.530,
       1.00,
       Approach::development,
       {}},
      {"T8",
       "trust=3, target_image=1.5, support_breadth=0.6, partnerships=4, congruence=0.5, divergence=0.8, pressure=3, "
       "scope=medium, equality=2, imposed=voluntary, conflict=3, kinship=3",
       0.000,
       1.00,
       Approach::hybrid,
       {}},
  };
  for (const auto& v : vectors) {
    const auto advice = choose(given(v.inputs), pack());
    EXPECT_NEAR(advice.d, v.d, 0.0005) << v.name;
    EXPECT_NEAR(advice.coverage, v.coverage, 1e-9) << v.name;
    EXPECT_EQ(advice.approach, v.result) << v.name;
    EXPECT_EQ(advice.rules, v.rules) << v.name;
  }
}

TEST(Approach, TheThresholdItselfIsDesign) {
  EXPECT_EQ(choose(given("congruence=0.6"), pack()).approach, Approach::design);       // D = 0.200
  EXPECT_EQ(choose(given("congruence=0.5995"), pack()).approach, Approach::hybrid);    // D = 0.199
  EXPECT_EQ(choose(given("congruence=0.4"), pack()).approach, Approach::development);  // D = -0.200
  EXPECT_EQ(choose(given("congruence=0.4005"), pack()).approach, Approach::hybrid);    // D = -0.199
}

TEST(Approach, NoFullDesignBelowTheTrustFloor) {
  const std::string rest = ", target_image=3, support_breadth=1.0, scope=broad";
  EXPECT_THAT(choose(given("trust=2.74" + rest), pack()).rules, Contains("H1"));
  EXPECT_EQ(choose(given("trust=2.74" + rest), pack()).approach, Approach::hybrid);
  EXPECT_THAT(choose(given("trust=2.75" + rest), pack()).rules, IsEmpty());
  EXPECT_EQ(choose(given("trust=2.75" + rest), pack()).approach, Approach::design);
}

TEST(Approach, AFullySupportedDeclarationIsNotThrownAway) {
  // With the delivered weights only the worst of everything else brings D down to -0.20.
  const std::string worst =
      "target_image=3, support_breadth=1, partnerships=12, congruence=0, divergence=2, pressure=5, scope=narrow, "
      "equality=5, imposed=pressured, conflict=5, kinship=1, trust=";
  const auto guarded = choose(given(worst + "3"), pack());
  EXPECT_NEAR(guarded.d, -0.2, 1e-12);
  EXPECT_EQ(guarded.approach, Approach::hybrid);
  EXPECT_THAT(guarded.rules, ElementsAre("H2"));
  EXPECT_EQ(guarded.why.front().key, "approach.why.h2");
  EXPECT_EQ(choose(given(worst + "2.9"), pack()).approach, Approach::development);
}

TEST(Approach, ContributionsAddUpToD) {
  const auto advice =
      choose(given("trust=3.8, target_image=3, partnerships=12, scope=narrow, imposed=pressured"), pack());
  double sum = 0;
  for (const auto& c : advice.contributions) sum += c.share;
  EXPECT_NEAR(sum, advice.d, 1e-12);
  EXPECT_EQ(advice.contributions.size() + advice.missing.size(), pack().approach.indicators.size());
}

TEST(Approach, NothingKnownIsNoAdvice) {
  const auto advice = choose({}, pack());
  EXPECT_FALSE(advice.enough);
  EXPECT_EQ(advice.missing.size(), pack().approach.indicators.size());
  EXPECT_THAT(advice.trace, IsEmpty());
  EXPECT_THAT(advice.guards, IsEmpty());
  ASSERT_EQ(advice.why.size(), 1U);
}

TEST(Approach, GivesThePitfallsOfWhatItAdvises) {
  for (const auto& guard : choose(given("congruence=1"), pack()).guards) EXPECT_EQ(guard.approach, "design");
  for (const auto& guard : choose(given("congruence=0"), pack()).guards) EXPECT_EQ(guard.approach, "development");
  EXPECT_EQ(choose(given("congruence=0.5"), pack()).guards.size(), pack().approach.guards.size());
}

TEST(Approach, SmallestFlipIsTheNearestValueThatTurns) {
  const auto flip = choose(given("congruence=0.55"), pack()).flip;
  ASSERT_TRUE(flip);
  EXPECT_EQ(flip->to, percent("to", 0.60));
  EXPECT_EQ(flip->becomes, Approach::design);
  const auto by_word = choose(given("imposed=voluntary"), pack()).flip;
  ASSERT_TRUE(by_word);
  EXPECT_EQ(by_word->to, term("to", "text", "approach.word.imposed.pressured"));
  EXPECT_EQ(by_word->becomes, Approach::development);
  const auto by_count = choose(given("partnerships=12"), pack()).flip;
  ASSERT_TRUE(by_count);
  EXPECT_EQ(by_count->to, number("to", 5));
  EXPECT_FALSE(choose(given("equality=1"), pack()).flip->indicator.empty());
}

TEST(Approach, StepsReachDownToTheCells) {
  Indicators indicators = given("trust=2.2, target_image=3, support_breadth=1, scope=broad");
  indicators["trust"].from = {"survey.trust_base"};
  indicators["scope"].inputs = {{"indicatoren.csv", "", 4, "waarde"}};
  const auto trace = choose(indicators, pack()).trace;
  const auto step = [&](const std::string& id) {
    return *std::find_if(trace.begin(), trace.end(), [&](const Step& s) { return s.id == id; });
  };
  EXPECT_THAT(step("approach").from, ElementsAre("approach.D", "approach.trust"));
  EXPECT_THAT(step("approach.D").from,
              ElementsAre("approach.trust", "approach.target_image", "approach.support_breadth", "approach.scope"));
  EXPECT_THAT(step("approach.trust").from, ElementsAre("survey.trust_base"));
  EXPECT_EQ(step("approach.scope").inputs.at(0).line, 4);
}

Raw any_value(const Indicator& indicator) {
  if (indicator.kind == "words")
    return indicator.words[*rc::gen::inRange<std::size_t>(0, indicator.words.size())].first;
  const double high = std::min(indicator.high, 20.0);
  const double raw = indicator.low + (high - indicator.low) * *rc::gen::inRange(0, 1001) / 1000.0;
  return indicator.id == "target_image" || indicator.id == "partnerships" ? std::round(raw) : raw;
}

Values any_values() {
  Values values;
  for (const auto& indicator : pack().approach.indicators)
    values.push_back(*rc::gen::inRange(0, 4) == 0 ? std::nullopt : std::optional<Raw>(any_value(indicator)));
  return values;
}

Raw told(const Indicator& indicator, const Arg& arg) {
  if (arg.kind == Arg::Kind::term) return arg.word.substr(arg.word.rfind('.') + 1);
  EXPECT_NE(indicator.kind, "words");
  return arg.number;
}

TEST(Approach, FlippingAsToldReallyFlips) {
  EXPECT_TRUE(rc::check("a flip turns the advice into what it says", [] {
    Values values = any_values();
    const auto& method = pack().approach;
    const auto now = judge(method, values).approach;
    const auto flip = smallest_flip(method, values);
    if (!flip) return;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (method.indicators[i].id == flip->indicator) values[i] = told(method.indicators[i], flip->to);
    RC_ASSERT(flip->becomes != now);
    RC_ASSERT(judge(method, values).approach == flip->becomes);
  }));
}

TEST(Approach, NoSmallerChangeFlips) {
  EXPECT_TRUE(rc::check("no random change of one indicator is smaller and turns it", [] {
    const Values values = any_values();
    const auto& method = pack().approach;
    const auto now = judge(method, values).approach;
    const auto flip = smallest_flip(method, values);
    const auto i = *rc::gen::inRange<std::size_t>(0, values.size());
    if (!values[i]) return;
    const auto& indicator = method.indicators[i];
    Values changed = values;
    changed[i] = any_value(indicator);
    if (judge(method, changed).approach == now) return;
    RC_ASSERT(flip.has_value());
    const auto& flipped = *find_indicator(pack(), flip->indicator);
    const double dx = std::abs(scale(indicator, *changed[i]) - scale(indicator, *values[i]));
    const auto at = static_cast<std::size_t>(&flipped - find_indicator(pack(), method.indicators[0].id));
    const double told_dx = std::abs(scale(flipped, told(flipped, flip->to)) - scale(flipped, *values[at]));
    // Lines are told in hundredths, so a value in between may be a fraction of a step nearer.
    RC_ASSERT(told_dx <= dx + 0.01 / std::min(1.0, std::abs(flipped.span)) + 0.01 / std::abs(indicator.span) + 1e-9);
  }));
}

TEST(Approach, DStaysWithinItsScale) {
  EXPECT_TRUE(rc::check("D in [-1, 1], coverage in [0, 1]", [] {
    const auto verdict = judge(pack().approach, any_values());
    RC_ASSERT(std::abs(verdict.d) <= 1 + 1e-12);
    RC_ASSERT(verdict.coverage >= 0 && verdict.coverage <= 1 + 1e-12);
  }));
}

}  // namespace
}  // namespace koepel::approach
