// SPDX-License-Identifier: EUPL-1.2
#include "partners/partners.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "partners/dates.h"
#include "partners/names.h"
#include "survey/sample_gen.h"
#include "survey/sample_poll.h"

namespace koepel::partners {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

MethodPack pack_with_weights() {
  MethodPack pack = survey::test::small_pack();
  const std::vector<std::pair<std::string, double>> values = {{"low", 0.35},
                                                              {"high", 0.6},
                                                              {"expiry_months", 24},
                                                              {"same_name", 0.6},
                                                              {"hosted_full", 3},
                                                              {"host_fte", 2},
                                                              {"host_cheaper", 0.05},
                                                              {"dependence.arrangements", 0.35},
                                                              {"dependence.hosted", 0.25},
                                                              {"dependence.third_parties", 0.15},
                                                              {"dependence.answers", 0.25},
                                                              {"conflict.ratings", 0.25},
                                                              {"conflict.motives", 0.15},
                                                              {"conflict.forms", 0.25},
                                                              {"conflict.answers", 0.35},
                                                              {"kinship.size", 0.15},
                                                              {"kinship.urbanity", 0.15},
                                                              {"kinship.density", 0.1},
                                                              {"kinship.border", 0.15},
                                                              {"kinship.arrangements", 0.15},
                                                              {"kinship.answers", 0.3}};
  for (const auto& [id, value] : values) pack.parameters.push_back({"partners." + id, value, {}, {}, "design"});
  pack.constructs.push_back({"dependence", "condition", {}, 1});
  pack.constructs.push_back({"kinship", "condition", {}, 1});
  for (const char* construct : {"dependence", "kinship"})
    for (int i = 1; i <= 3; ++i)
      pack.items.push_back(survey::test::item(construct + std::to_string(i), construct, i == 3));
  pack.motives = {{"scale", "e", {}, {}, {}, "scale", {}}};
  Form light;
  light.id = "light";
  light.position = 10;
  Form heavy;
  heavy.id = "heavy";
  heavy.position = 60;
  pack.tree.forms = {light, heavy};
  return pack;
}

Study two_partners() {
  Study study;
  study.head.date = "2026-11-23";
  for (const char* id : {"GM1", "GM2"}) survey::test::add_partner(study, id);
  return study;
}

Arrangement arrangement(const std::string& id, std::vector<std::string> tasks, std::vector<std::string> members,
                        std::string host = {}) {
  Arrangement a;
  a.id = id;
  a.name = "Regeling " + id;
  a.tasks = std::move(tasks);
  a.members = std::move(members);
  a.host = std::move(host);
  a.origin = {"arrangements.csv", "", 2, ""};
  return a;
}

PartnerSet judge(const Study& study, const Reference& reference = {}) {
  const auto pack = pack_with_weights();
  return judge_partner_set(study, pack, reference, survey::poll(study, pack));
}

const Pair& pair_of(const PartnerSet& set, const std::string& criterion) {
  for (const auto& matrix : set.matrices)
    if (matrix.criterion == criterion) return matrix.pairs.front();
  throw std::out_of_range(criterion);
}

TEST(PartnerSet, KnowsNothingWithoutEvidenceAndSaysWhatIsMissing) {
  const auto set = judge(two_partners());
  for (const auto& matrix : set.matrices) {
    EXPECT_FALSE(matrix.overall.has_value());
    EXPECT_FALSE(matrix.pairs.front().value.has_value());
    EXPECT_FALSE(matrix.pairs.front().missing.empty());
    EXPECT_EQ(matrix.says.key, "partners.says." + matrix.criterion + ".unknown");
  }
}

TEST(PartnerSet, WeighsSharedPartnershipsAndHostedTasksIntoDependence) {
  Study study = two_partners();
  study.arrangements = {arrangement("A", {"U01", "U02"}, {"GM1", "GM2"}, "GM1"),
                        arrangement("B", {}, {"GM1", "elders"}), arrangement("C", {}, {"GM2", "elders"}),
                        arrangement("D", {}, {"GM1", "GM2"})};
  const auto set = judge(study);
  const Pair& pair = pair_of(set, "dependence");
  ASSERT_EQ(pair.evidence.size(), 2u);
  EXPECT_DOUBLE_EQ(pair.evidence[0].value, 0.5);      // two of four shared
  EXPECT_DOUBLE_EQ(pair.evidence[1].value, 2.0 / 3);  // two tasks hosted, three count in full
  EXPECT_NEAR(pair.value.value(), (0.35 * 0.5 + 0.25 * 2 / 3) / 0.60, 1e-12);
  EXPECT_THAT(pair.missing, testing::SizeIs(2));  // third parties and answers
}

TEST(PartnerSet, ReadsConflictFromRatingsFormsAndAnswers) {
  Study study = two_partners();
  study.ratings = {{"GM1", "U01", "administrator", {{"urgency", 5}, {"scale", 4}}, {}, {"ratings.csv", "", 2, ""}},
                   {"GM1", "U01", "official", {{"urgency", 3}}, {}, {"ratings.csv", "", 3, ""}},
                   {"GM2", "U01", "administrator", {{"urgency", 2}, {"scale", 4}}, {}, {"ratings.csv", "", 4, ""}}};
  study.preferences = {{"", "light", "GM1", "", "", {"preferences.csv", "", 2, ""}},
                       {"", "heavy", "GM2", "", "", {"preferences.csv", "", 3, ""}}};
  const auto pack = pack_with_weights();
  survey::test::add_people(study, pack, "GM1", "official", {4, 4, 4, 4});
  survey::test::add_people(study, pack, "GM2", "official", {2, 2, 2, 2});
  const auto set = judge(study);
  const Pair& pair = pair_of(set, "conflict");
  ASSERT_EQ(pair.evidence.size(), 4u);
  EXPECT_DOUBLE_EQ(pair.evidence[0].value, 2.0 / 4);  // urgency 4 (mean of two roles) against 2
  EXPECT_DOUBLE_EQ(pair.evidence[1].value, 0);        // the same motive rating
  EXPECT_DOUBLE_EQ(pair.evidence[2].value, 0.5);      // 10 against 60
  EXPECT_DOUBLE_EQ(pair.evidence[3].value, 0.5);      // mean 3 of five
  EXPECT_THAT(pair.missing, IsEmpty());
}

TEST(PartnerSet, TakesKinshipFromTheReferenceTableWhereTheStudyIsSilent) {
  Study study = two_partners();
  study.partners[0].inhabitants = 20000;
  Reference reference;
  reference.municipalities_source = "CBS";
  Municipality one{"GM1", "Een", "", 99999, 0, 0, 10000, 3, 0, 0, {}, {{"GM2", 4.0}}};
  Municipality two{"GM2", "Twee", "", 10000, 0, 0, 20000, 4, 0, 0, {}, {{"GM1", 4.0}}};
  reference.municipalities = {one, two};
  const auto set = judge(study, reference);
  const Pair& pair = pair_of(set, "kinship");
  ASSERT_EQ(pair.evidence.size(), 4u);
  EXPECT_DOUBLE_EQ(pair.evidence[0].value, 0.5);   // the study's own figure counts, not the table's
  EXPECT_DOUBLE_EQ(pair.evidence[1].value, 0.75);  // one class apart
  EXPECT_DOUBLE_EQ(pair.evidence[2].value, 0.25);  // 200 against 50 per square kilometre
  EXPECT_DOUBLE_EQ(pair.evidence[3].value, 1);     // neighbours
}

TEST(PartnerSet, DoesNotTakeAnUnimportedTableOfNeighboursForNoBorder) {
  Study study = two_partners();
  Reference reference;
  reference.municipalities = {{"GM1", "Een", "", 1, 0, 0, 0, 0, 0, {}}, {"GM2", "Twee", "", 1, 0, 0, 0, 0, 0, {}}};
  const auto set = judge(study, reference);
  EXPECT_THAT(pair_of(set, "kinship").missing,
              testing::Contains(testing::Field(&Message::key, "partners.missing.border")));
}

TEST(Map, SplitsMembersAndFindsTheExactSet) {
  Study study = two_partners();
  study.arrangements = {arrangement("A", {}, {"GM2", "GM1"}), arrangement("B", {}, {"GM1", "Waterschap"})};
  const auto set = judge(study);
  EXPECT_TRUE(set.map[0].exactly_these);
  EXPECT_THAT(set.map[0].partners, ElementsAre("GM1", "GM2"));
  EXPECT_FALSE(set.map[1].exactly_these);
  EXPECT_THAT(set.map[1].others, ElementsAre("Waterschap"));
  EXPECT_DOUBLE_EQ(set.congruence, 0.5);
  EXPECT_THAT(set.per_partner, ElementsAre(testing::Pair("GM1", 2), testing::Pair("GM2", 1)));
}

TEST(Map, CountsNoticeTowardsTheEnd) {
  Study study = two_partners();
  study.arrangements = {arrangement("A", {}, {"GM1"}), arrangement("B", {}, {"GM1"}), arrangement("C", {}, {"GM1"}),
                        arrangement("D", {}, {"GM1"})};
  study.arrangements[0].until = "2028-11-23";  // exactly two years
  study.arrangements[1].until = "2028-11-24";
  study.arrangements[2].until = "2029-11-23";
  study.arrangements[2].notice_months = 12;
  const auto set = judge(study);
  EXPECT_TRUE(set.map[0].expires_soon);
  EXPECT_FALSE(set.map[1].expires_soon);
  EXPECT_TRUE(set.map[2].expires_soon);
  EXPECT_FALSE(set.map[3].expires_soon);  // no end known
}

TEST(Map, AddsTheRegisterWithoutRepeatingWhatTheStudyLists) {
  Study study = two_partners();
  study.arrangements = {arrangement("A", {}, {"GM1", "GM2"})};
  study.arrangements[0].name = "KempenPlus";
  Reference reference;
  reference.arrangements = {
      {"R1", "Gemeenschappelijke regeling KempenPlus", "", {"GM1", "GM2"}, 2015, "register"},
      {"R2", "Gemeenschappelijke regeling Afvalschap", "", {"GM1", "GM2", "GM9"}, 2015, "register"},
      {"R3", "Gemeenschappelijke regeling Alleen", "", {"GM1", "GM8"}, 2015, "register"}};
  const auto set = judge(study, reference);
  ASSERT_EQ(set.map.size(), 2u);
  EXPECT_EQ(set.map[1].id, "R2");
  EXPECT_TRUE(set.map[1].from_register);
  EXPECT_EQ(set.map[1].source, "register (2015)");
  EXPECT_THAT(set.per_partner,
              ElementsAre(testing::Pair("GM1", 1), testing::Pair("GM2", 1)));  // the register adds nothing
}

TEST(Map, CountsTheRegisterWhenTheStudyListsNothing) {
  Reference reference;
  reference.arrangements = {{"R1", "Samen", "", {"GM1", "GM2"}, 2015, "register"},
                            {"R2", "Ander", "", {"GM1"}, 2015, "register"}};
  const auto set = judge(two_partners(), reference);
  EXPECT_EQ(set.map.size(), 1u);
  EXPECT_THAT(set.per_partner, ElementsAre(testing::Pair("GM1", 2), testing::Pair("GM2", 1)));
  EXPECT_DOUBLE_EQ(pair_of(set, "dependence").evidence[0].value, 0.5);
}

TEST(Overlaps, TellsDoubleFromApart) {
  Study study = two_partners();
  study.arrangements = {arrangement("A", {"U01", "U02"}, {"GM1", "GM2"}), arrangement("B", {"U01"}, {"GM1", "elders"}),
                        arrangement("C", {"U03"}, {"GM1", "elders"}), arrangement("D", {"U03"}, {"GM2", "elders"})};
  const auto set = judge(study);
  ASSERT_EQ(set.overlaps.size(), 2u);
  EXPECT_EQ(set.overlaps[0].what.key, "partners.overlap.double");
  EXPECT_THAT(set.overlaps[0].arrangements, ElementsAre("A", "B"));
  EXPECT_EQ(set.overlaps[1].what.key, "partners.overlap.apart");
}

Figures figures(const std::string& partner, double fte, std::int64_t euro, double volume) {
  Figures f;
  f.partner = partner;
  f.task = "U01";
  f.fte = fte;
  f.fixed_cost = Money{0};
  f.variable_cost = Money{euro * 100};
  f.volume = volume;
  f.unit = "aansluiting";
  f.year = 2025;
  f.origin = {"figures.csv", "", 2, ""};
  return f;
}

TEST(Hosts, NamesWhoDoesItAlreadyHasMostPeopleOrIsCheapest) {
  Study study = two_partners();
  study.arrangements = {arrangement("A", {"U01"}, {"GM1", "GM2"}, "GM2")};
  study.figures = {figures("GM1", 4.5, 90, 10), figures("GM2", 2.0, 50, 10)};
  const auto hosts = judge(study).hosts;
  ASSERT_EQ(hosts.size(), 2u);
  EXPECT_EQ(hosts[0].partner, "GM1");
  ASSERT_EQ(hosts[0].why.args.back().parts.size(), 1u);
  EXPECT_EQ(hosts[0].why.args.back().parts[0].word, "partners.host.staff");
  ASSERT_EQ(hosts[1].why.args.back().parts.size(), 2u);
  EXPECT_EQ(hosts[1].why.args.back().parts[0].word, "partners.host.already");
  EXPECT_EQ(hosts[1].why.args.back().parts[1].word, "partners.host.cost");
}

TEST(Hosts, NeverTakesMissingCostForZero) {
  Study study = two_partners();
  study.figures = {figures("GM1", 1, 90, 10), figures("GM2", 1, 50, 10)};
  study.figures[1].fixed_cost.reset();
  EXPECT_THAT(judge(study).hosts, IsEmpty());
}

TEST(Dates, AddsMonthsByTheCalendar) {
  EXPECT_EQ(months_later("2026-11-23", 24), "2028-11-23");
  EXPECT_EQ(months_later("2027-01-31", 1), "2027-02-28");
  EXPECT_EQ(months_later("2028-03-31", -1), "2028-02-29");
  EXPECT_EQ(months_later("2026-01-01", -1), "2025-12-01");
  EXPECT_FALSE(months_later("2026-13-01", 1).has_value());
  EXPECT_FALSE(months_later("volgend jaar", 1).has_value());
}

TEST(Names, WeighRareWordsMoreThanCommonOnes) {
  const NameMatcher matcher({"Gemeenschappelijke regeling KempenPlus", "Gemeenschappelijke regeling Afvalschap",
                             "Gemeenschappelijke regeling GGD", "KempenPlus"});
  EXPECT_GT(matcher.similarity("KEMPENPLUS", "Gemeenschappelijke regeling KempenPlus"), 0.6);
  EXPECT_LT(matcher.similarity("Gemeenschappelijke regeling GGD", "Gemeenschappelijke regeling Afvalschap"), 0.6);
  EXPECT_DOUBLE_EQ(matcher.similarity("GGD (regio)", "ggd regio"), 1);
}

/// Any set of partnerships, ratings and sizes.
Study any_study() {
  Study study;
  study.head.date = "2026-11-23";
  const std::vector<std::string> ids = {"GM1", "GM2", "GM3"};
  for (const auto& id : ids) {
    survey::test::add_partner(study, id);
    if (*rc::gen::arbitrary<bool>()) study.partners.back().inhabitants = *survey::test::between(1, 100000);
    if (*rc::gen::arbitrary<bool>()) study.partners.back().urbanity = *survey::test::between(1, 5);
    study.partners.back().origin = {"partners.csv", "", 2, ""};
    if (*rc::gen::arbitrary<bool>())
      study.ratings.push_back(
          {id, "U01", "official", {{"urgency", *survey::test::between(1, 5)}}, {}, {"ratings.csv", "", 2, ""}});
  }
  const int count = *survey::test::between(0, 4);
  for (int i = 0; i < count; ++i) {
    std::vector<std::string> members;
    for (const auto& id : ids)
      if (*rc::gen::arbitrary<bool>()) members.push_back(id);
    study.arrangements.push_back(
        arrangement("A" + std::to_string(i), {"U01"}, members, members.empty() ? "" : members[0]));
  }
  return study;
}

TEST(PartnerSet, KeepsEveryFigureWithinZeroAndOneAndTracesItToCells) {
  EXPECT_TRUE(rc::check([] {
    const auto set = judge(any_study());
    std::set<std::string> ids;
    for (const auto& step : set.trace) RC_ASSERT(ids.insert(step.id).second);
    for (const auto& matrix : set.matrices)
      for (const auto& pair : matrix.pairs) {
        RC_ASSERT(ids.contains(pair.trace));
        RC_ASSERT(pair.value.has_value() == !pair.evidence.empty());
        for (const auto& evidence : pair.evidence) RC_ASSERT(evidence.value >= 0 && evidence.value <= 1);
        if (pair.value) RC_ASSERT(*pair.value >= 0 && *pair.value <= 1);
      }
    for (const auto& step : set.trace) {
      for (const auto& from : step.from) RC_ASSERT(ids.contains(from));
      RC_ASSERT(step.value.kind == Arg::Kind::term || !step.from.empty() || !step.inputs.empty());
    }
  }));
}

TEST(PartnerSet, JudgesAPairTheSameFromBothSides) {
  EXPECT_TRUE(rc::check([] {
    Study study = any_study();
    const auto before = judge(study);
    std::swap(study.partners[0], study.partners[1]);
    const auto after = judge(study);
    for (std::size_t m = 0; m < before.matrices.size(); ++m) {
      const auto& x = before.matrices[m].pairs[0].value;
      const auto& y = after.matrices[m].pairs[0].value;
      RC_ASSERT(x.has_value() == y.has_value());
      if (x) RC_ASSERT(std::abs(*x - *y) < 1e-12);
    }
  }));
}

}  // namespace
}  // namespace koepel::partners
