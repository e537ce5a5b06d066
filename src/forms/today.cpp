// SPDX-License-Identifier: EUPL-1.2
// Existing arrangements in; the present position of a set of tasks per partner out. today() is its face.
#include "forms/today.h"

#include <algorithm>

namespace koepel::forms {

namespace {

// Who carries out a task for the others without a known form does so, in effect, as centre municipality.
constexpr const char* host_form = "centre_municipality";

bool has(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

bool in_force(const Arrangement& arrangement, const std::string& date) {
  return arrangement.until.empty() || date.empty() || arrangement.until >= date;
}

const Form* form_of(const Arrangement& arrangement, const DecisionTree& tree) {
  if (!arrangement.form.empty()) return find_form(tree, arrangement.form);
  return arrangement.host.empty() ? nullptr : find_form(tree, host_form);
}

/// Does it itself, for the others too. With a legal person of their own there is no such member.
bool carries_out(const std::string& partner, const Arrangement& arrangement, const Form& form) {
  return arrangement.host == partner && !form.legal_person.value_or(false);
}

std::optional<double> position_of(const Study& study, const DecisionTree& tree, const std::string& partner,
                                  const std::string& task) {
  double position = 0;
  double heaviest = -1;
  for (const auto& arrangement : study.arrangements) {
    if (!has(arrangement.tasks, task) || !in_force(arrangement, study.head.date)) continue;
    if (!has(arrangement.members, partner) && arrangement.host != partner) continue;
    const Form* form = form_of(arrangement, tree);
    if (form == nullptr || !form->position) return std::nullopt;
    const double heaviness = carries_out(partner, arrangement, *form) ? 0 : form->heaviness;
    if (heaviness <= heaviest) continue;
    heaviest = heaviness;
    position = carries_out(partner, arrangement, *form) ? 0 : *form->position;
  }
  return position;
}

std::optional<double> mean(const std::vector<double>& values) {
  if (values.empty()) return std::nullopt;
  double sum = 0;
  for (const double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

std::optional<double> position_over(const Study& study, const DecisionTree& tree, const std::string& partner,
                                    const std::vector<std::string>& tasks) {
  std::vector<double> known;
  for (const auto& task : tasks)
    if (const auto position = position_of(study, tree, partner, task)) known.push_back(*position);
  return mean(known);
}

}  // namespace

Today today(const Study& study, const DecisionTree& tree, const std::vector<std::string>& tasks) {
  Today result;
  if (study.arrangements.empty()) return result;
  std::vector<double> known;
  for (const auto& partner : study.partners) {
    const auto position = position_over(study, tree, partner.id, tasks);
    if (!position) continue;
    result.per_partner.emplace_back(partner.id, *position);
    known.push_back(*position);
  }
  result.mean = mean(known);
  for (const auto& arrangement : study.arrangements)
    if (std::any_of(tasks.begin(), tasks.end(), [&](const std::string& t) { return has(arrangement.tasks, t); }))
      result.inputs.push_back(arrangement.origin);
  // "Nobody has an arrangement for this" is read from the table as a whole.
  if (result.inputs.empty()) result.inputs.push_back({study.arrangements.front().origin.file, "", 0, ""});
  return result;
}

}  // namespace koepel::forms
