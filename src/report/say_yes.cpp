// SPDX-License-Identifier: EUPL-1.2
// One page that an alderman can read in three minutes: what do I say yes to, why, what does it cost, what do I give up,
// how do I get out, and what if I do nothing. The face is say_yes.
#include <cmath>

#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

using priorities::Package;

constexpr std::size_t tasks_named = 5;
constexpr std::size_t forms_told = 4, forms_priced = 3;

Sentence core_sentence(const Draft& draft) {
  const Tasks base = tasks_in(draft.analysis(), Package::base);
  const auto n = static_cast<double>(draft.analysis().partners.size());
  if (base.empty()) return {say(draft, "yes.core.none", {number("partners", n)}), count_step(Package::base)};
  return {say(draft, base.size() > tasks_named ? "yes.core.more" : "yes.core",
              {number("partners", n), number("n", static_cast<double>(base.size())),
               task_names("tasks", base, tasks_named)}),
          count_step(Package::base)};
}

Lines what(const Draft& draft) {
  const Analysis& a = draft.analysis();
  Lines lines;
  if (a.approach.enough)
    lines.emplace_back(say(draft, std::string("yes.approach.") + approach::id_of(a.approach.approach)), "approach");
  const auto forms = advised_forms(draft);
  for (std::size_t i = 0; i < std::min(forms.size(), forms_told); ++i) lines.push_back(form_sentence(draft, forms[i]));
  if (forms.size() > forms_told) lines.push_back(say(draft, "yes.form.more"));
  const Subjects open = not_advised(a);
  if (!open.empty())
    lines.emplace_back(
        say(draft, "yes.form.open", {number("n", static_cast<double>(open.size())), subject_names("subjects", open)}),
        "form." + open.front()->subject);
  const Tasks plus = tasks_in(a, Package::plus);
  if (!plus.empty())
    lines.emplace_back(say(draft, "yes.plus", {number("n", static_cast<double>(plus.size()))}),
                       count_step(Package::plus));
  if (lines.empty()) lines.push_back(say(draft, "yes.what.none"));
  return lines;
}

Lines why(const Draft& draft) {
  Lines lines;
  const auto& wishes = draft.input.study.functions;
  for (std::size_t row = 0; row < wishes.size() && lines.size() < 2; ++row)
    if (const auto& wish = wishes[row]; !wish.statement.empty())
      lines.emplace_back(say(draft, "yes.why.statement",
                             {term("subject", "subject", wish.subject), word("statement", wish.statement)}),
                         wish_id(row));
  for (const auto* task : tasks_in(draft.analysis(), Package::base)) {
    const auto* motive = strongest_motive(task->motives);
    if (motive == nullptr || motive->because.empty() || lines.size() >= 3) continue;
    lines.push_back(motive_sentence(draft, *task, *motive));
  }
  if (lines.empty()) lines.push_back(say(draft, "yes.why.none"));
  return lines;
}

Lines setup_of(const Draft& draft, const Form& form) {
  const Sentence cost = setup_cost(draft, form);
  return {setup_months(draft, form), {say(draft, "yes.cost.once", {word("cost", cost.text)}), cost.step}};
}

/// What the largest of the subjects is expected to save, and what remains of it after the change: behind the warning
/// not to count on it.
Sentence saving_of(const Draft& draft) {
  const std::string warning = say(draft, "yes.cost.saving");
  const auto* subject = main_subject(draft.analysis());
  if (subject == nullptr) return warning;
  const std::string saving = say(draft, find_finding(draft.analysis(), "gains." + subject->subject)->says);
  const double net = net_of(draft.analysis(), *subject);
  return {warning + " " + saving + " " +
              say(draft, net < 0 ? "yes.cost.net_loss" : "yes.cost.net_gain", {about("net", std::abs(net))}),
          subject->trace};
}

/// Cost, what is given up and the way out, side by side for each form.
void price(Draft& draft) {
  TableBlock block;
  block.caption = say(draft, "yes.price.table");
  block.header = {say(draft, "money.form"), say(draft, "yes.cost"), say(draft, "yes.give_up"), say(draft, "yes.exit")};
  block.widths = {2.6, 2.3, 3.9, 3.8};
  for (const auto& one : advised_forms(draft))
    if (block.rows.size() < forms_priced)
      block.rows.push_back({cell(capital(name(draft, "form_short", one.form->id))), cell_of(setup_of(draft, *one.form)),
                            cell(say(draft, one.form->steering)), cell(say(draft, one.form->exit))});
  section(draft, say(draft, "yes.price"));
  if (block.rows.empty())
    bullets(draft, {say(draft, "yes.cost.unknown"), say(draft, "yes.give_up.none"), say(draft, "yes.exit.none"),
                    saving_of(draft)});
  else
    block.note = say(draft, "yes.cost.own");
  const bool priced = !block.rows.empty();
  table(draft, std::move(block));
  if (priced) paragraph(draft, saving_of(draft), "note");
}

Lines doing_nothing(const Draft& draft) {
  Lines lines;
  for (const auto& [task, because] : measured_vulnerability(draft.analysis())) {
    if (!lines.empty()) break;
    lines.emplace_back(say(draft, "yes.nothing.task", {term("task", "task", task), nested("because", because)}),
                       "task." + task + ".specialisation");
  }
  for (const auto* one : expiring(draft.analysis())) {
    if (lines.size() >= 3) break;
    lines.push_back(end_sentence(draft, *one));
  }
  if (lines.empty()) lines.push_back(say(draft, "yes.nothing.unknown"));
  return lines;
}

void question(Draft& draft, const std::string& key, const Lines& answer) {
  section(draft, say(draft, key));
  if (answer.size() == 1)
    paragraph(draft, answer.front());
  else
    bullets(draft, answer);
}

}  // namespace

void say_yes(Draft& draft) {
  chapter(draft, "chapter.yes");
  box(draft, "yes", say(draft, "yes.box"), {core_sentence(draft)});
  question(draft, "yes.what", what(draft));
  question(draft, "yes.why", why(draft));
  price(draft);
  question(draft, "yes.nothing", doing_nothing(draft));
}

}  // namespace koepel::report
