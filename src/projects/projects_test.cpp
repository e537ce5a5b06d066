// SPDX-License-Identifier: EUPL-1.2
// Joint projects: the worked example of the page, money that adds up, and steps down to the rows.
#include <rapidcheck.h>

#include <numeric>
#include <set>

#include "projects/region_test.h"

namespace koepel::projects {
namespace {

TEST(JointProjectsPage, WorkedExampleHolds) {
  const auto page = worked_example();
  Region region(page.at("hours alone"), page.at("capacity"));
  region.study.projects[0].shared_share = page.at("shared")[0];
  region.study.projects[0].hourly_rate = Money{std::llround(page.at("rate")[0] * 100)};
  region.study.projects[0].deadline_months = static_cast<int>(page.at("deadline")[0]);
  for (std::size_t p = 0; p < 3; ++p)
    region.study.partners[p].inhabitants = static_cast<int>(page.at("inhabitants")[p]);
  const auto weighed = region.weigh();
  EXPECT_NEAR(weighed.hours_together, page.at("together")[0], 1e-9);
  EXPECT_NEAR(*weighed.months_together, page.at("months together")[0], 1e-9);
  for (std::size_t p = 0; p < 3; ++p) {
    EXPECT_NEAR(*weighed.rows[p].months_alone, page.at("months alone")[p], 0.0005);
    EXPECT_EQ(weighed.rows[p].pays->cents, std::llround(page.at("pays")[p] * 100));
    EXPECT_EQ(weighed.rows[p].settles->cents, std::llround(page.at("settles")[p] * 100));
  }
}

TEST(JointProjects, ComparesWithTheDeadlineAndSaysItPlainly) {
  const Region region;
  const auto weighed = region.weigh();
  EXPECT_FALSE(*weighed.in_time_alone);
  EXPECT_TRUE(*weighed.in_time_together);
  EXPECT_DOUBLE_EQ(*weighed.months_alone, 20);
  EXPECT_NEAR(*weighed.peak_alone, 1500.0 / 14, 1e-9);
  EXPECT_NEAR(*weighed.rows[1].short_per_month, 400.0 / 14 - 20, 1e-9);
  EXPECT_EQ(*weighed.rows[0].short_per_month, 0);
  EXPECT_THAT(keys_of(weighed.notes), testing::ElementsAre("projects.note.late_alone", "projects.note.in_time_together",
                                                           "projects.note.thin_together"));
  EXPECT_EQ(region.said(weighed.notes[0]),
            "Alleen halen deze partners de termijn van 14 maanden niet: Gemeente B en Gemeente C.");
}

TEST(JointProjects, ATeamIsNamedWhenItIsLargerThanOnePerson) {
  const auto weighed = Region({600, 400, 500}, {90, 60, 50}).weigh();
  EXPECT_NEAR(weighed.fte_together, 200 * 12 / 1360.0, 1e-12);
  EXPECT_THAT(weighed.one_deep, testing::ElementsAre("A", "B", "C"));
  EXPECT_EQ(weighed.notes.back().key, "projects.note.knowledge");
}

TEST(JointProjects, PaymentsAddUpAndTheSettlementIsZeroTogether) {
  EXPECT_TRUE(rc::check("cost, work and settlement add up to the cent", [] {
    const auto n = *rc::gen::inRange<std::size_t>(2, 7);
    std::vector<double> hours, capacity;
    for (std::size_t p = 0; p < n; ++p) {
      hours.push_back(*rc::gen::inRange(0, 3000));
      capacity.push_back(*rc::gen::inRange(0, 200));
    }
    hours[0] += 1;
    capacity[0] += 1;
    Region region(hours, capacity);
    region.study.head.draws = 20;
    region.study.projects[0].shared_share = *rc::gen::inRange(0, 101) / 100.0;
    const auto weighed = region.weigh();
    Money pays, works, settles;
    double puts_in = 0;
    for (const auto& row : weighed.rows) {
      pays = pays + *row.pays;
      works = works + row.works_for;
      settles = settles + *row.settles;
      puts_in += row.puts_in;
    }
    RC_ASSERT(pays == weighed.cost_together);
    RC_ASSERT(works == weighed.cost_together);
    RC_ASSERT(settles == Money{});
    RC_ASSERT(std::abs(puts_in - weighed.hours_together) < 1e-6);
    RC_ASSERT(weighed.together_range.low <= weighed.together_range.high);
  }));
}

TEST(JointProjects, MoreSharedWorkNeverTakesMoreHours) {
  EXPECT_TRUE(rc::check("together falls with the shared part, from all hours to the largest", [] {
    std::vector<double> hours;
    const int n = *rc::gen::inRange(1, 8);
    for (int p = 0; p < n; ++p) hours.push_back(*rc::gen::inRange(0, 1000));
    const double one = *rc::gen::inRange(0, 101) / 100.0, two = *rc::gen::inRange(0, 101) / 100.0;
    RC_ASSERT(together_hours(std::max(one, two), 0.03, hours) <=
              together_hours(std::min(one, two), 0.03, hours) + 1e-9);
    RC_ASSERT(std::abs(together_hours(0, 0, hours) - std::accumulate(hours.begin(), hours.end(), 0.0)) < 1e-9);
    RC_ASSERT(together_hours(1, 0, hours) == *std::max_element(hours.begin(), hours.end()));
  }));
}

TEST(JointProjects, EveryFigureOpensToItsRow) {
  Region region;
  const auto result = region.all();
  std::set<std::string> ids;
  for (const auto& step : result.trace) EXPECT_TRUE(ids.insert(step.id).second) << step.id;
  const Phrasebook phrasebook(real_pack(), region.study);
  for (const auto& step : result.trace) {
    for (const auto& from : step.from) EXPECT_TRUE(ids.contains(from)) << from;
    EXPECT_FALSE(step.from.empty() && step.inputs.empty()) << step.id;
    EXPECT_EQ(phrasebook.say(step.what, Language::nl).find_first_of("[{"), std::string::npos) << step.id;
    EXPECT_EQ(phrasebook.say(step.rule, Language::en).find_first_of("[{"), std::string::npos) << step.id;
  }
  for (const char* id : {"alone", "together", "months", "cost", "A", "C.pays"})
    EXPECT_TRUE(ids.contains(std::string("projects.wet.") + id)) << id;
  for (const auto& row : result.projects[0].rows) EXPECT_TRUE(ids.contains(row.trace));
  for (const auto& note : result.projects[0].notes)
    EXPECT_EQ(phrasebook.say(note, Language::nl).find_first_of("[{"), std::string::npos);
}

}  // namespace
}  // namespace koepel::projects
