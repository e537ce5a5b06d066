// SPDX-License-Identifier: EUPL-1.2
#include "model/event.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

namespace koepel {
namespace {

Partner partner(const std::string& id, const std::string& name) {
  Partner p;
  p.id = id;
  p.name = name;
  return p;
}

Figures figures(const std::string& task, std::optional<int> year, double fte) {
  Figures f;
  f.partner = "GM1";
  f.task = task;
  f.year = year;
  f.fte = fte;
  return f;
}

/// A small code from a small alphabet, so that equal keys do occur.
std::string code() { return std::string(1, *rc::gen::inRange('a', 'e')); }

Happening random_record() {
  switch (*rc::gen::inRange(0, 14)) {
    case 0:
      return partner(code(), code());
    case 1:
      return figures(code(), *rc::gen::inRange(2020, 2023), *rc::gen::inRange(0, 9));
    case 2:
      return Rating{code(), code(), code(), {{"urgency", 1.0 * *rc::gen::inRange(1, 6)}}, "", {}};
    case 3:
      return AnswerSheet{code(), {{code(), *rc::gen::inRange(1, 6)}}, {}};
    case 4:
      return TreeAnswers{code(), code(), code(), {{code(), {code()}}}, {}};
    case 5:
      return FunctionWish{code(), code(), *rc::gen::inRange(1, 6), code(), code(), code(), {}};
    case 6:
      return Estimate{code(), code(), code(), 0.5, 0.25, std::nullopt, code(), {}};
    case 7:
      return DriverValue{code(), code(), code(), 1.0 * *rc::gen::inRange(0, 9), *rc::gen::inRange(2020, 2023),
                         code(), {}};
    case 8:
      return CostKeyPart{code(), {}, code(), code(), 0.5, 0.1, std::nullopt, *rc::gen::inRange(0, 5), {}};
    case 9:
      return TeamRule{code(), code(), {code(), code()}, *rc::gen::inRange(1, 5), code(), {}};
    case 10:
      return JoinCondition{code(), code(), *rc::gen::inRange(0, 2) == 0 ? "statement" : code(), 0.1, code(), {}};
    case 11:
      return Project{code(), {}, {code()}, 0.5, Money{9000}, code(), *rc::gen::inRange(1, 24), code(), {}};
    case 12:
      return ProjectEffort{code(), code(), 1.0 * *rc::gen::inRange(0, 9), 2, code(), {}};
    default:
      return Decision{"2026-01-0" + std::to_string(*rc::gen::inRange(1, 9)), code(), code(), code(), code(), {}};
  }
}

std::vector<Event> random_log() {
  std::vector<Event> log;
  const int length = *rc::gen::inRange(0, 60);
  for (int i = 0; i < length; ++i) log.push_back({i + 1, "2026-01-01", "facilitator", random_record()});
  return log;
}

TEST(Event, FoldOfLogIsTheStudy) {
  EXPECT_TRUE(rc::check("fold(log_of(s)) == s for a study without equal keys", [] {
    const auto study = fold(random_log());
    RC_ASSERT(fold(log_of(study)) == study);
  }));
}

TEST(Event, FoldingFirstAndThenMoreIsFoldingAll) {
  EXPECT_TRUE(rc::check("a fold can be resumed from its own log", [] {
    const auto first = random_log();
    const auto more = random_log();
    auto all = first;
    all.insert(all.end(), more.begin(), more.end());
    auto resumed = log_of(fold(first));
    resumed.insert(resumed.end(), more.begin(), more.end());
    RC_ASSERT(fold(all) == fold(resumed));
  }));
}

TEST(Event, NoKeyOccursTwiceAfterTheFold) {
  EXPECT_TRUE(rc::check("keys are unique", [] {
    std::set<std::string> seen;
    for (const auto& event : log_of(fold(random_log()))) {
      const auto key = key_of(event.what);
      if (!key.empty()) RC_ASSERT(seen.insert(key).second);
    }
  }));
}

TEST(Event, LaterRecordTakesTheEarlierOnesPlace) {
  const std::vector<Event> log{
      {1, "", "", partner("a", "old")}, {2, "", "", partner("b", "other")}, {3, "", "", partner("a", "new")}};
  const auto study = fold(log);
  ASSERT_EQ(study.partners.size(), 2u);
  EXPECT_EQ(study.partners[0].name, "new");
  EXPECT_EQ(study.partners[1].name, "other");
}

TEST(Event, YearBelongsToTheKeyOfFigures) {
  const auto study = fold(std::vector<Event>{{1, "", "", figures("U01", 2024, 1)},
                                             {2, "", "", figures("U01", 2025, 2)},
                                             {3, "", "", figures("U01", std::nullopt, 3)},
                                             {4, "", "", figures("U01", 2024, 4)}});
  ASSERT_EQ(study.figures.size(), 3u);
  EXPECT_EQ(study.figures[0].fte, 4);
}

TEST(Event, DecisionsNeverReplaceEachOther) {
  const Decision decision{"2026-05-01", "council", "GM1", "", "akkoord", {}};
  EXPECT_EQ(fold(std::vector<Event>{{1, "", "", decision}, {2, "", "", decision}}).decisions.size(), 2u);
}

TEST(Event, PartsOfAKeyAndRulesForOtherPartnersStandBesideEachOther) {
  const auto study = fold(std::vector<Event>{{1, "", "", CostKeyPart{"K", {}, "", "fte", 0.5, {}, {}, {}, {}}},
                                             {2, "", "", CostKeyPart{"K", {}, "", "volume", 0.5, {}, {}, {}, {}}},
                                             {3, "", "", TeamRule{"U01", "apart", {"GM1", "GM2"}, {}, "", {}}},
                                             {4, "", "", TeamRule{"U01", "apart", {"GM1", "GM3"}, {}, "", {}}},
                                             {5, "", "", CostKeyPart{"K", {}, "", "fte", 0.4, {}, {}, {}, {}}}});
  ASSERT_EQ(study.cost_keys.size(), 2u);
  EXPECT_EQ(study.cost_keys[0].share, 0.4);
  EXPECT_EQ(study.team_rules.size(), 2u);
}

TEST(Event, SeveralStatementsButOneConditionOfAKind) {
  const auto study = fold(std::vector<Event>{{1, "", "", JoinCondition{"GM1", "", "statement", {}, "eigen loket", {}}},
                                             {2, "", "", JoinCondition{"GM1", "", "statement", {}, "op tijd", {}}},
                                             {3, "", "", JoinCondition{"GM1", "", "min_saving", 0.1, "", {}}},
                                             {4, "", "", JoinCondition{"GM1", "", "min_saving", 0.2, "nu meer", {}}}});
  ASSERT_EQ(study.join_conditions.size(), 3u);
  EXPECT_EQ(study.join_conditions[2].value, 0.2);
}

TEST(Event, KeysOfDifferentPartsDoNotRunTogether) {
  EXPECT_NE(key_of(Rating{"ab", "c", "", {}, "", {}}), key_of(Rating{"a", "bc", "", {}, "", {}}));
  EXPECT_NE(key_of(partner("a", "")), key_of(Respondent{"a", "", "", {}}));
}

TEST(Event, LogNumbersDatesAndActors) {
  Study study;
  study.head.date = "2026-03-01";
  study.partners = {partner("GM1", "Een")};
  study.answers = {{"R1", {{"M11", 4}}, {}}};
  study.functions = {{"U01", "scale", 4, "", "administrator", "", {}}};
  study.decisions = {{"2026-06-30", "council", "", "", "akkoord", {}}};
  const auto log = log_of(study);
  ASSERT_EQ(log.size(), 5u);
  for (std::size_t i = 0; i < log.size(); ++i) EXPECT_EQ(log[i].number, static_cast<int>(i) + 1);
  EXPECT_EQ(log[0].actor, "facilitator");
  EXPECT_EQ(log[2].actor, "R1");
  EXPECT_EQ(log[3].actor, "administrator");
  EXPECT_EQ(log[3].date, "2026-03-01");
  EXPECT_EQ(log[4].actor, "council");
  EXPECT_EQ(log[4].date, "2026-06-30");
  EXPECT_EQ(event_name(log[0].what), "study-opened");
  EXPECT_EQ(event_name(log[4].what), "decision-taken");
}

}  // namespace
}  // namespace koepel
