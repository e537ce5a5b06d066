// SPDX-License-Identifier: EUPL-1.2
#include "scale/collection.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "scale/sample_study.h"

namespace koepel::scale {
namespace {

CollectionTerms likely() { return likely_collection(collection_ranges({}, pack(), "U22")); }

CollectionArea area(double connections, double km2) {
  CollectionArea a;
  a.municipality = "A";
  a.connections = connections;
  a.land_km2 = km2;
  return a;
}

TEST(Collection, PlansWholeVehiclesAndCrews) {
  CollectionTerms t = likely();
  CollectionWork work;
  work.connections = 10000;
  work.hours = 4.1 * t.hours_per_shift * t.days_per_week * 52;
  const auto one = plan_for(work, t, 1), two = plan_for(work, t, 2);
  EXPECT_EQ(one.crews, 5);
  EXPECT_EQ(one.vehicles, 5);
  EXPECT_EQ(one.spare, 1);
  EXPECT_EQ(two.crews, 5);
  EXPECT_EQ(two.vehicles, 3);
  EXPECT_EQ(two.spare, 1);
  EXPECT_NEAR(one.used, 4.1 / 5, 1e-12);
  EXPECT_EQ(one.routes_per_week, 25);
}

TEST(Collection, PaysTheLateShiftAPremium) {
  CollectionTerms t = likely();
  CollectionWork work;
  work.connections = 10000;
  work.hours = 4 * t.hours_per_shift * t.days_per_week * 52;
  const auto one = plan_for(work, t, 1), two = plan_for(work, t, 2);
  EXPECT_NEAR(two.labour / one.labour, 1 + 0.5 * t.late_premium, 1e-12);
  EXPECT_EQ(two.vehicles, 2);
  EXPECT_LT(two.fleet, one.fleet);
}

TEST(Collection, TakesLongerWhereHousesLieApart) {
  EXPECT_GT(work_of(area(20000, 400), likely()).hours, work_of(area(20000, 40), likely()).hours);
}

TEST(Collection, FindsTheNumberOfConnectionsFromWhichTheTargetHolds) {
  const auto like = area(28000, 360);
  const double target = 60;
  const auto n = connections_needed(like, target, likely(), 1);
  ASSERT_TRUE(n);
  for (double more = *n; more < 4 * *n; more += 100) EXPECT_LE(unit_cost_at(like, more, likely(), 1), target) << more;
  EXPECT_GT(unit_cost_at(like, *n - 100, likely(), 1), target);
}

// Whole vehicles make the curve saw-toothed: the first number under the target is no safe one.
TEST(Collection, IsNotContentWithANumberAboveWhichItIsTooDearAgain) {
  const auto like = area(28000, 360);
  for (double target = 45; target < 100; target += 2.5) {
    const auto n = connections_needed(like, target, likely(), 1);
    if (!n) continue;
    for (double more = *n; more < *n + 20000; more += 100)
      EXPECT_LE(unit_cost_at(like, more, likely(), 1), target) << target << " at " << more;
  }
}

TEST(Collection, NeedsMoreThanItHasWhenTodayIsTooDear) {
  for (double n = 5000; n < 40000; n += 1300) {
    const auto like = area(n, n / 78);
    const double today = unit_cost_at(like, n, likely(), 1);
    EXPECT_GT(connections_needed(like, 0.95 * today, likely(), 1).value_or(most_connections), n);
  }
}

TEST(Collection, SaysThatGrowthAloneIsNotEnough) { EXPECT_FALSE(connections_needed(area(28000, 360), 5, likely(), 1)); }

RC_GTEST_PROP(Collection, CostsMoreInAllForMoreConnections, ()) {
  const double n = *rc::gen::inRange(1000, 100000), km2 = *rc::gen::inRange(10, 500);
  const auto small = cheapest_plan(work_of(area(n, km2), likely()), likely());
  const auto large = cheapest_plan(work_of(area(n * 1.5, km2 * 1.5), likely()), likely());
  RC_ASSERT(large.cost() >= small.cost());
  RC_ASSERT(small.used <= 1 + 1e-9);
  RC_ASSERT(small.vehicles * small.shifts >= small.crews);
}

RC_GTEST_PROP(Collection, IsNeverDearerTogetherThanApart, ()) {
  const auto t = likely();
  const auto a = work_of(area(*rc::gen::inRange(1000, 60000), *rc::gen::inRange(10, 500)), t);
  const auto b = work_of(area(*rc::gen::inRange(1000, 60000), *rc::gen::inRange(10, 500)), t);
  RC_ASSERT(cheapest_plan(a + b, t).cost() <= cheapest_plan(a, t).cost() + cheapest_plan(b, t).cost() + 1e-6);
}

}  // namespace
}  // namespace koepel::scale
