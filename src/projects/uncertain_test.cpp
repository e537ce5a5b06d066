// SPDX-License-Identifier: EUPL-1.2
// Draws of a project against certainty and against what is known of their distribution.
#include "projects/uncertain.h"

#include "projects/region_test.h"

namespace koepel::projects {
namespace {

TEST(JointProjects, CertainInputsGiveTheFormulaInEveryDraw) {
  Region region;
  region.estimate("projects.overrun", 1);
  region.estimate("projects.coordination_share", 0.03);
  auto pack = real_pack();
  for (auto& parameter : pack.parameters)
    if (parameter.id == "projects.shared_share_spread") parameter.value = 0;
  const auto weighed = weigh_projects(region.study, pack).projects.at(0);
  for (const double hours : {weighed.together_range.low, weighed.together_range.mid, weighed.together_range.high})
    EXPECT_NEAR(hours, weighed.hours_together, 1e-6);
  EXPECT_NEAR(weighed.saved_range.mid, weighed.hours_alone - weighed.hours_together, 1e-6);
  EXPECT_EQ(weighed.chance_of_saving, 1);
  EXPECT_EQ(*weighed.chance_together, 1);
  EXPECT_EQ(*weighed.chance_alone, 0);
}

TEST(JointProjects, DrawsHaveTheMeanOfTheirDistribution) {
  Region region;
  region.study.head.draws = 20000;
  const auto weighed = region.weigh();
  EXPECT_NEAR(weighed.alone_range.mid, 1500 * (0.9 + 1 + 1.5) / 3, 5);  // standard error 0.8
  EXPECT_LT(weighed.alone_range.low, weighed.alone_range.mid);
  EXPECT_GT(weighed.alone_range.high, weighed.alone_range.mid);
}

TEST(JointProjects, TheSameSeedGivesTheSameRangesAndAnotherDoesNot) {
  Region region;
  const auto once = region.weigh(), again = region.weigh();
  EXPECT_EQ(once.together_range, again.together_range);
  region.study.head.seed = 2;
  EXPECT_NE(once.together_range, region.weigh().together_range);
}

TEST(Triangular, StaysWithinItsRangeAndHasItsMedian) {
  Random random(1, "triangular");
  int below = 0;
  for (int i = 0; i < 20000; ++i) {
    const double x = triangular({0, 1, 4}, random);
    ASSERT_GE(x, 0);
    ASSERT_LE(x, 4);
    if (x < 4 - std::sqrt(6)) ++below;  // median: (4 - x)^2 = 12 / 2
  }
  EXPECT_NEAR(below / 20000.0, 0.5, 0.015);  // four standard errors
}

}  // namespace
}  // namespace koepel::projects
