// SPDX-License-Identifier: EUPL-1.2
// For tests: the real method pack, a small reference table, folders in memory, and random studies in normal form.
#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "content/pack_reader.h"
#include "exchange/study_folder.h"

namespace koepel::exchange::testing_studies {

inline const MethodPack& pack() {
  static const MethodPack read = [] {
    auto whole = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel").value();
    whole.quantities.push_back({.id = "test.share", .high = 1, .name = {"Proefdeel", "Test share"}, .unit = "share"});
    whole.quantities.push_back({.id = "test.hours", .high = 3, .name = {"Proefuren", "Test hours"}, .unit = "hours"});
    return whole;
  }();
  return read;
}

inline const Reference& reference() {
  static const Reference made = [] {
    Reference r;
    const auto add = [&](const char* id, const char* name, int inhabitants) {
      Municipality m;
      m.id = id, m.name = name, m.province = "Noord-Brabant", m.inhabitants = inhabitants;
      m.dwellings = inhabitants / 2, m.land_area_ha = 10111.5, m.urbanity = 4;
      r.municipalities.push_back(m);
    };
    add("GM0373", "Bergen (NH.)", 30000), add("GM0770", "Eersel", 20000), add("GM0796", "'s-Hertogenbosch", 160000);
    add("GM0893", "Bergen (L.)", 13000), add("GM1667", "Reusel-De Mierden", 14000), add("GM1724", "Bergeijk", 19000);
    add("GM1728", "Bladel", 21000);
    r.municipalities_source = "CBS 2025";
    return r;
  }();
  return made;
}

inline StudyReading read(const StudyFiles& files) { return read_study_files(files, pack(), reference()); }

/// A sound study of three partners, to which a test adds the file that it is about.
inline StudyFiles sound() {
  return {{"study.yaml", "kenmerk: proef\ntitel: Proef\ndatum: 2026-03-01\n"},
          {"partners.csv", "gemeente\nGM0770\nGM1724\nGM1728\n"},
          {"respondenten.csv", "respondent;partner;rol\nR1;GM0770;bestuurder\nR2;GM1724;ambtenaar\n"}};
}

inline StudyReading read_with(const std::string& name, const std::string& bytes) {
  auto files = sound();
  files[name] = bytes;
  return read(files);
}

/// "code file:line[column]" of each problem: what a test wants to see.
inline std::vector<std::string> codes(const StudyReading& reading) {
  std::vector<std::string> all;
  for (const auto& p : reading.problems)
    all.push_back(p.code + " " + p.where.file + ":" + std::to_string(p.where.line) +
                  (p.where.column.empty() ? "" : "[" + p.where.column + "]"));
  return all;
}

/// Takes away where records came from: what a study says does not depend on it.
inline Study without_origins(Study study) {
  const auto clear = [](auto& records) {
    for (auto& record : records) record.origin = {};
  };
  study.head.origin = {};
  clear(study.head.weights), clear(study.partners), clear(study.gross_list), clear(study.packages),
      clear(study.figures);
  clear(study.ratings), clear(study.arrangements), clear(study.third_parties), clear(study.respondents),
      clear(study.answers);
  clear(study.indicators), clear(study.tree_answers), clear(study.functions), clear(study.preferences),
      clear(study.decisions);
  clear(study.estimates), clear(study.driver_values), clear(study.cost_keys), clear(study.team_rules);
  clear(study.join_conditions), clear(study.projects), clear(study.project_efforts);
  return study;
}

/// Texts with everything that has broken a spreadsheet before; trimmed, as readers give them.
inline std::string any_text() {
  static const std::vector<std::string> pieces{"a", "Eersel", "0.1", "0.10", "007", "é",  "€", "ë",  "\"",   "\"\"",
                                               ";", ",",      "\t",  "\n",   "'",   "=1", "+", "-",  "@",    "#",
                                               ":", "{",      "}",   "[",    "]",   "%",  "&", "\\", "🏛", "  x"};
  std::string text;
  for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) text += piece;
  const auto first = text.find_first_not_of(" \t\n");
  return first == text.npos ? "" : text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

inline std::string some_text() { return "x" + any_text(); }

template <class Value>
std::optional<Value> maybe(const Value& value) {
  return *rc::gen::inRange(0, 3) == 0 ? std::nullopt : std::optional<Value>(value);
}

template <class Value>
const Value& one_of(const std::vector<Value>& all) {
  return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

inline std::string or_empty(const std::string& text) { return *rc::gen::inRange(0, 3) == 0 ? "" : text; }

inline double any_amount() { return *rc::gen::inRange(0, 1'000'000) / one_of<double>({1, 7, 10, 1000}); }

inline Text both_languages() { return {some_text(), some_text()}; }
/// As the reader gives it: a text in one language counts for both.
inline Text none_or_both() { return *rc::gen::inRange(0, 2) == 0 ? Text{} : both_languages(); }

inline std::string any_date() {
  return std::to_string(*rc::gen::inRange(2000, 2040)) + "-0" + std::to_string(*rc::gen::inRange(1, 10)) + "-" +
         std::to_string(*rc::gen::inRange(10, 29));
}

template <class Value>
std::vector<Value> some_of(const std::vector<Value>& all) {
  std::vector<Value> chosen;
  for (const auto& value : all)
    if (*rc::gen::inRange(0, 4) == 0) chosen.push_back(value);
  return chosen;
}

/// Builds random studies whose records refer to each other and have no two records of one key.
class RandomStudy {
 public:
  Study make() {
    head();
    for (const auto& id : some_of<std::string>({"GM0770", "GM1724", "GM1728", "GM1667", "GM0796"})) partner(id);
    if (study_.partners.empty()) partner("GM0373");
    for (const auto& task : pack().tasks) catalogue_tasks_.push_back(task.id);
    tasks(), packages(), figures(), ratings(), arrangements(), third_parties(), respondents();
    answers(), indicators(), tree_answers(), functions(), preferences(), decisions();
    estimates(), driver_values(), cost_keys(), team_rules(), join_conditions(), projects(), project_efforts();
    return fold(log_of(study_));
  }

 private:
  static int count() { return *rc::gen::inRange(0, 4); }

  void head() {
    auto& h = study_.head;
    h.id = some_text(), h.title = both_languages(), h.question = none_or_both(), h.occasion = none_or_both();
    h.date = any_date(), h.method = or_empty("koepel");
    h.seed = *rc::gen::arbitrary<std::uint64_t>(), h.draws = *rc::gen::inRange(1, 100000);
    h.invented = none_or_both(), h.facilitator = any_text(), h.council_elections = or_empty(any_date());
    for (const auto& motive : pack().motives) weight(motive.id);
  }

  void weight(const std::string& motive) {
    MotiveWeight w;
    w.motive = motive;
    w.exact = maybe(any_amount());
    w.rank = maybe(*rc::gen::inRange(1, 6));
    const double low = *rc::gen::inRange(0, 51) / 100.0;
    w.between = maybe(std::pair{low, low + 0.25});
    if (w.exact || w.rank || w.between) study_.head.weights.push_back(w);
  }

  void partner(const std::string& id) {
    Partner p;
    p.id = id, p.name = some_text(), p.province = some_text(), p.source = any_text();
    p.inhabitants = *rc::gen::inRange(0, 1'000'000), p.dwellings = *rc::gen::inRange(0, 1'000'000);
    p.land_area_ha = any_amount(), p.urbanity = *rc::gen::inRange(1, 6);
    study_.partners.push_back(p);
    partners_.push_back(id);
  }

  void tasks() {
    for (int i = count(); i > 0; --i) {
      GrossListEntry e{
          one_of(catalogue_tasks_), {any_text(), any_text()}, "", true, {any_text(), any_text()}, any_text(), {}};
      e.on_list = *rc::gen::arbitrary<bool>(), e.group = or_empty(one_of(pack().groups).id);
      study_.gross_list.push_back(e);
    }
    for (const auto& id : some_of<std::string>({"0.1", "0.10", "007", "Ü-taak"})) {
      study_.gross_list.push_back(
          {id, both_languages(), one_of(pack().groups).id, true, none_or_both(), any_text(), {}});
      own_tasks_.push_back(id);
    }
    tasks_ = own_tasks_;
    for (int i = 0; i < 3; ++i) tasks_.push_back(one_of(catalogue_tasks_));
    subjects_ = tasks_;
  }

  void packages() {
    for (const auto& id : some_of<std::string>({"basis", "Plus pakket", "1", "1.0"})) {
      study_.packages.push_back({id, none_or_both(), {one_of(tasks_)}, {}});
      subjects_.push_back(id);
    }
  }

  void figures() {
    for (int i = count(); i > 0; --i) {
      Figures f;
      f.partner = one_of(partners_), f.task = one_of(tasks_);
      f.fixed_cost = maybe(Money{*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000)});
      f.variable_cost = maybe(Money{*rc::gen::inRange<std::int64_t>(0, 1'000'000)});
      f.fte = maybe(any_amount()), f.volume = maybe(any_amount());
      f.unit = any_text(), f.year = maybe(*rc::gen::inRange(1990, 2050)), f.source = any_text();
      study_.figures.push_back(f);
    }
  }

  std::string any_role() { return or_empty(one_of(pack().roles).id); }

  void ratings() {
    static const std::vector<std::string> criteria{
        "urgency", "political_sensitivity", "strengths", "third_parties", "acceleration", "specialisation", "scale"};
    for (int i = count(); i > 0; --i) {
      Rating r{one_of(partners_), one_of(tasks_), any_role(), {}, any_text(), {}};
      for (const auto& criterion : some_of(criteria))
        r.scores.emplace_back(criterion, 1 + *rc::gen::inRange(0, 4001) / 1000.0);
      study_.ratings.push_back(r);
    }
  }

  void arrangements() {
    for (int i = count(); i > 0; --i) {
      Arrangement a;
      a.id = "A" + std::to_string(i), a.name = some_text(), a.form = or_empty(one_of(pack().tree.forms).id);
      a.tasks = some_of(own_tasks_),
      a.members = some_of<std::string>({"GM0770", "GM0893", "Provincie; dienst A", "Waterschap, Zuid"});
      a.host = or_empty("GM0796"), a.since = maybe(*rc::gen::inRange(1900, 2000)), a.until = or_empty(any_date());
      a.cost_per_year = maybe(Money{*rc::gen::inRange<std::int64_t>(0, 1'000'000'000)});
      a.notice_months = maybe(*rc::gen::inRange(0, 36)), a.exit_terms = any_text(), a.source = any_text();
      study_.arrangements.push_back(a);
    }
  }

  void third_parties() {
    for (int i = count(); i > 0; --i)
      study_.third_parties.push_back({some_text(),
                                      some_text(),
                                      any_text(),
                                      some_of(own_tasks_),
                                      some_of(partners_),
                                      maybe(any_amount()),
                                      maybe(any_amount()),
                                      maybe(any_amount()),
                                      any_text(),
                                      {}});
  }

  void respondents() {
    for (int i = count(); i > 0; --i)
      study_.respondents.push_back({"R0" + std::to_string(i), one_of(partners_), one_of(pack().roles).id, {}});
  }

  void answers() {
    for (const auto& respondent : study_.respondents) {
      AnswerSheet sheet{respondent.id, {}, {}};
      for (const auto& item : some_of(pack().items)) sheet.answers.emplace_back(item.id, *rc::gen::inRange(1, 6));
      study_.answers.push_back(sheet);
    }
  }

  void indicators() {
    for (const auto& indicator : some_of(pack().approach.indicators)) {
      IndicatorValue v{indicator.id, "", any_text(), any_text(), {}};
      v.value = indicator.kind == "words" ? one_of(indicator.words).first : one_of<std::string>({"1", "1.125", "1.5"});
      if (indicator.kind != "words" && indicator.high < 1.5) v.value = one_of<std::string>({"0", "0.125", "1"});
      study_.indicators.push_back(v);
    }
  }

  void tree_answers() {
    for (int i = count(); i > 0; --i) {
      TreeAnswers walk;
      walk.subject = one_of(subjects_), walk.partner = or_empty(one_of(partners_));
      if (!study_.respondents.empty() && *rc::gen::arbitrary<bool>()) {
        const auto& respondent = one_of(study_.respondents);
        walk.respondent = respondent.id, walk.partner = respondent.partner;
      }
      for (const auto& criterion : pack().tree.criteria)
        for (const auto& question : some_of(criterion.questions))
          walk.answers.emplace_back(question.id, chosen(question));
      study_.tree_answers.push_back(walk);
    }
  }

  static std::vector<std::string> chosen(const Question& question) {
    std::vector<std::string> ids;
    for (const auto& answer : some_of(question.answers)) ids.push_back(answer.id);
    if (ids.empty() || !question.multi) ids = {one_of(question.answers).id};
    return ids;
  }

  void functions() {
    for (int i = count(); i > 0; --i)
      study_.functions.push_back({one_of(subjects_),
                                  one_of(pack().motives).id,
                                  *rc::gen::inRange(1, 6),
                                  or_empty(one_of(partners_)),
                                  any_role(),
                                  any_text(),
                                  {}});
  }

  void preferences() {
    for (int i = count(); i > 0; --i)
      study_.preferences.push_back({or_empty(one_of(subjects_)),
                                    one_of(pack().tree.forms).id,
                                    or_empty(one_of(partners_)),
                                    any_role(),
                                    any_text(),
                                    {}});
  }

  void decisions() {
    static const std::vector<std::string> bodies{"college", "council", "works_council", "steering_group"};
    for (int i = count(); i > 0; --i)
      study_.decisions.push_back(
          {or_empty(any_date()), one_of(bodies), or_empty(one_of(partners_)), any_text(), some_text(), {}});
  }

  static double any_share() { return *rc::gen::inRange(1, 1001) / 1000.0; }

  void estimates() {
    for (int i = count(); i > 0; --i) {
      Estimate e;
      e.quantity = one_of<std::string>({"test.share", "test.hours"});
      e.task = or_empty(one_of(tasks_)), e.partner = or_empty(one_of(partners_)), e.source = any_text();
      e.value = e.quantity == "test.share" ? any_share() : any_amount();
      if (*rc::gen::arbitrary<bool>()) e.low = e.value / 2, e.high = e.value;
      study_.estimates.push_back(e);
    }
  }

  void driver_values() {
    for (int i = count(); i > 0; --i) {
      const auto driver = one_of<std::string>({"inhabitants", "own_cost", "Werkplekken", "0.10", "[x];y"});
      study_.driver_values.push_back({driver,
                                      one_of(partners_),
                                      or_empty(one_of(subjects_)),
                                      any_amount(),
                                      maybe(*rc::gen::inRange(1990, 2050)),
                                      any_text(),
                                      {}});
      drivers_.push_back(driver);
    }
  }

  /// Keys of one driver, or of two that share half and half on the same terms.
  void cost_keys() {
    for (const auto& id : some_of<std::string>({"K1", "0.1", "sleutel twee", "K;3"})) {
      CostKeyPart part{id, none_or_both(), or_empty(one_of(subjects_)), one_of(drivers_), 1, {}, {}, {}, {}};
      part.cap = maybe(any_share()), part.floor = maybe(any_share()), part.grow_in_years = maybe(4);
      if (*rc::gen::arbitrary<bool>() && part.driver != "dwellings") {
        part.share = 0.5;
        study_.cost_keys.push_back(part);
        part.driver = "dwellings";
      }
      study_.cost_keys.push_back(part);
      keys_.push_back(id);
    }
  }

  void team_rules() {
    for (int i = count(); i > 0; --i) {
      TeamRule rule{or_empty(one_of(subjects_)),
                    one_of<std::string>({"min_size", "neighbours_only", "host"}),
                    {},
                    {},
                    any_text(),
                    {}};
      if (partners_.size() >= 2 && *rc::gen::arbitrary<bool>()) rule.kind = one_of<std::string>({"together", "apart"});
      if (rule.kind == "min_size") rule.value = *rc::gen::inRange(1, 9);
      if (rule.kind == "host") rule.partners = {one_of(partners_)};
      if (rule.kind == "together" || rule.kind == "apart") rule.partners = {partners_[0], partners_[1]};
      study_.team_rules.push_back(rule);
    }
  }

  void join_conditions() {
    for (int i = count(); i > 0; --i) {
      JoinCondition c{one_of(partners_), or_empty(one_of(subjects_)), "", {}, some_text(), {}};
      c.kind = one_of<std::string>({"max_unit_cost", "min_saving", "max_payback", "min_position", "statement"});
      if (c.kind != "statement") c.value = c.kind == "min_position" ? 100 * any_share() : any_share();
      study_.join_conditions.push_back(c);
    }
  }

  void projects() {
    for (const auto& id : some_of<std::string>({"omgevingswet", "P 2", "0.10"})) {
      Project p{id, none_or_both(), some_of(own_tasks_), any_share(), {}, or_empty(one_of(keys_)), {}, any_text(), {}};
      p.hourly_rate = maybe(Money{*rc::gen::inRange<std::int64_t>(1, 20'000)});
      p.deadline_months = maybe(*rc::gen::inRange(1, 60));
      study_.projects.push_back(p);
    }
  }

  void project_efforts() {
    for (const auto& project : study_.projects)
      study_.project_efforts.push_back({project.id, one_of(partners_), any_amount(), any_amount(), any_text(), {}});
  }

  Study study_;
  std::vector<std::string> drivers_{"inhabitants", "fte"}, keys_{"inhabitants", "volume"};
  std::vector<std::string> partners_, catalogue_tasks_, own_tasks_, tasks_, subjects_;
};

}  // namespace koepel::exchange::testing_studies
