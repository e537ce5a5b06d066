// SPDX-License-Identifier: EUPL-1.2
// Advices for all subjects in; guiding statements per criterion and the umbrella vision out.
#include "forms/vision.h"

#include <algorithm>
#include <map>

#include "tree/scope.h"

namespace koepel::forms {

namespace {

const std::vector<std::string>* answered(const tree::Answers& answers, const Question& question) {
  const auto it = answers.find(question.id);
  return it == answers.end() ? nullptr : &it->second;
}

/// The furthest a question can shift to either side.
void add_reach(const Question& question, double& own, double& together) {
  double low = 0, high = 0, low_sum = 0, high_sum = 0;
  for (const auto& answer : question.answers) {
    low = std::min(low, answer.delta);
    high = std::max(high, answer.delta);
    (answer.delta < 0 ? low_sum : high_sum) += answer.delta;
  }
  own += question.multi ? low_sum : low;
  together += question.multi ? high_sum : high;
}

double shift(const Question& question, const std::vector<std::string>& chosen) {
  double sum = 0;
  for (const auto& id : chosen)
    if (const auto* answer = find_answer(question, id)) sum += answer->delta;
  return sum;
}

struct Leaning {
  double sum = 0, own = 0, together = 0;
  bool asked = false;

  [[nodiscard]] double lean() const {
    const double reach = sum < 0 ? -own : together;
    return reach > 0 ? sum / reach : 0;
  }
};

Leaning leaning(const Criterion& criterion, const std::vector<SubjectAdvice>& subjects) {
  Leaning result;
  for (const auto& subject : subjects)
    for (const auto& question : criterion.questions)
      if (const auto* chosen = answered(subject.agreed, question)) {
        result.asked = true;
        result.sum += shift(question, *chosen);
        add_reach(question, result.own, result.together);
      }
  return result;
}

/// Which of the three statements: towards independence, in between, towards dependence.
std::size_t side(double lean, double clear) { return lean <= -clear ? 0 : lean >= clear ? 2 : 1; }

std::vector<tree::Principle> principles(const Criterion& criterion, const std::vector<SubjectAdvice>& subjects) {
  std::vector<std::pair<tree::Principle, int>> counts;
  for (const auto& question : criterion.questions)
    for (const auto& answer : question.answers) {
      int times = 0;
      for (const auto& subject : subjects)
        for (const auto& p : subject.outcome.principles)
          times += p.question == question.id && p.answer == answer.id ? 1 : 0;
      if (times > 0) counts.push_back({{criterion.id, question.id, answer.id}, times});
    }
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<tree::Principle> result;
  for (auto& [principle, times] : counts) result.push_back(std::move(principle));
  return result;
}

std::vector<std::string> motives_by_importance(const Study& study, const MethodPack& pack) {
  std::vector<std::pair<int, std::string>> sums;
  for (const auto& motive : pack.motives) {
    int sum = 0;
    for (const auto& wish : study.functions) sum += wish.motive == motive.id ? wish.importance : 0;
    if (sum > 0) sums.emplace_back(sum, motive.id);
  }
  std::stable_sort(sums.begin(), sums.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> ids;
  for (const auto& [sum, id] : sums) ids.push_back(id);
  return ids;
}

void add_ambition(const Study& study, const MethodPack& pack, std::vector<Message>& out) {
  std::vector<std::string> partners;
  for (const auto& partner : study.partners) partners.push_back(partner.id);
  auto motives = motives_by_importance(study, pack);
  if (motives.size() > 3) motives.resize(3);
  if (!partners.empty() && !motives.empty())
    out.push_back(
        {"forms.vision.ambition", {terms("partners", "partner", partners), terms("motives", "motive", motives)}});
}

void add_continuum(const std::vector<const SubjectAdvice*>& advised, std::vector<Message>& out) {
  double position = 0, now = 0;
  std::size_t known = 0;
  for (const auto* subject : advised) {
    position += subject->outcome.position;
    now += subject->today.value_or(0);
    known += subject->today ? 1 : 0;
  }
  const auto n = static_cast<double>(advised.size());
  const Arg tasks = number("n", n);
  if (known == advised.size())
    out.push_back({"forms.vision.continuum_from", {tasks, number("today", now / n), number("position", position / n)}});
  else
    out.push_back({"forms.vision.continuum", {tasks, number("position", position / n)}});
}

void add_statements(const MethodPack& pack, const Forms& forms, std::vector<Message>& out) {
  const double clear = parameter(pack, "forms.lean_clear");
  for (const auto& statement : forms.statements) {
    const std::string id = statement.criterion + "." + std::to_string(side(statement.lean, clear));
    out.push_back({"forms.vision.statement",
                   {term("criterion", "criterion", statement.criterion), term("statement", "statement", id)}});
    const auto most = std::min<std::size_t>(2, statement.principles.size());
    for (std::size_t i = 0; i < most; ++i) {
      const auto& p = statement.principles[i];
      out.push_back({"forms.vision.principle", {term("principle", "principle", p.question + "." + p.answer)}});
    }
  }
}

void add_growth(const MethodPack& pack, const std::vector<const SubjectAdvice*>& advised, std::vector<Message>& out) {
  std::vector<std::string> own, light, heavy;
  for (const auto* subject : advised) {
    const auto* form = find_form(pack.tree, subject->form);
    auto& list = form->position == 0.0 ? own : form->heaviness < tree::declaration_from_heaviness ? light : heavy;
    list.push_back(subject->subject);
  }
  const Arg lightly = terms("light", "subject", light), heavily = terms("heavy", "subject", heavy);
  if (!light.empty() && !heavy.empty())
    out.push_back({"forms.vision.growth", {lightly, heavily}});
  else if (!light.empty())
    out.push_back({"forms.vision.growth_light", {lightly}});
  else if (!heavy.empty())
    out.push_back({"forms.vision.growth_heavy", {heavily}});
  if (!own.empty()) out.push_back({"forms.vision.own", {terms("subjects", "subject", own)}});
}

void add_open(const Forms& forms, std::vector<Message>& out) {
  std::vector<std::string> open;
  for (const auto& subject : forms.subjects)
    if (subject.form.empty()) open.push_back(subject.subject);
  if (!open.empty()) out.push_back({"forms.vision.open", {terms("subjects", "subject", open)}});
}

}  // namespace

std::vector<GuidingStatement> guiding_statements(const MethodPack& pack, const std::vector<SubjectAdvice>& subjects) {
  const double clear = parameter(pack, "forms.lean_clear");
  std::vector<GuidingStatement> result;
  for (const auto& criterion : pack.tree.criteria) {
    if (criterion.id == tree::gates) continue;
    const Leaning leans = leaning(criterion, subjects);
    if (!leans.asked) continue;
    const std::size_t which = side(leans.lean(), clear);
    Text statement;
    if (which < criterion.statements.size()) statement = criterion.statements[which];
    result.push_back({criterion.id, leans.lean(), statement, principles(criterion, subjects)});
  }
  return result;
}

std::vector<Message> vision(const Study& study, const MethodPack& pack, const Forms& forms) {
  std::vector<Message> out;
  std::vector<const SubjectAdvice*> advised;
  for (const auto& subject : forms.subjects)
    if (!subject.form.empty()) advised.push_back(&subject);
  if (advised.empty() && forms.statements.empty()) return out;
  add_ambition(study, pack, out);
  if (!advised.empty()) add_continuum(advised, out);
  add_statements(pack, forms, out);
  add_growth(pack, advised, out);
  out.push_back({"forms.vision.councils", {}});
  add_open(forms, out);
  return out;
}

}  // namespace koepel::forms
