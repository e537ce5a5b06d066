// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "content/pack_reader.h"
#include "forms/pack_steps.h"
#include "report/report.h"

// A made-up study of five municipalities with its analysis, realistic in size and words, for the tests of the
// documents. The analysis is written by hand (only the tree is walked), so that these tests stand apart from the
// engine.

namespace koepel::report::sample {

struct Sample {
  MethodPack pack;
  Study study;
  Reference reference;
  Analysis analysis;

  [[nodiscard]] Input input(Language language = Language::nl) const {
    return {analysis, study, pack, reference, language};
  }
};

inline const std::vector<std::string> partner_ids{"GM1724", "GM1728", "GM0770", "GM1706", "GM0823"};
inline const std::vector<std::string> partner_names{"Bergeijk", "Bladel", "Eersel", "Cranendonck", "Oirschot"};

inline StudyHead head() {
  StudyHead head;
  head.id = "voorbeeld";
  head.title = {"Samen sterk in de Kempen", "Stronger together in the Kempen"};
  head.question = {"Welke taken pakken vijf gemeenten samen op, en in welke vorm?",
                   "Which tasks do five municipalities take up together, and in which form?"};
  head.occasion = {"Twee regelingen lopen af en vacatures voor specialisten blijven open.",
                   "Two arrangements end and vacancies for specialists stay open."};
  head.date = "2026-11-23";
  head.draws = 10000;
  head.invented = {"De gemeenten bestaan; de antwoorden en oordelen zijn verzonnen.",
                   "The municipalities exist; the answers and judgements are invented."};
  head.facilitator = "Bureau Voorbeeld";
  head.council_elections = "2030-03-20";
  return head;
}

inline void add_partners(Sample& s) {
  const std::vector<int> inhabitants{19100, 21000, 20400, 20900, 19400};
  for (std::size_t i = 0; i < partner_ids.size(); ++i) {
    Partner partner;
    partner.id = partner_ids[i];
    partner.name = partner_names[i];
    partner.inhabitants = inhabitants[i];
    s.study.partners.push_back(partner);
    s.analysis.partner_set.per_partner.emplace_back(partner.id, 9 + static_cast<int>(i));
  }
  s.analysis.partners = s.study.partners;
}

inline void add_arrangements(Sample& s) {
  Arrangement gr;
  gr.id = "gr-kempen";
  gr.name = "GR Kempengemeenten";
  gr.form = "public_body_mandate";
  gr.tasks = {"U02", "V03"};
  gr.members = {"GM1724", "GM1728", "GM0770", "Reusel-De Mierden"};
  gr.cost_per_year = Money{412'350'000};
  gr.source = "begroting 2026";
  s.study.arrangements.push_back(gr);
  partners::MappedArrangement one{
      gr.id, gr.name, gr.form,   gr.tasks, {"GM1724", "GM1728", "GM0770"}, {"Reusel-De Mierden"}, "", "", false,
      false, false,   gr.source, {}};
  s.analysis.partner_set.map.push_back(one);
  partners::MappedArrangement two{"dvo-boa",
                                  "DVO toezicht buitengebied",
                                  "dvo",
                                  {"U07"},
                                  {"GM1706", "GM0823"},
                                  {},
                                  "GM0823",
                                  "2027-06-30",
                                  true,
                                  false,
                                  false,
                                  "studie",
                                  {}};
  s.analysis.partner_set.map.push_back(two);
  s.analysis.partner_set.congruence = 0;
}

inline priorities::MotiveScore motive(const std::string& id, double value, Basis basis, const Message& because) {
  return {id, value, basis, because};
}

inline Message judged(double score) {
  return {"priorities.judged.together", {number("n", 5), number("all", 5), number("score", score, 1)}};
}

inline std::vector<priorities::MotiveScore> motives(int i) {
  const auto v = [&](int k) { return 0.25 + 0.06 * ((i * 7 + k * 5) % 11); };
  const Message scarce{
      "priorities.specialisation.together",
      {number("needed", 1, 1), terms("partners", "partner", {"GM1724", "GM1728", "GM1706"}), number("total", 1.9, 1)}};
  std::vector<priorities::MotiveScore> out{motive("strengths", v(0), Basis::judged, judged(1 + 4 * v(0))),
                                           motive("third_parties", v(1), Basis::judged, judged(1 + 4 * v(1))),
                                           motive("acceleration", v(2), Basis::preset, judged(1 + 4 * v(2))),
                                           i % 4 == 1
                                               ? motive("specialisation", 0.9, Basis::measured, scarce)
                                               : motive("specialisation", v(3), Basis::judged, judged(1 + 4 * v(3))),
                                           motive("scale", v(4), Basis::preset, judged(1 + 4 * v(4)))};
  return out;
}

inline void explain(priorities::TaskPriority& task) {
  const auto best = std::max_element(task.motives.begin(), task.motives.end(),
                                     [](const auto& a, const auto& b) { return a.value < b.value; });
  const Message most{"priorities.why.motive",
                     {term("motive", "motive", best->motive), number("score", best->value, 2),
                      term("basis", "text", "priorities.name.judged"), nested("because", best->because)}};
  const char* key = task.package == priorities::Package::base         ? "priorities.why.base"
                    : task.package == priorities::Package::unsuitable ? "priorities.why.too_little_value"
                                                                      : "priorities.why.plus";
  task.why = {
      {key, {number("value", task.value, 2), number("feasibility", task.feasibility, 2), number("needed", 0.5, 2)}},
      most};
  if (task.package != priorities::Package::base)
    task.why_not = {
        {"priorities.why_not.value", {number("needed", 0.55, 2), terms("partners", "partner", {"GM1706", "GM0823"})}}};
}

inline void add_tasks(Sample& s) {
  const std::vector<std::string> ids{"V05", "U01", "V06", "U07", "V03", "U02", "V01", "D08", "O05", "U04",
                                     "V08", "D02", "O08", "D01", "O06", "V07", "U09", "D06", "O01", "D09"};
  for (std::size_t i = 0; i < ids.size(); ++i) {
    priorities::TaskPriority task;
    task.task = ids[i];
    task.group = find_task(s.pack, ids[i])->group;
    task.motives = motives(static_cast<int>(i));
    task.value = 0.78 - 0.03 * static_cast<double>(i);
    task.value_band = {task.value - 0.07, task.value, task.value + 0.06};
    task.feasibility = 0.81 - 0.021 * static_cast<double>(i * 3 % 20);
    task.rank = 1 + static_cast<double>(i);
    const int level = i < 4 ? 0 : i < 10 ? 1 : i < 16 ? 2 : i < 19 ? 3 : 4;
    task.package = static_cast<priorities::Package>(level);
    task.membership[static_cast<std::size_t>(level)] = 0.93 - 0.02 * static_cast<double>(i);
    task.membership[static_cast<std::size_t>((level + 1) % 5)] = 0.07 + 0.02 * static_cast<double>(i);
    for (std::size_t p = 0; p < partner_ids.size(); ++p)
      task.partners.push_back({partner_ids[p], motives(static_cast<int>(i + p)),
                               task.value + 0.02 * (static_cast<double>(p) - 2), task.feasibility});
    if (i == 6) task.flip = priorities::Flip{"scale", 0.41, 0.62, priorities::Package::base};
    explain(task);
    s.analysis.priorities.tasks.push_back(task);
  }
  s.analysis.priorities.draws = 10000;
}

inline forms::SubjectAdvice subject(const Sample& s, const std::string& task, const std::string& example) {
  forms::SubjectAdvice out;
  out.subject = task;
  out.tasks = {task};
  const auto found = std::find_if(s.pack.tree.examples.begin(), s.pack.tree.examples.end(),
                                  [&](const auto& one) { return one.id == example; });
  for (const auto& [question, answers] : found->answers) out.agreed[question] = answers;
  out.outcome = tree::walk(s.pack.tree, out.agreed);
  out.asked = out.function_recorded = true;
  out.functions = {"specialisation", "scale"};
  out.form = out.outcome.ranking.front().form;
  out.today = 8;
  out.shares = {{out.form, 0.71}, {out.outcome.ranking[1].form, 0.29}};
  out.bands.push_back({"", 18, {out.outcome.position - 7, out.outcome.position, out.outcome.position + 6}});
  for (const auto& id : partner_ids)
    out.bands.push_back({id, 3, {out.outcome.position - 9, out.outcome.position - 2, out.outcome.position + 4}});
  out.why = {{"forms.why.function", {term("subject", "subject", task), terms("motives", "motive", out.functions)}},
             {"forms.why.position", {number("position", out.outcome.position)}}};
  const auto& second = out.outcome.ranking[1];
  out.why_not = {{second.form,
                  4,
                  {},
                  {"forms.why_not.position",
                   {term("form", "form", second.form), number("points", 4), term("winner", "form", out.form),
                    number("place", 50), number("position", out.outcome.position)}}}};
  out.divisions = {{"PC2", {{"joint_public", 0.6}, {"host", 0.4}}}};
  return out;
}

inline void add_forms(Sample& s) {
  s.study.functions = {{"V05", "specialisation", 5, "", "", "Er is altijd iemand bereikbaar bij een incident.", {}},
                       {"U01", "scale", 4, "", "", "De vaste kosten van systemen betalen wij één keer.", {}}};
  for (const auto& [task, example] :
       std::vector<std::pair<std::string, std::string>>{{"V05", "F_buyer"}, {"U01", "A_tax"}, {"V03", "B_ict"}})
    s.analysis.forms.subjects.push_back(subject(s, task, example));
  s.analysis.forms.subjects[1].preferences.push_back(
      {"centre_municipality", "GM1706", "administrator", "snel te regelen", 15.0, false, {}, {}});
  forms::SubjectAdvice open;
  open.subject = "D08";
  open.tasks = {"D08"};
  open.missing = {"forms.function_missing", {term("subject", "subject", "D08")}};
  s.analysis.forms.subjects.push_back(open);
  for (const auto& criterion : s.pack.tree.criteria)
    if (criterion.id != "gates")
      s.analysis.forms.statements.push_back({criterion.id, 0.2,
                                             criterion.statements.empty() ? Text{} : criterion.statements[1],
                                             s.analysis.forms.subjects[0].outcome.principles});
  s.analysis.forms.vision = {
      {"forms.vision.ambition",
       {terms("partners", "partner", partner_ids), terms("motives", "motive", {"specialisation", "scale"})}},
      {"forms.vision.councils", {}}};
}

inline void add_approach(Sample& s) {
  auto& advice = s.analysis.approach;
  advice.approach = approach::Approach::development;
  advice.d = -0.46;
  advice.coverage = 0.86;
  advice.contributions = {{"trust", number("", 2.3, 1), -0.56, 0.18, -0.12, Basis::judged},
                          {"partnerships", number("", 12), -1, 0.06, -0.07, Basis::measured},
                          {"congruence", percent("", 0.2), -0.6, 0.06, -0.04, Basis::measured},
                          {"equality", number("", 1.1, 1), 1, 0.06, 0.07, Basis::measured}};
  advice.missing = {"imposed"};
  for (const auto& guard : s.pack.approach.guards)
    if (guard.approach == "development") advice.guards.push_back(guard);
}

inline void add_factors(Sample& s) {
  double score = 2.4;
  for (const auto& factor : s.pack.factors) {
    factors::FactorResult one;
    one.factor = factor.id;
    one.score = score += 0.3;
    one.spread = 0.4;
    one.light = score < 2.8 ? factors::Light::weak : score < 3.6 ? factors::Light::mixed : factors::Light::strong;
    for (const auto& id : partner_ids) one.partners.push_back({id, score, score, score - 0.2, one.light});
    s.analysis.factors.factors.push_back(one);
    for (const auto& article : factor.conduct)
      s.analysis.factors.code_of_conduct.push_back({factor.id, article, false, {}});
  }
}

inline Finding finding(const std::string& id, const std::string& kind, const Message& says) {
  Finding out;
  out.id = id;
  out.kind = kind;
  out.says = says;
  return out;
}

inline void add_findings(Sample& s) {
  auto& out = s.analysis.findings;
  out.push_back(
      finding("approach", "advice",
              {"analysis.approach",
               {term("approach", "approach", "development"), number("d", -0.46, 2), percent("coverage", 0.86)}}));
  out.back().flip = {"analysis.approach.flip",
                     {term("indicator", "indicator", "trust"), number("from", 2.3, 1), number("to", 3.8, 1),
                      term("becomes", "approach", "hybrid")}};
  out.push_back(
      finding("package.base", "advice",
              {"analysis.package.base", {number("n", 4), terms("tasks", "task", {"V05", "U01", "V06", "U07"})}}));
  for (const auto& one : s.analysis.forms.subjects)
    if (!one.form.empty())
      out.push_back(finding("form." + one.subject, "advice",
                            {"analysis.form",
                             {term("subject", "subject", one.subject), term("form", "form", one.form),
                              number("position", one.outcome.position), percent("share", 0.71)}}));
  out.push_back(finding("form.D08", "missing",
                        {"analysis.form.missing",
                         {term("subject", "subject", "D08"),
                          nested("missing", {"forms.function_missing", {term("subject", "subject", "D08")}})}}));
  out.push_back(finding("preference.U01.1", "observation",
                        {"analysis.preference.far",
                         {term("who", "partner", "GM1706"), term("form", "form", "centre_municipality"),
                          term("subject", "subject", "U01"), term("advised", "form", s.analysis.forms.subjects[1].form),
                          number("distance", 15)}}));
  out.push_back(finding("map", "observation", {"analysis.map", {number("n", 2), percent("congruence", 0)}}));
  out.push_back(
      finding("expiring.dvo-boa", "observation",
              {"analysis.expiring", {word("arrangement", "DVO toezicht buitengebied"), date("until", "2027-06-30")}}));
}

inline void add_spending(Sample& s) {
  s.reference.task_fields = {{"0.4", "Overhead"}, {"0.64", "Belastingen overig"}};
  auto& spending = s.analysis.spending;
  spending.year = 2024;
  spending.kind = "actual";
  for (const auto& id : partner_ids)
    for (const char* field : {"0.4", "0.64"})
      spending.rows.push_back({id, field,
                               id == "GM0823" ? std::nullopt : std::optional<double>(field[2] == '4' ? 431.4 : 18.2),
                               402.5, 380, 440, 15, id == "GM1728"});
  spending.not_filed = {"GM0823"};
}

inline void add_rest(Sample& s) {
  for (const auto& known : s.pack.parameters)
    s.analysis.assumptions.push_back(
        {.parameter = known.id, .value = known.value, .given_by = "pack", .source = known.source});
  s.analysis.warnings = {
      {"function-missing",
       {"analysis.warning.function_missing", {number("n", 1), terms("subjects", "subject", {"D08"})}}}};
  s.analysis.decisions = {{"2026-09-01", "college", "GM1724", "", "Het college wil het onderzoek afwachten.", {}}};
  s.analysis.receipt = {"0.1.0", "koepel@1", std::string(64, 'a'), std::string(64, 'b'), std::string(64, 'c'),
                        1,       10000,      std::string(64, 'd')};
}

inline Sample make() {
  Sample s;
  s.pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel").value();
  s.study.head = s.analysis.head = head();
  add_partners(s);
  add_arrangements(s);
  add_tasks(s);
  add_forms(s);
  forms::add_dossier_steps(s.pack.tree, s.analysis.trace);
  std::ranges::sort(s.analysis.trace, {}, &Step::id);
  add_approach(s);
  add_factors(s);
  add_findings(s);
  add_spending(s);
  add_rest(s);
  return s;
}

/// A study in which nothing was entered but its partners.
inline Sample make_empty() {
  Sample s;
  s.pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel").value();
  s.study.head = s.analysis.head = head();
  s.study.head.invented = s.analysis.head.invented = {};
  add_partners(s);
  s.analysis.approach.enough = false;
  s.analysis.findings.push_back(finding("approach", "missing", {"analysis.approach.missing", {}}));
  return s;
}

/// One small picture with every part that a picture has.
inline pictures::Picture picture(const std::string& id) {
  pictures::Picture out;
  out.id = id;
  out.width = 640;
  out.height = 300;
  out.title = "Taken op het continuüm";
  out.description = "Informatiebeveiliging schuift van 8 naar 23.";
  out.columns = {"Taak", "Nu", "Advies"};
  out.rows = {{std::string("Informatiebeveiliging"), std::string("8"), std::string("23")}};
  out.svg =
      R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" width="640" height="300" role="img" aria-labelledby="t d"><title id="t">Taken op het continuüm</title><desc id="d">Informatiebeveiliging schuift van 8 naar 23.</desc><rect width="640" height="300" fill="#f3f6f7"/><text x="20" y="40" font-family="Liberation Sans" font-size="16">Informatiebeveiliging</text></svg>)";
  return out;
}

}  // namespace koepel::report::sample
