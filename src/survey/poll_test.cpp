// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "base/random.h"
#include "survey/sample_gen.h"
#include "survey/sample_poll.h"
#include "survey/survey.h"

namespace koepel::survey {
namespace {

using test::add_partner;
using test::add_people;
using test::add_person;
using test::small_pack;
using testing::Contains;
using testing::Field;

const Cut everybody{};
const Cut administrators{{}, "administrator"};
const Cut officials{{}, "official"};

/// Two partners, administrators and officials, all groups large enough.
Study small_study(const MethodPack& pack) {
  Study study;
  add_partner(study, "GM1");
  add_partner(study, "GM2");
  add_people(study, pack, "GM1", "administrator", {4, 4, 5, 5});
  add_people(study, pack, "GM1", "official", {2, 2, 3, 3, 2});
  add_people(study, pack, "GM2", "administrator", {3, 3, 4, 4});
  add_people(study, pack, "GM2", "official", {3, 3, 3, 4, 4});
  return study;
}

/// Anybody's answers, with gaps; sizes that make some groups small.
Study random_study(const MethodPack& pack, std::uint64_t seed) {
  Random random(seed, "study");
  Study study;
  study.head.seed = seed;
  for (const char* partner : {"GM1", "GM2", "GM3"}) {
    add_partner(study, partner);
    for (const char* role : {"administrator", "council_member", "official", "staff"}) {
      const auto people = random.below(9);
      for (std::uint32_t i = 0; i < people; ++i) {
        test::Sheet sheet;
        for (const auto& item : pack.items)
          if (random.uniform() < 0.9) sheet.emplace_back(item.id, 1 + static_cast<int>(random.below(5)));
        add_person(study, partner, role, sheet);
      }
    }
  }
  return study;
}

TEST(Poll, RecodesReversedStatementsBeforeTheyEnterAConstruct) {
  const auto pack = small_pack();
  const auto result = poll(small_study(pack), pack);
  EXPECT_DOUBLE_EQ(mean_of(result, "strengths", {"GM1", "administrator"}).value(), 4.5);
  EXPECT_DOUBLE_EQ(mean_of(result, "strengths", {"GM1", "official"}).value(), 2.4);
  // As given, the reversed third statement stands at 6 minus that.
  const auto& reversed = result.items[2];
  ASSERT_EQ(reversed.item, "strengths3");
  EXPECT_DOUBLE_EQ(find_cut(reversed.cuts, {"GM1", "administrator"})->numbers->mean, 1.5);
}

TEST(Poll, TellsTheWholeStoryOfAStatement) {
  const auto pack = small_pack();
  const auto result = poll(small_study(pack), pack);
  const auto& numbers = find_cut(result.items[0].cuts, {"GM1", "administrator"})->numbers.value();
  EXPECT_EQ(numbers.n, 4);
  EXPECT_THAT(numbers.counts, testing::ElementsAre(0, 0, 0, 2, 2));
  EXPECT_DOUBLE_EQ(numbers.median, 4.5);
  EXPECT_NEAR(numbers.deviation, std::sqrt(1.0 / 3), 1e-12);
  EXPECT_DOUBLE_EQ(numbers.agreement, 0.75);
  EXPECT_EQ(result.respondents, 18);
}

TEST(Poll, CountsSomebodyWhoAnsweredTwoThirdsAndNobodyWhoAnsweredLess) {
  const auto pack = small_pack();
  Study study;
  add_partner(study, "GM1");
  add_people(study, pack, "GM1", "administrator", {3, 3, 3});
  add_person(study, "GM1", "administrator", {{"scale1", 5}, {"scale3", 1}});  // two of three
  EXPECT_DOUBLE_EQ(mean_of(poll(study, pack), "scale").value(), (3 * 3 + 5) / 4.0);
  study.answers.back().answers = {{"scale1", 5}};
  const auto result = poll(study, pack);
  EXPECT_FALSE(mean_of(result, "scale").has_value());
  EXPECT_EQ(find_cut(find_construct(result, "scale")->cuts, everybody)->shown, Shown::too_few);
}

TEST(Poll, AsksTwoThirdsOfTheStatementsThatARoleIsAsked) {
  auto pack = small_pack();
  for (auto& item : pack.items)
    if (item.id == "scale2" || item.id == "scale3") item.audience = {"official"};
  Study study;
  add_partner(study, "GM1");
  for (int i = 0; i < 4; ++i) add_person(study, "GM1", "council_member", {{"scale1", 4}});
  EXPECT_DOUBLE_EQ(mean_of(poll(study, pack), "scale").value(), 4);
}

TEST(Poll, SetsAdministratorsBesideOfficialsWithAnInterval) {
  const auto pack = small_pack();
  const auto result = poll(small_study(pack), pack);
  const auto& difference = find_construct(result, "strengths")->roles.value();
  EXPECT_GT(difference.delta, 0);
  EXPECT_LE(difference.low, difference.delta);
  EXPECT_GE(difference.high, difference.delta);
}

TEST(Poll, RanksWhatSeparatesGroupsAndPartnersLargestFirst) {
  const auto pack = small_pack();
  const auto result = poll(small_study(pack), pack);
  ASSERT_EQ(result.gaps.size(), 4u * 4u);  // four constructs: all together, two partners, one pair of partners
  for (std::size_t i = 1; i < result.gaps.size(); ++i)
    EXPECT_GE(std::abs(result.gaps[i - 1].mean_a - result.gaps[i - 1].mean_b),
              std::abs(result.gaps[i].mean_a - result.gaps[i].mean_b));
  EXPECT_EQ(result.gaps[0].a, (Cut{"GM1", "administrator"}));
  EXPECT_NEAR(result.gaps[0].mean_a - result.gaps[0].mean_b, 2.1, 1e-12);
}

TEST(Poll, PublishesNothingAboutThreePeople) {
  const auto pack = small_pack();
  Study study;
  add_partner(study, "GM1");
  add_people(study, pack, "GM1", "administrator", {5, 5, 5});
  const auto result = poll(study, pack);
  for (const auto& construct : result.constructs) {
    EXPECT_EQ(construct.cuts.front().shown, Shown::too_few);
    EXPECT_FALSE(construct.alpha.has_value());
  }
  EXPECT_FALSE(result.krippendorff.front().second.has_value());
  EXPECT_TRUE(result.gaps.empty());
}

TEST(Poll, TakesThePartnerFromItsShownGroupsWhenItsTotalIsWithheld) {
  const auto pack = small_pack();
  Study study = small_study(pack);
  add_people(study, pack, "GM1", "council_member", {1});
  add_people(study, pack, "GM2", "council_member", {1, 1, 1, 1});
  const auto result = poll(study, pack);
  EXPECT_EQ(find_cut(find_construct(result, "scale")->cuts, {"GM1", {}})->shown, Shown::withheld);
  EXPECT_FALSE(mean_of(result, "scale", {"GM1", {}}).has_value());
  EXPECT_NEAR(partner_mean(result, "scale", "GM1").value(), (4 * 4.5 + 5 * 2.4) / 9, 1e-12);
  EXPECT_THAT(partner_steps(result, "scale", "GM1"),
              testing::ElementsAre("survey.scale.GM1.administrator", "survey.scale.GM1.official"));
}

TEST(Poll, SaysThatAConstructWithoutAnswersHasNone) {
  auto pack = small_pack();
  pack.constructs.push_back({"growth", "staff", {}, 0});
  const auto result = poll(small_study(pack), pack);
  EXPECT_EQ(find_construct(result, "growth")->cuts.front().shown, Shown::no_answers);
  EXPECT_EQ(poll(Study{}, pack).respondents, 0);
}

TEST(Poll, LooksForOpinionGroupsOnlyFromEnoughPeopleUp) {
  const auto pack = small_pack();
  Study study;
  add_partner(study, "GM1");
  add_people(study, pack, "GM1", "official", std::vector<int>(14, 4));
  EXPECT_EQ(poll(study, pack).opinion_groups.why_none.key, "survey.opinion.too_few");
}

TEST(Poll, FindsTwoCampsWhereThereAreTwo) {
  const auto pack = small_pack();
  Study study;
  add_partner(study, "GM1");
  Random random(4, "camps");
  for (int i = 0; i < 20; ++i) {
    test::Sheet sheet;
    for (const auto& item : pack.items)
      sheet.emplace_back(item.id,
                         i < 8 ? 1 + static_cast<int>(random.below(2)) : 4 + static_cast<int>(random.below(2)));
    add_person(study, "GM1", "official", sheet);
  }
  const auto groups = poll(study, pack).opinion_groups;
  EXPECT_EQ(groups.groups, 2);
  EXPECT_THAT(groups.sizes, testing::ElementsAre(12, 8));
}

/// Everything but the trace, as one comparable value.
bool same_figures(const SurveyResult& a, const SurveyResult& b) {
  const auto same_cuts = [](const auto& x, const auto& y) {
    return std::equal(x.cuts.begin(), x.cuts.end(), y.cuts.begin(), y.cuts.end(), [](const auto& p, const auto& q) {
      return p.cut == q.cut && p.shown == q.shown && p.numbers == q.numbers;
    });
  };
  bool same = a.items.size() == b.items.size() && a.gaps.size() == b.gaps.size() && a.krippendorff == b.krippendorff &&
              a.opinion_groups.sizes == b.opinion_groups.sizes;
  for (std::size_t i = 0; same && i < a.items.size(); ++i) same = same_cuts(a.items[i], b.items[i]);
  for (std::size_t i = 0; same && i < a.constructs.size(); ++i)
    same = same_cuts(a.constructs[i], b.constructs[i]) && a.constructs[i].alpha == b.constructs[i].alpha;
  for (std::size_t i = 0; same && i < a.gaps.size(); ++i)
    same = a.gaps[i].trace == b.gaps[i].trace && a.gaps[i].difference.low == b.gaps[i].difference.low;
  return same;
}

TEST(Poll, DoesNotCareInWhichOrderPeopleStand) {
  const auto pack = small_pack();
  EXPECT_TRUE(rc::check([&] {
    Study study = random_study(pack, *test::between<std::uint64_t>(1, 1'000'000));
    const auto before = poll(study, pack);
    std::reverse(study.respondents.begin(), study.respondents.end());
    std::rotate(study.answers.begin(), study.answers.begin() + static_cast<std::ptrdiff_t>(study.answers.size() / 3),
                study.answers.end());
    const auto after = poll(study, pack);
    RC_ASSERT(same_figures(before, after));
    RC_ASSERT(before.trace == after.trace);
  }));
}

TEST(Poll, MirrorsDifferencesWhenEveryAnswerIsMirrored) {
  const auto pack = small_pack();
  EXPECT_TRUE(rc::check([&] {
    Study study = random_study(pack, *test::between<std::uint64_t>(1, 1'000'000));
    const auto before = poll(study, pack);
    for (auto& sheet : study.answers)
      for (auto& [item, value] : sheet.answers) value = 6 - value;
    const auto after = poll(study, pack);
    for (std::size_t i = 0; i < before.constructs.size(); ++i) {
      RC_ASSERT(before.constructs[i].roles.has_value() == after.constructs[i].roles.has_value());
      if (before.constructs[i].roles)
        RC_ASSERT(std::abs(before.constructs[i].roles->delta + after.constructs[i].roles->delta) < 1e-12);
    }
  }));
}

TEST(Poll, TracesEveryPublishedFigureToAnswersThatExist) {
  const auto pack = small_pack();
  EXPECT_TRUE(rc::check([&] {
    const auto result = poll(random_study(pack, *test::between<std::uint64_t>(1, 1'000'000)), pack);
    std::set<std::string> ids;
    for (const auto& step : result.trace) RC_ASSERT(ids.insert(step.id).second);
    for (const auto& step : result.trace) {
      for (const auto& from : step.from) RC_ASSERT(ids.contains(from));
      RC_ASSERT(!step.from.empty() || !step.inputs.empty());
    }
    for (const auto& construct : result.constructs)
      for (const auto& cut : construct.cuts)
        RC_ASSERT(cut.numbers.has_value() == ids.contains(step_id(construct.construct, cut.cut)));
    for (const auto& gap : result.gaps) RC_ASSERT(ids.contains(gap.trace));
  }));
}

TEST(Poll, NeverShowsAFigureAboutFewerPeopleThanK) {
  const auto pack = small_pack();
  EXPECT_TRUE(rc::check([&] {
    const auto result = poll(random_study(pack, *test::between<std::uint64_t>(1, 1'000'000)), pack);
    for (const auto& construct : result.constructs)
      for (const auto& cut : construct.cuts)
        if (cut.numbers) RC_ASSERT(cut.numbers->n >= (cut.cut.role == "staff" ? 8 : 4));
  }));
}

}  // namespace
}  // namespace koepel::survey
