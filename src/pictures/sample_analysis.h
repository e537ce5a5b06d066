// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Test data: five municipalities with some twenty tasks, built by hand around the real method pack. Nothing is computed
// here but the walk through the tree; figures are invented, names of tasks are as long as they come.

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "content/pack_reader.h"
#include "pictures/picture.h"
#include "pictures/sample_gains.h"
#include "tree/tree.h"

namespace koepel::pictures::sample {

inline const MethodPack& pack() {
  static const MethodPack read = [] {
    auto result = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
    if (!result) throw std::runtime_error("the delivered method pack cannot be read");
    return *result;
  }();
  return read;
}

inline std::vector<Partner> partners() {
  const auto partner = [](const char* id, const char* name, int people, double land) {
    Partner p;
    p.id = id;
    p.name = name;
    p.inhabitants = people;
    p.land_area_ha = land;
    return p;
  };
  return {partner("GM1724", "Bergeijk", 19260, 10105), partner("GM1728", "Bladel", 21009, 7533),
          partner("GM0770", "Eersel", 20389, 8246), partner("GM0823", "Oirschot & omstreken <test>", 19546, 10178),
          partner("GM1667", "Reusel-De Mierden", 13653, 7777)};
}

/// The five and their real neighbours, centres as published by CBS and Kadaster.
inline Reference reference() {
  Reference r;
  r.municipalities_source = "CBS, CC BY 4.0";
  r.municipalities = {{"GM0753", "Best", "Noord-Brabant", 31652, 0, 13511, 3389, 3, 5.3966, 51.5141, {}, {}},
                      {"GM0757", "Boxtel", "Noord-Brabant", 34237, 0, 15202, 6896, 3, 5.3241, 51.5812, {}, {}},
                      {"GM0770",
                       "Eersel",
                       "Noord-Brabant",
                       20389,
                       0,
                       9151,
                       8246,
                       4,
                       5.3146,
                       51.3965,
                       {},
                       {{"GM0772", 3.7}, {"GM0823", 13.5}, {"GM0861", 12.9}, {"GM1724", 13.5}, {"GM1728", 18.4}}},
                      {"GM0772", "Eindhoven", "Noord-Brabant", 249054, 0, 122848, 8791, 1, 5.4585, 51.4501, {}, {}},
                      {"GM0798", "Hilvarenbeek", "Noord-Brabant", 16147, 0, 7793, 9482, 4, 5.1455, 51.4795, {}, {}},
                      {"GM0823",
                       "Oirschot",
                       "Noord-Brabant",
                       19546,
                       0,
                       8560,
                       10178,
                       4,
                       5.2898,
                       51.4926,
                       {},
                       {{"GM0753", 9.5},
                        {"GM0757", 6.4},
                        {"GM0770", 13.5},
                        {"GM0772", 3.6},
                        {"GM0798", 14.4},
                        {"GM0824", 7.7},
                        {"GM1728", 4.4}}},
                      {"GM0824", "Oisterwijk", "Noord-Brabant", 33120, 0, 15225, 8011, 4, 5.2045, 51.5624, {}, {}},
                      {"GM0858", "Valkenswaard", "Noord-Brabant", 31958, 0, 15318, 5498, 2, 5.4492, 51.3238, {}, {}},
                      {"GM0861", "Veldhoven", "Noord-Brabant", 47604, 0, 21017, 3169, 2, 5.3832, 51.4119, {}, {}},
                      {"GM0866", "Waalre", "Noord-Brabant", 17894, 0, 8115, 2240, 4, 5.4649, 51.3873, {}, {}},
                      {"GM1667",
                       "Reusel-De Mierden",
                       "Noord-Brabant",
                       13653,
                       0,
                       6073,
                       7777,
                       4,
                       5.1478,
                       51.3783,
                       {},
                       {{"GM0798", 6.8}, {"GM1728", 14.6}}},
                      {"GM1724",
                       "Bergeijk",
                       "Noord-Brabant",
                       19260,
                       0,
                       9229,
                       10105,
                       4,
                       5.34,
                       51.3101,
                       {},
                       {{"GM0770", 13.5}, {"GM0858", 17.8}, {"GM0861", 2.9}, {"GM0866", 1.1}, {"GM1728", 2.5}}},
                      {"GM1728",
                       "Bladel",
                       "Noord-Brabant",
                       21009,
                       0,
                       9949,
                       7533,
                       4,
                       5.2388,
                       51.3723,
                       {},
                       {{"GM0770", 18.4}, {"GM0823", 4.4}, {"GM1667", 14.6}, {"GM1724", 2.5}}}};
  return r;
}

/// Boundaries as diamonds around the centres: shape enough for a test, invented as they are.
inline Reference with_boundaries() {
  Reference r = reference();
  r.boundaries_source = "test";
  for (const auto& m : r.municipalities)
    r.boundaries[m.id] = {{{m.lon - 0.08, m.lat},
                           {m.lon, m.lat + 0.05},
                           {m.lon + 0.08, m.lat},
                           {m.lon, m.lat - 0.05},
                           {m.lon - 0.08, m.lat}}};
  return r;
}

/// `count` tasks of the catalogue, spread over the four groups and the whole map.
inline priorities::Priorities gross_list(std::size_t count) {
  using priorities::Package;
  priorities::Priorities out;
  out.draws = 10000;
  const auto& catalogue = pack().tasks;
  const std::size_t step = std::max<std::size_t>(1, catalogue.size() / count);
  for (std::size_t i = 0; i < catalogue.size() && out.tasks.size() < count; i += step) {
    const std::size_t n = out.tasks.size();
    priorities::TaskPriority task;
    task.task = catalogue[i].id;
    task.group = catalogue[i].group;
    task.value = 0.30 + 0.45 * static_cast<double>((n * 7) % 20) / 20;
    task.feasibility = 0.25 + 0.60 * static_cast<double>((n * 11) % 23) / 23;
    task.value_band = {task.value - 0.05, task.value, task.value + 0.04};
    const bool good = task.value >= 0.55, easy = task.feasibility >= 0.55;
    task.package = n % 9 == 8          ? Package::arranged
                   : good && easy      ? Package::base
                   : good              ? Package::plus
                   : task.value < 0.35 ? Package::unsuitable
                                       : Package::not_now;
    task.membership = {0.02, 0.03, 0.05, 0, 0};
    task.membership[static_cast<std::size_t>(task.package)] += 0.9;
    if (n % 4 == 1) task.membership = {0.48, 0.40, 0.12, 0, 0};
    task.rank = 1 + (1 - task.value) * 20;
    out.tasks.push_back(std::move(task));
  }
  return out;
}

inline survey::SurveyResult poll() {
  using survey::Shown;
  survey::SurveyResult out;
  out.respondents = 62;
  int seed = 3;
  for (const Construct& construct : pack().constructs) {
    survey::ConstructResult result;
    result.construct = construct.id;
    const auto add = [&](const std::string& partner, const std::string& role) {
      seed = (seed * 37 + 11) % 101;
      survey::CutResult cut;
      cut.cut = {partner, role};
      const bool small = partner == "GM1667" && role == "administrator",
                 none = partner == "GM0770" && role == "official";
      cut.shown = none ? Shown::no_answers : small ? Shown::too_few : Shown::shown;
      if (cut.shown == Shown::shown) {
        survey::Numbers numbers;
        numbers.n = 8;
        numbers.mean = 1.6 + 3.2 * seed / 101.0;
        cut.numbers = numbers;
      }
      result.cuts.push_back(cut);
    };
    add("", "");
    add("", "administrator");
    add("", "official");
    for (const auto& partner : partners())
      for (const char* role : {"", "administrator", "official"}) add(partner.id, role);
    out.constructs.push_back(std::move(result));
  }
  return out;
}

inline partners::PartnerSet partner_set() {
  partners::PartnerSet set;
  const auto members = partners();
  double value = 0.35;
  for (const char* criterion : {"dependence", "conflict", "kinship"}) {
    partners::PairMatrix matrix;
    matrix.criterion = criterion;
    matrix.overall = 0.5;
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        value = value * 1.7 + 0.13;
        value -= static_cast<int>(value);
        partners::Pair pair;
        pair.a = members[i].id;
        pair.b = members[j].id;
        if (i + j != 4) pair.value = value;
        matrix.pairs.push_back(std::move(pair));
      }
    set.matrices.push_back(std::move(matrix));
  }
  const auto map = [&](const char* id, const char* name, std::vector<std::string> ids, std::vector<std::string> others,
                       const char* host) {
    partners::MappedArrangement a;
    a.id = id;
    a.name = name;
    a.partners = std::move(ids);
    a.others = std::move(others);
    a.host = host;
    a.form = "bvo";
    a.exactly_these = a.partners.size() == 5 && a.others.empty();
    a.expires_soon = a.id == "A3";
    set.map.push_back(std::move(a));
  };
  map("A1", "Samenwerking Kempengemeenten", {"GM1724", "GM1728", "GM0770", "GM0823", "GM1667"}, {}, "");
  map("A2", "Gemeenschappelijke regeling Werkvoorzieningschap regio Eindhoven & De Kempen",
      {"GM1724", "GM1728", "GM0770", "GM1667"}, {"Veldhoven"}, "");
  map("A3", "Belastingsamenwerking", {"GM1724", "GM1728"}, {}, "GM1728");
  map("A4", "Omgevingsdienst Zuidoost-Brabant", {"GM1724", "GM1728", "GM0770", "GM0823", "GM1667"},
      {"Eindhoven", "Best"}, "");
  map("A5", "GGD Brabant-Zuidoost", {"GM1724", "GM1728", "GM0770", "GM0823", "GM1667"}, {"Eindhoven"}, "");
  map("A6", "Gedeelde bomenbeheerder", {"GM0770", "GM0823"}, {}, "GM0823");
  map("A7", "Milieustraat Bladel-Reusel", {"GM1728", "GM1667"}, {}, "GM1728");
  map("A8", "ICT-dienstencentrum Kempen", {"GM1724", "GM0770", "GM0823"}, {}, "GM0770");
  map("A9", "Inkoopsamenwerking Bizob", {"GM1724", "GM1728", "GM0823", "GM1667"}, {"Boxtel"}, "");
  return set;
}

/// Answers like the pack's worked example with this index.
inline tree::Answers example_answers(std::size_t index) {
  const auto& example = pack().tree.examples[index % pack().tree.examples.size()];
  return {example.answers.begin(), example.answers.end()};
}

inline forms::Forms derived(const std::vector<std::string>& subjects) {
  forms::Forms out;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    forms::SubjectAdvice advice;
    advice.subject = subjects[i];
    advice.tasks = {subjects[i]};
    advice.today = 4 + static_cast<double>((i * 17) % 40);
    for (const auto& partner : partners())
      advice.today_per_partner.emplace_back(partner.id, *advice.today + (partner.id == "GM0770"   ? 8
                                                                         : partner.id == "GM1724" ? -3
                                                                                                  : 0));
    advice.function_recorded = i % 6 != 5;
    advice.asked = i % 7 != 6;
    if (advice.asked) {
      advice.agreed = example_answers(i * 5);
      advice.outcome = tree::walk(pack().tree, advice.agreed);
      const double p = advice.outcome.position;
      advice.bands.push_back({"",
                              12,
                              {std::max(0.0, p - 4 - static_cast<double>(i % 4) * 3), p,
                               std::min(100.0, p + 5 + static_cast<double>(i % 3) * 4)}});
      if (advice.function_recorded && !advice.outcome.ranking.empty())
        advice.form = advice.outcome.ranking.front().form;
    }
    out.subjects.push_back(std::move(advice));
  }
  return out;
}

/// One study with all parts filled.
inline Analysis analysis(std::size_t tasks = 22, std::size_t subjects = 8) {
  Analysis a;
  a.partners = partners();
  a.survey = poll();
  a.partner_set = partner_set();
  a.priorities = gross_list(tasks);
  std::vector<std::string> chosen;
  for (std::size_t i = 0; i < subjects && i < a.priorities.tasks.size(); ++i)
    chosen.push_back(a.priorities.tasks[i * a.priorities.tasks.size() / subjects].task);
  a.forms = derived(chosen);
  add_gains(a, pack());
  return a;
}

/// Keeps alive what a Canvas refers to.
struct Scene {
  Analysis result;
  Reference facts = reference();
  Phrasebook phrases;
  Language language = Language::nl;

  explicit Scene(Analysis a = analysis(), Language l = Language::nl)
      : result(std::move(a)), phrases(pack(), study(result)), language(l) {}
  [[nodiscard]] Canvas canvas() const { return {result, pack(), facts, phrases, language}; }

  static Study study(const Analysis& a) {
    Study s;
    s.partners = a.partners;
    return s;
  }
};

}  // namespace koepel::pictures::sample
