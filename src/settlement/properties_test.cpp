// SPDX-License-Identifier: EUPL-1.2
// What must hold for every key: cents add up, limits hold or are said not to, order and scale do not matter.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <numeric>

#include "settlement/five_municipalities_test.h"
#include "settlement/settle_year.h"

namespace koepel::settlement {
namespace {

struct Case {
  Money total;
  std::vector<double> shares;
  Limits limits;
};

std::optional<Money> some_limit(std::int64_t from, std::int64_t to) {
  return *rc::gen::inRange(0, 4) == 0 ? std::nullopt : std::optional(Money{*rc::gen::inRange(from, to)});
}

Case any_case() {
  Case c;
  const auto n = *rc::gen::inRange<std::size_t>(2, 9);
  for (std::size_t p = 0; p < n; ++p) {
    c.shares.push_back(*rc::gen::inRange(0, 1000));
    c.limits.low.push_back(some_limit(0, 30000));
    c.limits.high.push_back(some_limit(c.limits.low.back().value_or(Money{}).cents, 200000));
  }
  c.shares[0] += 1;
  const double sum = std::accumulate(c.shares.begin(), c.shares.end(), 0.0);
  for (auto& share : c.shares) share /= sum;
  c.total = {*rc::gen::inRange<std::int64_t>(0, 300000)};
  return c;
}

bool feasible(const Case& c) {
  std::int64_t low = 0, high = 0;
  for (std::size_t p = 0; p < c.shares.size(); ++p) {
    low += c.limits.low[p].value_or(Money{}).cents;
    high += c.limits.high[p].value_or(Money{1000000000}).cents;
  }
  return low <= c.total.cents && c.total.cents <= high;
}

TEST(ShareWithin, AddsUpAndHoldsEveryLimitOrSaysItCannot) {
  EXPECT_TRUE(rc::check("Adds up and holds every limit or says it cannot", [] {
    const auto c = any_case();
    const auto result = share_within(c.total, c.shares, c.limits);
    RC_ASSERT(sum_of(result.pays) == c.total);
    RC_ASSERT(result.fits() == feasible(c));
    for (std::size_t p = 0; p < c.shares.size() && result.fits(); ++p) {
      RC_ASSERT(result.pays[p] >= c.limits.low[p].value_or(Money{}));
      RC_ASSERT(!c.limits.high[p] || result.pays[p] <= *c.limits.high[p]);
    }
  }));
}

/// The definition: one factor t with min(high, max(low, t x share)) adding up to the total, found by halving.
std::vector<double> by_halving(const Case& c) {
  double from = 0, to = 1e12;
  std::vector<double> pays(c.shares.size());
  for (int i = 0; i < 200; ++i) {
    const double t = (from + to) / 2;
    double sum = 0;
    for (std::size_t p = 0; p < pays.size(); ++p) {
      pays[p] = std::max(static_cast<double>(c.limits.low[p].value_or(Money{}).cents), t * c.shares[p]);
      if (c.limits.high[p]) pays[p] = std::min(pays[p], static_cast<double>(c.limits.high[p]->cents));
      sum += pays[p];
    }
    (sum < static_cast<double>(c.total.cents) ? from : to) = t;
  }
  return pays;
}

TEST(ShareWithin, IsTheOneDivisionThatItsDefinitionNames) {
  EXPECT_TRUE(rc::check("Is the one division that its definition names", [] {
    auto c = any_case();
    for (auto& share : c.shares) share = (share + 0.05) / (1 + 0.05 * static_cast<double>(c.shares.size()));
    RC_PRE(feasible(c));
    const auto result = share_within(c.total, c.shares, c.limits);
    const auto other = by_halving(c);
    for (std::size_t p = 0; p < other.size(); ++p)
      RC_ASSERT(std::abs(static_cast<double>(result.pays[p].cents) - other[p]) <=
                2.0 * static_cast<double>(other.size()));
  }));
}

Study any_study() {
  auto study = five_municipalities();
  for (auto& partner : study.partners) partner.inhabitants = *rc::gen::inRange(1, 900000);
  for (auto& figures : study.figures) {
    figures.fixed_cost = Money{*rc::gen::inRange<std::int64_t>(0, 90000000)};
    figures.variable_cost = Money{*rc::gen::inRange<std::int64_t>(1, 90000000)};
    figures.volume = *rc::gen::inRange(1, 5000);
  }
  add_key_part(study, "mix", "inhabitants", 0.25);
  add_key_part(study, "mix", "volume", 0.75);
  study.cost_keys[0].grow_in_years = *rc::gen::inRange(1, 8);
  study.cost_keys[0].cap = *rc::gen::inRange(0, 30) / 100.0;
  return study;
}

TEST(CostKeys, EveryKeyAndEveryYearAddsUpToTheCent) {
  EXPECT_TRUE(rc::check("Every key and every year adds up to the cent", [] {
    const auto study = any_study();
    const Money joint{*rc::gen::inRange<std::int64_t>(1, 900000000)};
    const auto comparison = compare_keys(study, real_pack(), question_of(study, "U01", joint));
    for (const auto& key : comparison.keys) {
      if (!key.rows.empty()) {
        RC_ASSERT(sum_of(pays_of(key)) == joint);
      }
      for (const auto& year : key.growing_in) RC_ASSERT(sum_of(year) == joint);
      for (const auto& year : key.drift.pays) RC_ASSERT(sum_of(year) == joint);
    }
  }));
}

TEST(CostKeys, GrowingInStartsAtTodayAndEndsAtTheKey) {
  EXPECT_TRUE(rc::check("Growing in starts at today and ends at the key", [] {
    const auto comparison = compare(any_study());
    const auto& mix = find_key(comparison, "mix");
    RC_ASSERT(mix.growing_in.front() == pays_of(find_key(comparison, "own_cost")));
    RC_ASSERT(mix.growing_in.back() == pays_of(mix));
    for (std::size_t step = 1; step < mix.growing_in.size(); ++step)
      for (std::size_t p = 0; p < 5; ++p) {
        const auto from = mix.growing_in.front()[p].cents, to = mix.growing_in.back()[p].cents;
        RC_ASSERT(mix.growing_in[step][p].cents >= std::min(from, to) - 1);
        RC_ASSERT(mix.growing_in[step][p].cents <= std::max(from, to) + 1);
      }
  }));
}

/// Equal remainders go to the earlier partner, so another order may move one cent.
TEST(CostKeys, AnotherOrderOfPartnersIsTheSameDivision) {
  EXPECT_TRUE(rc::check("Another order of partners is the same division", [] {
    const auto study = any_study();
    auto turned = study;
    std::rotate(turned.partners.begin(), turned.partners.begin() + 2, turned.partners.end());
    const auto one = compare(study), other = compare(turned);
    for (std::size_t k = 0; k < one.keys.size(); ++k) {
      RC_ASSERT(one.keys[k].rows.size() == other.keys[k].rows.size());
      for (std::size_t p = 0; p < one.keys[k].rows.size(); ++p) {
        const auto& a = one.keys[k].rows[(p + 2) % 5];
        const auto& b = other.keys[k].rows[p];
        RC_ASSERT(a.partner == b.partner);
        RC_ASSERT(std::abs((a.pays - b.pays).cents) <= 1);
      }
    }
  }));
}

TEST(CostKeys, DoubleAmountsOfADriverShareTheSame) {
  EXPECT_TRUE(rc::check("Double amounts of a driver share the same", [] {
    auto study = any_study();
    const auto before = compare(study);
    for (auto& partner : study.partners) partner.inhabitants = *partner.inhabitants * 2;
    RC_ASSERT(pays_of(find_key(before, "inhabitants")) == pays_of(find_key(compare(study), "inhabitants")));
  }));
}

TEST(CostKeys, TenTimesTheCostIsTenTimesTheContribution) {
  EXPECT_TRUE(rc::check("Ten times the cost is ten times the contribution", [] {
    const auto study = any_study();
    const auto small = compare(study, 500), large = compare(study, 5000);
    const auto a = pays_of(find_key(small, "inhabitants")), b = pays_of(find_key(large, "inhabitants"));
    for (std::size_t p = 0; p < a.size(); ++p) RC_ASSERT(std::abs(b[p].cents - 10 * a[p].cents) <= 10);
  }));
}

TEST(Settlement, AdvancesAndSettlementAddUpToActualCost) {
  EXPECT_TRUE(rc::check("Advances and settlement add up to actual cost", [] {
    const auto n = *rc::gen::inRange<std::size_t>(1, 8);
    std::vector<double> fixed, budgeted, actual;
    for (std::size_t p = 0; p < n; ++p) {
      fixed.push_back(*rc::gen::inRange(1, 100));
      budgeted.push_back(*rc::gen::inRange(1, 100));
      actual.push_back(*rc::gen::inRange(1, 100));
    }
    const auto any = [] { return Money{*rc::gen::inRange<std::int64_t>(0, 100000000)}; };
    const YearCost budget{any(), any()}, spent{any(), any()};
    const YearUse use{fixed, budgeted, actual};
    for (const auto& year : {settle_on_actuals(budget, spent, use), settle_on_price(budget, spent, use)}) {
      Money paid = year.kept_by_body;
      for (const auto& partner : year.partners) paid = paid + sum_of(partner.advances) + partner.settlement;
      RC_ASSERT(paid == spent.fixed + spent.variable);
    }
  }));
}

}  // namespace
}  // namespace koepel::settlement
