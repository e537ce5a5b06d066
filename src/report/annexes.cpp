// SPDX-License-Identifier: EUPL-1.2
// The annexes, few in a decision document and all in a book of their own: all tasks, principles, method, assumptions,
// what is missing, sources, receipt.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "report/chapters.h"
#include "report/compose.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

using priorities::Package;

constexpr std::size_t principles_told = 3;  ///< per criterion, most often chosen first

/// Decimals that a parameter needs: none for whole numbers, else two.
int decimals_of(double value) { return value == static_cast<double>(static_cast<long long>(value)) ? 0 : 2; }

const Source* find_source(const MethodPack& pack, const std::string& key) {
  const auto found = std::ranges::find(pack.sources, key, &Source::key);
  return found == pack.sources.end() ? nullptr : &*found;
}

/// Everything the outcome names as its source: steps, assumptions, the evidence about saving.
std::set<std::string> sources_used(const Analysis& analysis) {
  std::set<std::string> keys{"RUG", "COELO", "TUD", "SCITE", "MI", "B18", "brochure", "domain"};
  for (const auto& step : analysis.trace) keys.insert(step.source);
  for (const auto& assumption : analysis.assumptions) keys.insert(assumption.source);
  return keys;
}

std::string principles_of(const Draft& draft, const forms::GuidingStatement& statement) {
  std::string out;
  std::size_t told = 0;
  for (const auto& principle : statement.principles)
    if (told++ < principles_told)
      out += " " + capital(name(draft, "principle", principle.question + "." + principle.answer));
  return out;
}

/// Name and unit of a parameter or quantity; the id itself when the pack does not know it.
std::pair<std::string, std::string> named(const Draft& draft, const std::string& id) {
  const auto& [parameters, quantities] = std::tie(draft.pack().parameters, draft.pack().quantities);
  if (const auto known = std::ranges::find(parameters, id, &Parameter::id); known != parameters.end())
    return {say(draft, known->name), known->unit.empty() ? "" : name(draft, "unit", known->unit)};
  if (const auto known = std::ranges::find(quantities, id, &Quantity::id); known != quantities.end())
    return {say(draft, known->name), known->unit.empty() ? "" : name(draft, "unit", known->unit)};
  return {id, ""};
}

/// For which task and municipality the study gave it.
std::string told_for(const Draft& draft, const Assumption& one, const std::string& what) {
  if (one.given_by != "study") return what;
  std::string about = one.task.empty() ? "" : ", " + name(draft, "task", one.task);
  if (!one.partner.empty()) about += ", " + name(draft, "partner", one.partner);
  return say(draft, "annex.given_by_study", {word("name", what + about)});
}

/// "drempel: 4 personen", "gerealiseerd deel: 0,40 (0,20 tot 0,60)".
std::string assumption_told(const Draft& draft, const Assumption& one) {
  const auto [what, unit] = named(draft, one.parameter);
  std::string out = told_for(draft, one, what) + ": " + write(draft, one.value, decimals_of(one.value));
  if (one.low && one.high)
    out += " (" + write(draft, *one.low, decimals_of(*one.low)) + " " + say(draft, "annex.to") + " " +
           write(draft, *one.high, decimals_of(*one.high)) + ")";
  return out + (unit.empty() ? "" : " " + unit);
}

/// By what a reader finds the computation back; the book of annexes has the whole receipt.
void short_receipt(Draft& draft) {
  const Receipt& receipt = draft.analysis().receipt;
  paragraph(draft, say(draft, "annex.book"), "note");
  paragraph(draft,
            say(draft, "receipt.short",
                {word("engine", receipt.engine), word("pack", receipt.pack),
                 word("study", receipt.study_hash.substr(0, 12)), word("result", receipt.result_hash.substr(0, 12))}),
            "note");
}

}  // namespace

void annex_tasks(Draft& draft) {
  if (draft.analysis().priorities.tasks.empty()) return;
  annex(draft, "annex.tasks");
  TableBlock block;
  block.caption = say(draft, "annex.tasks.table");
  block.header = {say(draft, "tasks.task"),  say(draft, "tasks.group"),   say(draft, "tasks.package"),
                  say(draft, "tasks.value"), say(draft, "annex.between"), say(draft, "tasks.feasibility"),
                  say(draft, "tasks.sure")};
  block.widths = {4.6, 3.7, 1.9, 1.2, 1.9, 1.5, 1.6};
  for (const Package package : {Package::base, Package::arranged, Package::plus, Package::not_now, Package::unsuitable})
    for (const auto* task : tasks_in(draft.analysis(), package))
      block.rows.push_back({cell(capital(name(draft, "task", task->task))), cell(name(draft, "group", task->group)),
                            cell(name(draft, "package", priorities::id_of(package))),
                            number_cell({write(draft, task->value, 2), step_of(*task, "value")}),
                            number_cell({say(draft, "range",
                                             {word("low", write(draft, task->value_band.low, 2)),
                                              word("high", write(draft, task->value_band.high, 2))}),
                                         step_of(*task, "value")}),
                            number_cell({write(draft, task->feasibility, 2), step_of(*task, "feasibility")}),
                            number_cell({write_percent(draft, task->membership[static_cast<std::size_t>(package)]),
                                         step_of(*task, "package")})});
  block.note = say(draft, "annex.tasks.note");
  table(draft, std::move(block));
}

void guiding_statements(Draft& draft) {
  for (const auto& statement : draft.analysis().forms.statements)
    named_paragraph(draft, capital(name(draft, "criterion", statement.criterion)) + ".",
                    say(draft, statement.statement) + principles_of(draft, statement));
}

void annex_principles(Draft& draft) {
  if (draft.analysis().forms.statements.empty()) return;
  annex(draft, "annex.principles");
  paragraph(draft, say(draft, "annex.principles.intro"));
  guiding_statements(draft);
}

void annex_method(Draft& draft) {
  annex(draft, "annex.method");
  bullets(draft, {say(draft, "method.function"),
                  {say(draft, "method.poll",
                       {number("named", parameter(draft.pack(), "survey.k_named_role")),
                        number("staff", parameter(draft.pack(), "survey.k_staff"))}),
                   "method.protection"},
                  say(draft, "method.pairs"),
                  {say(draft, "method.approach", {number("threshold", draft.pack().approach.threshold, 2)}),
                   "method.threshold"},
                  {say(draft, "method.tasks", {number("draws", draft.analysis().priorities.draws)}), "study.draws"},
                  {say(draft, "method.tree", {number("baseline", draft.pack().tree.baseline)}), "method.baseline"},
                  say(draft, "method.flip"),
                  say(draft, "method.limits")});
}

void annex_assumptions(Draft& draft) {
  const auto& assumptions = draft.analysis().assumptions;
  if (assumptions.empty()) return;
  annex(draft, "annex.assumptions");
  paragraph(draft, say(draft, "annex.assumptions.intro"));
  // One dense paragraph per part of the engine: some ninety rows of a table would be three pages that nobody reads.
  std::map<std::string, Lines> parts;
  for (const auto& one : assumptions)
    parts[one.parameter.substr(0, one.parameter.find('.'))].emplace_back(capital(assumption_told(draft, one)) + ".",
                                                                         one.trace);
  for (const auto& [part, told] : parts) named_sentences(draft, say(draft, "assumptions.part." + part) + ".", told);
}

void annex_missing(Draft& draft) {
  annex(draft, "annex.missing");
  Lines lines;
  for (const auto& warning : draft.analysis().warnings) lines.push_back(say(draft, warning));
  for (const auto& finding : draft.analysis().findings)
    if (finding.kind == "missing") lines.push_back(say(draft, finding));
  if (lines.empty()) paragraph(draft, say(draft, "annex.missing.none"));
  bullets(draft, lines);
}

void annex_sources(Draft& draft) {
  annex(draft, "annex.sources");
  for (const auto& key : sources_used(draft.analysis())) {
    const Source* source = find_source(draft.pack(), key);
    if (source == nullptr) continue;
    const std::string title = say(draft, source->title) + (source->address.empty() ? "." : ". ");
    const bool is_link = source->address.starts_with("http");
    Spans spans{{title, false, false, {}}};
    if (!source->address.empty()) spans.push_back({source->address, false, false, is_link ? source->address : ""});
    draft.document.blocks.push_back(Paragraph{std::move(spans), "source"});
  }
}

void annex_receipt(Draft& draft) {
  const Receipt& receipt = draft.analysis().receipt;
  annex(draft, "annex.receipt");
  paragraph(draft, say(draft, "receipt.intro"));
  TableBlock block;
  block.caption = say(draft, "receipt.table");
  block.header = {say(draft, "receipt.part"), say(draft, "annex.value")};
  block.widths = {3, 9};
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) block.rows.push_back({cell(say(draft, key)), cell(value)});
  };
  add("receipt.engine", receipt.engine);
  add("receipt.pack", receipt.pack);
  add("receipt.pack_hash", receipt.pack_hash);
  add("receipt.study_hash", receipt.study_hash);
  add("receipt.reference_hash", receipt.reference_hash);
  add("receipt.seed", std::to_string(receipt.seed));
  add("receipt.draws", std::to_string(receipt.draws));
  add("receipt.result_hash", receipt.result_hash);
  table(draft, std::move(block));
}

void closing_annexes(Draft& draft) {
  annex_missing(draft);
  annex_sources(draft);
  short_receipt(draft);
}

Document compose_annex_book(const Input& input, Pictures pictures) {
  Draft draft = begin(input, Audience::college, std::move(pictures), "annexes");
  annex_tasks(draft);
  annex_principles(draft);
  annex_quantities(draft);
  annex_evidence(draft);
  annex_method(draft);
  annex_assumptions(draft);
  annex_missing(draft);
  annex_sources(draft);
  annex_receipt(draft);
  return std::move(draft.document);
}

}  // namespace koepel::report
