// SPDX-License-Identifier: EUPL-1.2
// Every outcome of a project that is not a plain saving, with its name.
#include "projects/region_test.h"

namespace koepel::projects {
namespace {

TEST(JointProjects, WithoutADeadlineNothingIsLate) {
  Region region;
  region.study.projects[0].deadline_months.reset();
  const auto weighed = region.weigh();
  EXPECT_FALSE(weighed.in_time_alone);
  EXPECT_FALSE(weighed.chance_together);
  EXPECT_FALSE(weighed.peak_together);
}

TEST(JointProjects, TogetherCanTakeMoreHoursAndThatIsSaid) {
  Region region;
  region.study.projects[0].shared_share = 0;
  const auto weighed = region.weigh();
  EXPECT_GT(weighed.hours_together, weighed.hours_alone);
  EXPECT_EQ(weighed.says.key, "projects.says.costs_more");
}

TEST(JointProjects, NoProjectsOrEffortsOrHoursAreNamed) {
  EXPECT_EQ(weigh_projects(Study{}, real_pack()).missing.key, "projects.none");
  Region region;
  region.study.project_efforts.clear();
  EXPECT_EQ(region.said(region.weigh().missing), "ontbreekt: wat Nieuwe wet van elke partner vraagt");
  region.add_effort("wet", "A", 100, 10);
  EXPECT_EQ(region.weigh().missing.key, "projects.missing.one_partner");
  EXPECT_EQ(Region({0, 0, 0}).weigh().missing.key, "projects.missing.zero_hours");
  Region odd;
  odd.study.projects[0].shared_share = 1.5;
  EXPECT_EQ(odd.weigh().missing.key, "projects.missing.shared_share");
}

TEST(JointProjects, APartnerWithoutHoursOrEffortIsNamed) {
  Region region({600, 0, 500});
  Partner absent;
  absent.id = "Z";
  region.study.partners.push_back(absent);
  const auto weighed = region.weigh();
  EXPECT_EQ(weighed.rows.size(), 3U);
  EXPECT_EQ(weighed.notes[weighed.notes.size() - 2].key, "projects.note.no_effort");
  EXPECT_EQ(weighed.notes.back().key, "projects.note.zero_hours");
}

TEST(JointProjects, WhoHasNoPeoplePaysInMoney) {
  const Region region({600, 400, 500}, {50, 0, 30});
  const auto weighed = region.weigh();
  EXPECT_FALSE(weighed.rows[1].months_alone);
  EXPECT_FALSE(weighed.months_alone);
  EXPECT_FALSE(*weighed.rows[1].in_time_alone);
  EXPECT_EQ(*weighed.rows[1].settles, *weighed.rows[1].pays);
  EXPECT_THAT(keys_of(weighed.notes), testing::Contains("projects.note.no_capacity"));
  EXPECT_EQ(region.said(weighed.notes.at(2)), "Gemeente B heeft er zelf geen mensen voor en betaalt in geld.");
}

TEST(JointProjects, WhenNobodyHasPeopleTheDurationIsUnknown) {
  const auto weighed = Region({600, 400, 500}, {0, 0, 0}).weigh();
  EXPECT_FALSE(weighed.months_together);
  EXPECT_FALSE(weighed.months_range);
  EXPECT_FALSE(*weighed.in_time_together);
  EXPECT_FALSE(weighed.rows[0].settles);
  EXPECT_TRUE(weighed.rows[0].pays);
  EXPECT_THAT(keys_of(weighed.notes), testing::Contains("projects.note.nobody_has_capacity"));
}

TEST(JointProjects, AnUnknownKeyOrMissingDriverSharesNothing) {
  Region region;
  region.study.projects[0].key = "katten";
  auto weighed = region.weigh();
  EXPECT_EQ(region.said(weighed.key_missing), "De verdeelsleutel katten bestaat niet. De kosten zijn niet verdeeld.");
  EXPECT_FALSE(weighed.rows[0].pays);
  EXPECT_GT(weighed.rows[0].puts_in, 0);
  region.study.projects[0].key = "fte";
  EXPECT_EQ(region.weigh().key_missing.key, "settlement.missing_driver");
}

TEST(JointProjects, TheStudysOwnKeySharesOverThoseWhoTakePart) {
  Region region;
  Partner absent;
  absent.id = "Z";  // has no driver, but takes no part either
  region.study.partners.push_back(absent);
  CostKeyPart part;
  part.id = "k";
  part.subject = "U99";
  part.driver = "cats";
  region.study.cost_keys = {part};
  for (const char* id : {"A", "B", "C"}) {
    DriverValue value;
    value.driver = "cats";
    value.partner = id;
    value.value = 1;
    region.study.driver_values.push_back(value);
  }
  region.study.projects[0].key = "k";
  const auto weighed = region.weigh();
  EXPECT_EQ(weighed.rows.at(0).pays->cents, weighed.cost_together.cents / 3);
}

}  // namespace
}  // namespace koepel::projects
