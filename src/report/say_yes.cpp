// SPDX-License-Identifier: EUPL-1.2
// One page that an alderman can read in three minutes: what do I say yes to, why, what does it cost, what do I give up, how do I
// get out, and what if I do nothing. The face is say_yes.
#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

using priorities::Package;

constexpr std::size_t tasks_named = 5;
constexpr std::size_t forms_told = 3;

std::string core_sentence(const Draft& draft) {
  const Tasks base = tasks_in(draft.analysis(), Package::base);
  const auto n = static_cast<double>(draft.analysis().partners.size());
  if (base.empty()) return say(draft, "yes.core.none", {number("partners", n)});
  return say(draft, base.size() > tasks_named ? "yes.core.more" : "yes.core",
             {number("partners", n), number("n", static_cast<double>(base.size())), task_names("tasks", base, tasks_named)});
}

Lines what(const Draft& draft) {
  const Analysis& a = draft.analysis();
  Lines lines;
  if (a.approach.enough) lines.push_back(say(draft, std::string("yes.approach.") + approach::id_of(a.approach.approach)));
  for (const auto& one : advised_forms(draft)) {
    if (lines.size() > forms_told) break;
    lines.push_back(say(draft, "yes.form", {subject_names("subjects", one.subjects), term("form", "form", one.form->id)}) + " " +
                    say(draft, one.form->what));
  }
  const Subjects open = not_advised(a);
  if (!open.empty())
    lines.push_back(say(draft, "yes.form.open", {number("n", static_cast<double>(open.size())), subject_names("subjects", open)}));
  const Tasks plus = tasks_in(a, Package::plus);
  if (!plus.empty())
    lines.push_back(say(draft, plus.size() > 3 ? "yes.plus.more" : "yes.plus",
                        {number("n", static_cast<double>(plus.size())), task_names("tasks", plus, 3)}));
  return lines;
}

Lines why(const Draft& draft) {
  Lines lines;
  for (const auto& wish : draft.input.study.functions)
    if (!wish.statement.empty() && lines.size() < 2)
      lines.push_back(say(draft, "yes.why.statement", {term("subject", "subject", wish.subject), word("statement", wish.statement)}));
  for (const auto* task : tasks_in(draft.analysis(), Package::base)) {
    const auto* motive = strongest_motive(task->motives);
    if (motive == nullptr || motive->because.empty() || lines.size() >= 4) continue;
    lines.push_back(say(draft, "yes.why.task", {term("task", "task", task->task), nested("because", motive->because)}));
  }
  if (lines.empty()) lines.push_back(say(draft, "yes.why.none"));
  return lines;
}

Lines cost(const Draft& draft) {
  Lines lines;
  for (const auto& one : advised_forms(draft)) {
    if (lines.size() >= forms_told) break;
    lines.push_back(say(draft, "yes.cost.form",
                        {term("form", "form_short", one.form->id), number("from", one.form->setup_months.first),
                         number("to", one.form->setup_months.second), money("low", std::int64_t{100'000} * one.form->setup_keur.first),
                         money("high", std::int64_t{100'000} * one.form->setup_keur.second)}));
  }
  lines.push_back(say(draft, lines.empty() ? "yes.cost.unknown" : "yes.cost.own"));
  lines.push_back(say(draft, "yes.cost.saving"));
  return lines;
}

Lines give_up(const Draft& draft) {
  Lines lines;
  for (const auto& one : advised_forms(draft)) {
    if (lines.size() >= forms_told) break;
    const std::string steering = say(draft, one.form->steering);
    lines.push_back(say(draft, "yes.give_up.form", {term("form", "form_short", one.form->id), word("steering", steering)}));
  }
  if (lines.empty()) lines.push_back(say(draft, "yes.give_up.none"));
  return lines;
}

Lines way_out(const Draft& draft) {
  Lines lines;
  for (const auto& one : advised_forms(draft)) {
    if (lines.size() >= forms_told) break;
    const std::string exit = say(draft, one.form->exit);
    lines.push_back(say(draft, "yes.exit.form", {term("form", "form_short", one.form->id), word("exit", exit)}));
  }
  if (lines.empty()) lines.push_back(say(draft, "yes.exit.none"));
  return lines;
}

Lines doing_nothing(const Draft& draft) {
  Lines lines;
  for (const auto& [task, because] : measured_vulnerability(draft.analysis())) {
    if (lines.size() >= 2) break;
    lines.push_back(say(draft, "yes.nothing.task", {term("task", "task", task), nested("because", because)}));
  }
  for (const auto* one : expiring(draft.analysis())) {
    if (lines.size() >= 4) break;
    lines.push_back(say(draft, one->until.empty() ? "yes.nothing.notice" : "yes.nothing.expires",
                        {word("arrangement", one->name), date("until", one->until)}));
  }
  if (lines.empty()) lines.push_back(say(draft, "yes.nothing.unknown"));
  return lines;
}

void question(Draft& draft, const std::string& key, const Lines& answer) {
  section(draft, say(draft, key), false);
  if (answer.size() == 1) paragraph(draft, answer.front());
  else bullets(draft, answer);
}

}  // namespace

void say_yes(Draft& draft) {
  chapter(draft, "chapter.yes");
  box(draft, "yes", say(draft, "yes.box"), {core_sentence(draft)});
  question(draft, "yes.what", what(draft));
  question(draft, "yes.why", why(draft));
  question(draft, "yes.cost", cost(draft));
  question(draft, "yes.give_up", give_up(draft));
  question(draft, "yes.exit", way_out(draft));
  question(draft, "yes.nothing", doing_nothing(draft));
}

}  // namespace koepel::report
