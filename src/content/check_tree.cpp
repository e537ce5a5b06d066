// SPDX-License-Identifier: EUPL-1.2
// The decision tree in; questions without a choice and exclusions without a proper reason out.
#include <cctype>
#include <string>

#include "content/checks.h"
#include "tree/compiled.h"
#include "tree/scope.h"

namespace koepel::content {

namespace {

constexpr std::size_t least_answers = 2;
constexpr std::size_t statements_per_criterion = 3;

bool is_iso_date(const std::string& text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : std::isdigit(static_cast<unsigned char>(text[i])) == 0) return false;
  }
  return true;
}

bool names_article(const std::string& reason) {
  return reason.find("art.") != std::string::npos || reason.find("Art.") != std::string::npos;
}

void check_reason(const Answer& answer, const std::string& id, Problems& problems) {
  const auto wrong = [&](const Fault& fault, const char* key, const std::string& found) {
    note(problems, fault, "tree.yaml", id + "." + key, found);
  };
  if (answer.reason.nl.empty() || answer.reason.en.empty()) wrong(no_reason, "reason", answer.reason.nl);
  if (answer.reason_kind != "statutory" && answer.reason_kind != "definitional")
    wrong(word_unknown, "reason_kind", answer.reason_kind);
  const bool both_named = names_article(answer.reason.nl) && names_article(answer.reason.en);
  if (answer.reason_kind == "statutory" && !both_named) wrong(no_article, "reason", answer.reason.nl);
  if (!is_iso_date(answer.checked_on)) wrong(no_date, "checked_on", answer.checked_on);
}

void check_question(const Question& question, Problems& problems) {
  const auto count = question.answers.size();
  if (count < least_answers) note(problems, too_few_answers, "tree.yaml", question.id, std::to_string(count));
  if (count > tree::max_answers) note(problems, too_many, "tree.yaml", question.id, std::to_string(count));
  for (const auto& answer : question.answers)
    if (!answer.exclude.empty() || !answer.force.empty()) check_reason(answer, question.id + "." + answer.id, problems);
}

void check_dates(const MethodPack& pack, Problems& problems) {
  for (const auto& form : pack.tree.forms)
    if (!is_iso_date(form.checked_on)) note(problems, no_date, "forms.yaml", form.id + ".checked_on", form.checked_on);
  for (const auto& source : pack.sources)
    if (!is_iso_date(source.checked_on)) note(problems, no_date, "sources.yaml", source.key, source.checked_on);
  if (!is_iso_date(pack.reference_date)) note(problems, no_date, "pack.yaml", "reference_date", pack.reference_date);
}

/// Ids that the engine's scope rules name: without them a form would silently never be weighed.
void check_scope_ids(const DecisionTree& method, Problems& problems) {
  for (const auto& rule : tree::opened_by) {
    const auto* question = find_question(method, std::string(rule.question));
    const std::string id = std::string(rule.question) + "." + std::string(rule.answer);
    if (question == nullptr || find_answer(*question, std::string(rule.answer)) == nullptr)
      note(problems, id_missing, "tree.yaml", id, "");
    if (find_form(method, std::string(rule.form)) == nullptr) note(problems, id_missing, "forms.yaml", rule.form, "");
  }
}

}  // namespace

void check_tree(const MethodPack& pack, Problems& problems) {
  for (const auto& criterion : pack.tree.criteria) {
    const auto count = criterion.statements.size();
    if (criterion.id != "gates" && count != statements_per_criterion)
      note(problems, statements_wrong, "tree.yaml", criterion.id + ".statements", std::to_string(count));
    for (const auto& question : criterion.questions) check_question(question, problems);
  }
  const auto forms = pack.tree.forms.size();
  if (forms > tree::max_forms) note(problems, too_many, "forms.yaml", "forms", std::to_string(forms));
  check_scope_ids(pack.tree, problems);
  check_dates(pack, problems);
}

}  // namespace koepel::content
