// SPDX-License-Identifier: EUPL-1.2
#include "factors/factors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "base/random.h"
#include "content/pack_reader.h"
#include "model/phrasebook.h"
#include "survey/sample_gen.h"
#include "survey/sample_poll.h"

namespace koepel::factors {
namespace {

using survey::test::add_partner;
using survey::test::add_people;
using testing::Contains;
using testing::Field;
using testing::IsEmpty;

/// Factors on the small questionnaire: one on trust, one on conflict (which hinders).
MethodPack small_pack() {
  MethodPack pack = survey::test::small_pack();
  for (const auto& [id, value] : std::vector<std::pair<std::string, double>>{{"weak_below", 2.75},
                                                                             {"strong_above", 3.25},
                                                                             {"spread_high", 0.6},
                                                                             {"roles_apart", 0.5},
                                                                             {"ratings_apart", 2},
                                                                             {"election_months", 9}})
    pack.parameters.push_back({"factors." + id, value, {}, {}, "design"});
  pack.factors = {{"working_together", "e", {}, {}, {"trust_spirit"}, {{"eerlijk", "fair"}}, {{"extra", "extra"}}, {}},
                  {"respect", "b", {}, {}, {"conflict"}, {{"ruimte", "room"}}, {{"meer", "more"}}, {}}};
  return pack;
}

Study two_partners() {
  Study study;
  study.head.date = "2026-11-23";
  for (const char* id : {"GM1", "GM2"}) add_partner(study, id);
  return study;
}

Factors judge(const Study& study, const MethodPack& pack, const partners::PartnerSet& set = {}) {
  return judge_factors(study, pack, survey::poll(study, pack), set);
}

TEST(Factors, ScoreHighIsGoodAndHinderingConstructsAreMirrored) {
  const auto pack = small_pack();
  Study study = two_partners();
  add_people(study, pack, "GM1", "administrator", {4, 4, 4, 4});
  add_people(study, pack, "GM2", "official", {4, 4, 4, 4});
  const auto factors = judge(study, pack);
  EXPECT_DOUBLE_EQ(factors.factors[0].score.value(), 4);
  EXPECT_EQ(factors.factors[0].light, Light::strong);
  EXPECT_DOUBLE_EQ(factors.factors[1].score.value(), 2);  // conflict 4 is respect 2
  EXPECT_EQ(factors.factors[1].light, Light::weak);
}

TEST(Factors, SetAdministratorsBesideOfficialsPerPartner) {
  const auto pack = small_pack();
  Study study = two_partners();
  add_people(study, pack, "GM1", "administrator", {5, 5, 5, 5});
  add_people(study, pack, "GM1", "official", {2, 2, 2, 2});
  const auto factors = judge(study, pack);
  const auto& first = factors.factors[0].partners[0];
  EXPECT_DOUBLE_EQ(first.administrators.value(), 5);
  EXPECT_DOUBLE_EQ(first.officials.value(), 2);
  EXPECT_DOUBLE_EQ(first.all.value(), 3.5);
  EXPECT_FALSE(factors.factors[0].partners[1].all.has_value());
  EXPECT_EQ(factors.factors[0].partners[1].light, Light::unknown);
  EXPECT_THAT(factors.factors[0].answers_say, Contains(Field(&Message::key, "factors.says.roles_differ")));
}

TEST(Factors, TurnTheLightAtTheThresholdsOfThePack) {
  const auto pack = small_pack();
  for (const auto& [levels, light] : std::vector<std::pair<std::vector<int>, Light>>{{{2, 2, 3, 3}, Light::weak},
                                                                                     {{2, 3, 3, 3}, Light::mixed},
                                                                                     {{3, 3, 3, 4}, Light::mixed},
                                                                                     {{3, 3, 4, 4}, Light::strong}}) {
    Study study = two_partners();
    add_people(study, pack, "GM1", "official", levels);
    EXPECT_EQ(judge(study, pack).factors[0].light, light) << testing::PrintToString(levels);
  }
}

TEST(Factors, StayUnknownWithoutEnoughAnswersAndAddNoArticles) {
  const auto pack = small_pack();
  Study study = two_partners();
  add_people(study, pack, "GM1", "official", {1, 1, 1});
  const auto factors = judge(study, pack);
  EXPECT_FALSE(factors.factors[0].score.has_value());
  EXPECT_EQ(factors.factors[0].light, Light::unknown);
  EXPECT_EQ(factors.factors[0].answers_say.front().key, "factors.says.unknown");
  for (const auto& article : factors.code_of_conduct) EXPECT_FALSE(article.extra);
}

std::vector<std::string> extra_reasons(const Factors& factors) {
  std::vector<std::string> reasons;
  for (const auto& article : factors.code_of_conduct)
    if (article.extra) reasons.push_back(article.factor + ": " + article.why.key);
  return reasons;
}

TEST(CodeOfConduct, GetsExtraArticlesWhereAFactorIsWeakOrViewsDiffer) {
  const auto pack = small_pack();
  Study weak = two_partners();
  add_people(weak, pack, "GM1", "official", {2, 2, 2, 2});
  EXPECT_THAT(extra_reasons(judge(weak, pack)), testing::ElementsAre("working_together: factors.why.weak"));

  Study apart = two_partners();
  add_people(apart, pack, "GM1", "official", {5, 5, 5, 5});
  add_people(apart, pack, "GM2", "official", {2, 2, 2, 2});
  EXPECT_THAT(extra_reasons(judge(apart, pack)), Contains("working_together: factors.why.partners_differ"));

  Study agreed = two_partners();
  add_people(agreed, pack, "GM1", "official", {3, 3, 3, 3});
  EXPECT_THAT(extra_reasons(judge(agreed, pack)), IsEmpty());
  EXPECT_EQ(judge(agreed, pack).code_of_conduct.size(), 2u);  // what always belongs in it
}

TEST(Facts, SayOnlyWhatWasRecorded) {
  auto pack = small_pack();
  pack.factors = {{"give_and_take", "a", {}, {}, {}, {}, {}, {}},
                  {"strong_and_visible", "c", {}, {}, {}, {}, {}, {}},
                  {"a_choice", "d", {}, {}, {}, {}, {}, {}},
                  {"practical", "f", {}, {}, {}, {}, {}, {}}};
  const auto factors = judge(two_partners(), pack);
  EXPECT_THAT(factors.factors[0].facts_say, IsEmpty());
  EXPECT_THAT(factors.factors[1].facts_say, IsEmpty());
  EXPECT_THAT(factors.factors[2].facts_say, testing::ElementsAre(Field(&Message::key, "factors.fact.imposed_unknown")));
  EXPECT_THAT(factors.factors[3].facts_say, IsEmpty());
}

TEST(Facts, CountWhatIsNotWrittenDownAndWhatLiesAhead) {
  auto pack = small_pack();
  pack.factors = {{"give_and_take", "a", {}, {}, {}, {}, {}, {}},
                  {"respect", "b", {}, {}, {"conflict"}, {}, {}, {}},
                  {"strong_and_visible", "c", {}, {}, {}, {}, {}, {}},
                  {"practical", "f", {}, {}, {}, {}, {}, {}}};
  Study study = two_partners();
  study.head.council_elections = "2027-03-15";
  Arrangement known;
  known.id = "A";
  known.name = "A";
  known.members = {"GM1", "GM2"};
  known.host = "GM1";
  known.cost_per_year = Money{100};
  Arrangement bare = known;
  bare.id = bare.name = "B";
  bare.host.clear();
  bare.cost_per_year.reset();
  study.arrangements = {known, bare};
  study.ratings = {{"GM1", "U01", "official", {{"urgency", 5}}, {}, {}},
                   {"GM2", "U01", "official", {{"urgency", 3}}, {}, {}},
                   {"GM1", "U02", "official", {{"urgency", 3}}, {}, {}},
                   {"GM2", "U02", "official", {{"urgency", 4}}, {}, {}}};
  partners::PartnerSet set;
  partners::MappedArrangement mapped;
  mapped.id = "A";
  mapped.partners = {"GM1", "GM2"};
  mapped.host = "GM1";
  set.map = {mapped};
  const auto factors = judge(study, pack, set);
  EXPECT_EQ(factors.factors[0].facts_say[0].key, "factors.fact.hosts");
  EXPECT_EQ(factors.factors[0].facts_say[1].key, "factors.fact.hosts_none");
  EXPECT_EQ(factors.factors[1].facts_say[0],
            (Message{"factors.fact.apart",
                     {number("n", 1), number("of", 2), number("points", 2), terms("tasks", "task", {"U01"})}}));
  EXPECT_EQ(factors.factors[2].facts_say[0].key, "factors.fact.elections_near");
  EXPECT_EQ(factors.factors[3].facts_say[0], (Message{"factors.fact.no_cost", {number("n", 1), number("of", 2)}}));
  EXPECT_EQ(factors.factors[3].facts_say[1], (Message{"factors.fact.no_notice", {number("n", 2), number("of", 2)}}));
}

TEST(Factors, MirrorAroundTheMiddleWhenEveryAnswerIsMirrored) {
  const auto pack = small_pack();
  EXPECT_TRUE(rc::check([&] {
    Study study = two_partners();
    for (const char* partner : {"GM1", "GM2"})
      add_people(study, pack, partner, "official",
                 *rc::gen::container<std::vector<int>>(5, survey::test::between(1, 5)));
    const auto before = judge(study, pack);
    for (auto& sheet : study.answers)
      for (auto& [item, value] : sheet.answers) value = 6 - value;
    const auto after = judge(study, pack);
    for (std::size_t i = 0; i < 2; ++i) {
      RC_ASSERT(std::abs(*before.factors[i].score + *after.factors[i].score - 6) < 1e-9);
      RC_ASSERT(std::abs(*before.factors[i].spread - *after.factors[i].spread) < 1e-9);
    }
  }));
}

// --- with the delivered pack: everything that poll, partners and factors say has words in both languages.

/// Three partners with people of every role, ratings, figures, partnerships and a stated preference.
Study rich_study(const MethodPack& pack, std::uint64_t seed) {
  Random random(seed, "rich");
  Study study;
  study.head.date = "2026-11-23";
  study.head.council_elections = seed % 2 == 0 ? "2027-03-15" : "2030-03-20";
  const std::vector<std::string> ids = {"GM1", "GM2", "GM3"};
  for (const auto& id : ids) {
    add_partner(study, id);
    if (seed % 3 != 0) study.partners.back().inhabitants = 10000 + static_cast<int>(random.below(40000));
    for (const auto& role : pack.roles)
      for (std::uint32_t i = random.below(8); i > 0; --i) {
        survey::test::Sheet sheet;
        for (const auto& item : pack.items)
          if (std::count(item.audience.begin(), item.audience.end(), role.id) > 0)
            sheet.emplace_back(item.id, 1 + static_cast<int>(random.below(5)));
        survey::test::add_person(study, id, role.id, sheet);
      }
    for (const auto& task : {"U01", "U02"}) {
      study.ratings.push_back({id,
                               task,
                               "official",
                               {{"urgency", 1.0 + random.below(5)}, {"scale", 1.0 + random.below(5)}},
                               {},
                               {"ratings.csv", "", 2, ""}});
      Figures f;
      f.partner = id;
      f.task = task;
      f.fte = random.below(8);
      f.fixed_cost = f.variable_cost = Money{100 * (1 + static_cast<std::int64_t>(random.below(900)))};
      f.volume = 10;
      f.unit = "stuk";
      f.origin = {"figures.csv", "", 2, ""};
      study.figures.push_back(f);
    }
    study.preferences.push_back({"", pack.tree.forms[random.below(8)].id, id, "", "", {"preferences.csv", "", 2, ""}});
  }
  for (std::uint32_t i = random.below(5); i > 0; --i) {
    Arrangement a;
    a.id = a.name = "A" + std::to_string(i);
    a.tasks = {"U01"};
    a.members = {"GM1", ids[random.below(3)], "Waterschap"};
    a.host = random.below(2) == 0 ? "GM1" : "";
    a.origin = {"arrangements.csv", "", 2, ""};
    study.arrangements.push_back(a);
  }
  study.gross_list.push_back({"U01", {}, "", true, {}, "", {"gross_list.csv", "", 2, ""}});
  if (seed % 2 == 0) study.indicators.push_back({"imposed", "pressured", "", "", {"indicators.csv", "", 2, ""}});
  return study;
}

void expect_words(const Phrasebook& phrasebook, const Message& message) {
  for (const Language language : {Language::nl, Language::en}) {
    const std::string said = phrasebook.say(message, language);
    EXPECT_EQ(said.find('['), std::string::npos) << message.key << ": " << said;
    EXPECT_FALSE(said.empty()) << message.key;
  }
}

void expect_words(const Phrasebook& phrasebook, const Trace& trace) {
  for (const auto& step : trace) {
    expect_words(phrasebook, step.what);
    expect_words(phrasebook, step.rule);
    EXPECT_EQ(phrasebook.say(step.value, Language::nl).find('['), std::string::npos) << step.id;
  }
}

TEST(DeliveredPack, HasWordsAndParametersForAllThatPollPartnersAndFactorsSay) {
  const auto read = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  ASSERT_TRUE(read.has_value());
  const MethodPack& pack = *read;
  std::set<std::string> parameters;
  for (const auto& p : pack.parameters) parameters.insert(p.id);
  std::set<std::string> sources = {""};
  for (const auto& source : pack.sources) sources.insert(source.key);
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Study study = rich_study(pack, seed);
    const Phrasebook phrasebook(pack, study);
    const auto poll = survey::poll(study, pack);
    const auto set = partners::judge_partner_set(study, pack, {}, poll);
    const auto judged = judge_factors(study, pack, poll, set);
    for (const auto* trace : {&poll.trace, &set.trace, &judged.trace}) {
      expect_words(phrasebook, *trace);
      for (const auto& step : *trace) {
        EXPECT_TRUE(sources.contains(step.source)) << step.source;
        for (const auto& parameter : step.parameters) EXPECT_TRUE(parameters.contains(parameter)) << parameter;
      }
    }
    if (poll.opinion_groups.groups == 0) expect_words(phrasebook, poll.opinion_groups.why_none);
    for (const auto& matrix : set.matrices) {
      expect_words(phrasebook, matrix.says);
      for (const auto& pair : matrix.pairs)
        for (const auto& missing : pair.missing) expect_words(phrasebook, missing);
    }
    for (const auto& overlap : set.overlaps) expect_words(phrasebook, overlap.what);
    for (const auto& host : set.hosts) expect_words(phrasebook, host.why);
    for (const auto& factor : judged.factors) {
      for (const auto& says : factor.answers_say) expect_words(phrasebook, says);
      for (const auto& says : factor.facts_say) expect_words(phrasebook, says);
    }
    EXPECT_GE(judged.code_of_conduct.size(), 6u);
    for (const auto& article : judged.code_of_conduct) expect_words(phrasebook, article.why);
  }
}

TEST(DeliveredPack, TracesEveryFigureOfTheFactorsThroughThePoll) {
  const auto read = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  ASSERT_TRUE(read.has_value());
  const Study study = rich_study(*read, 2);
  const auto poll = survey::poll(study, *read);
  const auto judged = judge_factors(study, *read, poll, partners::judge_partner_set(study, *read, {}, poll));
  std::set<std::string> ids;
  for (const auto& step : poll.trace) ids.insert(step.id);
  for (const auto& step : judged.trace) EXPECT_TRUE(ids.insert(step.id).second) << step.id;
  for (const auto& step : judged.trace)
    for (const auto& from : step.from) EXPECT_TRUE(ids.contains(from)) << step.id << " from " << from;
  for (const auto& factor : judged.factors) EXPECT_TRUE(ids.contains(factor.trace));
}

}  // namespace
}  // namespace koepel::factors
