// SPDX-License-Identifier: EUPL-1.2
// What is in it for us: half a page per partner with the tasks it gains most from, what it spends, where it stands and
// what to watch. The face is per_partner.
#include <algorithm>

#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

using priorities::PartnerView;
using priorities::TaskPriority;

constexpr std::size_t most_pages = 8;  ///< with more partners one table says it shorter
constexpr std::size_t tasks_shown = 3;
constexpr std::size_t offers_shown = 3;
constexpr std::size_t positions_shown = 2;

struct OwnTask {
  const TaskPriority* task = nullptr;
  const PartnerView* view = nullptr;
};

/// A task that the partners measured or judged themselves tells them more than one with the catalogue's presets.
bool told_by_partners(const PartnerView& view) {
  const auto presets = std::ranges::count(view.motives, Basis::preset, &priorities::MotiveScore::basis);
  return 2 * presets < static_cast<std::ptrdiff_t>(view.motives.size());
}

/// Tasks of base and plus package with this partner's own view: what partners told first, then the highest value.
std::vector<OwnTask> own_tasks(const Analysis& analysis, const std::string& partner) {
  std::vector<OwnTask> out;
  for (const auto& task : analysis.priorities.tasks) {
    if (task.package != priorities::Package::base && task.package != priorities::Package::plus) continue;
    for (const auto& view : task.partners)
      if (view.partner == partner) out.push_back({&task, &view});
  }
  std::ranges::stable_sort(out, std::greater{},
                           [](const auto& one) { return std::pair(told_by_partners(*one.view), one.view->value); });
  return out;
}

const Finding* find_preference(const Analysis& analysis, const forms::SubjectAdvice& subject,
                               const std::string& partner) {
  for (std::size_t i = 0; i < subject.preferences.size(); ++i)
    if (subject.preferences[i].partner == partner)
      return find_finding(analysis, "preference." + subject.subject + "." + std::to_string(i + 1));
  return nullptr;
}

Lines intro(const Draft& draft, const Partner& partner) {
  Lines lines;
  if (partner.inhabitants)
    lines.emplace_back(
        say(draft, "partner.size", {term("partner", "partner", partner.id), number("n", *partner.inhabitants)}),
        "partner." + partner.id + ".inhabitants");
  const auto& counts = draft.analysis().partner_set.per_partner;
  const auto found = std::ranges::find(counts, partner.id, &std::pair<std::string, int>::first);
  if (found == counts.end() || found->second == 0)
    lines.push_back(say(draft, "partner.no_arrangements"));
  else
    lines.emplace_back(say(draft, "partner.arrangements", {number("n", found->second)}),
                       "partners.count." + partner.id);
  return lines;
}

void gains(Draft& draft, const Partner& partner) {
  const auto tasks = own_tasks(draft.analysis(), partner.id);
  if (tasks.empty()) {
    paragraph(draft, say(draft, "partner.no_tasks", {term("partner", "partner", partner.id)}));
    return;
  }
  TableBlock block;
  block.caption = say(draft, "partner.table", {term("partner", "partner", partner.id)});
  block.header = {say(draft, "tasks.task"), say(draft, "tasks.package"), say(draft, "partner.own_value"),
                  say(draft, "partner.mean_value"), say(draft, "partner.motive")};
  block.widths = {4.2, 2, 1.7, 1.8, 3.6};
  for (const auto& [task, view] : tasks) {
    if (block.rows.size() >= tasks_shown) break;
    const auto* motive = strongest_motive(view->motives);
    block.rows.push_back({cell(capital(name(draft, "task", task->task))),
                          cell(name(draft, "package", priorities::id_of(task->package))),
                          number_cell({write(draft, view->value, 2), step_of(*task, "value." + partner.id)}),
                          number_cell({write(draft, task->value, 2), step_of(*task, "value")}),
                          cell(motive == nullptr ? "" : name(draft, "motive", motive->motive))});
  }
  block.note = say(draft, "partner.table.note");
  table(draft, std::move(block));
  Lines lines;
  for (const auto& [task, view] : tasks) {
    const auto* motive = strongest_motive(view->motives);
    if (motive != nullptr && !motive->because.empty() && lines.empty())
      lines.push_back(motive_sentence(draft, *task, *motive));
  }
  bullets(draft, lines);
}

const gains::PartnerTotal* total_of(const Draft& draft, const std::string& partner) {
  const auto& totals = draft.analysis().gains.totals;
  const auto found = std::ranges::find(totals, partner, &gains::PartnerTotal::partner);
  return found == totals.end() ? nullptr : &*found;
}

/// An expectation: two or three digits.
Arg rounded(const char* name, Money amount) { return about(name, static_cast<double>(amount.cents) / 100); }

/// What the tasks that were computed mean for it in money.
Sentence money_of(const Draft& draft, const Partner& partner) {
  const auto* total = total_of(draft, partner.id);
  if (total == nullptr) return say(draft, "partner.total.none", {term("partner", "partner", partner.id)});
  if (total->tasks == 0)
    return {
        say(draft, "partner.total.no_saving", {term("partner", "partner", partner.id), number("n", total->left_out)}),
        total->trace};
  Args args{term("partner", "partner", partner.id), number("n", total->tasks), rounded("alone", total->alone),
            rounded("saving", total->saving), rounded("ten_years", total->ten_years)};
  if (total->payback) args.push_back(number("year", *total->payback));
  return {say(draft, total->payback ? "partner.total" : "partner.total.never", args), total->trace};
}

/// Task fields in which it leads.
Lines leads_of(const Draft& draft, const Partner& partner) {
  Lines lines;
  for (const auto& field : draft.analysis().efficiency.fields)
    if (const Finding* lead = find_finding(draft.analysis(), "lead." + field.task_field);
        lead != nullptr && field.lead.leader == partner.id)
      lines.push_back(say(draft, *lead));
  return lines;
}

void brings(Draft& draft, const Partner& partner) {
  Lines lines = leads_of(draft, partner);
  for (const auto& host : draft.analysis().partner_set.hosts)
    if (host.partner == partner.id && lines.size() < offers_shown)
      lines.emplace_back(say(draft, host.why), "partners.host." + host.partner + "." + host.task);
  if (lines.empty()) return;
  small_section(draft, say(draft, "partner.brings", {term("partner", "partner", partner.id)}));
  bullets(draft, lines);
}

/// Preferences first: they are the partner's own words.
Lines position_lines(const Draft& draft, const Partner& partner) {
  Lines lines, positions;
  for (const auto& subject : draft.analysis().forms.subjects) {
    const auto band = std::ranges::find(subject.bands, partner.id, &forms::PositionBand::partner);
    if (band != subject.bands.end() && subject.bands.front().partner.empty() && band->voices > 0)
      positions.emplace_back(say(draft, "partner.position",
                                 {term("subject", "subject", subject.subject), number("own", band->position.mid),
                                  number("all", subject.bands.front().position.mid)}),
                             "form." + subject.subject + ".position." + partner.id);
    if (const Finding* preference = find_preference(draft.analysis(), subject, partner.id); preference != nullptr)
      lines.push_back(say(draft, *preference));
  }
  lines.insert(lines.end(), positions.begin(), positions.end());
  if (lines.size() > positions_shown) lines.erase(lines.begin() + positions_shown, lines.end());
  return lines;
}

Lines factor_lines(const Draft& draft, const Partner& partner) {
  Lines lines;
  for (const auto& factor : draft.analysis().factors.factors) {
    const auto own = std::ranges::find(factor.partners, partner.id, &factors::PartnerScore::partner);
    if (own != factor.partners.end() && own->all && factor.score && own->light == factors::Light::weak)
      lines.emplace_back(
          say(draft, "partner.factor",
              {term("factor", "factor", factor.factor), number("own", *own->all, 1), number("all", *factor.score, 1)}),
          factor.trace + "." + partner.id);
  }
  return lines;
}

const char* words_for(scale::Met verdict) {
  if (verdict == scale::Met::no) return "partner.condition.no";
  return verdict == scale::Met::yes ? "partner.condition.yes" : "partner.condition.unknown";
}

/// What must be reached, and whether it is expected to be; words that cannot be computed stand as they are.
Sentence condition_line(const Draft& draft, const JoinCondition& one, const std::string& partner,
                        const std::string& step) {
  const Arg subject = one.subject.empty() ? term("subject", "text", "report.partner.condition.all_tasks")
                                          : term("subject", "subject", one.subject);
  const Arg words = word("statement", one.statement);
  if (!one.value) return {say(draft, "partner.condition.words", {subject, words}), step};
  const Args args{subject, term("kind", "text", "condition.name." + one.kind),
                  word("value", value_of(draft, step).text), words};
  return {say(draft, one.statement.empty() ? "partner.condition" : "partner.condition.said", args) + " " +
              say(draft, words_for(verdict_on(draft.analysis().scale, one, partner))),
          step};
}

/// What the partner asks before it joins, in its own words where it gave them.
Lines condition_lines(const Draft& draft, const Partner& partner) {
  Lines lines;
  const auto& conditions = draft.input.study.join_conditions;
  for (std::size_t row = 0; row < conditions.size(); ++row)
    if (conditions[row].partner.empty() || conditions[row].partner == partner.id)
      lines.push_back(condition_line(draft, conditions[row], partner.id, condition_id(partner.id, row)));
  return lines;
}

void stands(Draft& draft, const Partner& partner) {
  Lines lines = condition_lines(draft, partner);
  for (const auto& line : position_lines(draft, partner))
    if (lines.size() < positions_shown) lines.push_back(line);
  for (const auto& line : factor_lines(draft, partner)) lines.push_back(line);
  if (lines.empty()) return;
  small_section(draft, say(draft, "partner.stands", {term("partner", "partner", partner.id)}));
  bullets(draft, lines);
}

void watches(Draft& draft, const Partner& partner) {
  Lines lines;
  for (const auto* one : expiring(draft.analysis(), partner.id))
    if (lines.size() < 3) lines.push_back(end_sentence(draft, *one));
  if (const Finding* spending = find_finding(draft.analysis(), "spending." + partner.id); spending != nullptr)
    lines.push_back(say(draft, *spending));
  const auto& silent = draft.analysis().spending.not_filed;
  if (std::ranges::find(silent, partner.id) != silent.end())
    lines.push_back(say(draft, "partner.not_filed", {term("partner", "partner", partner.id)}));
  if (lines.empty()) return;
  small_section(draft, say(draft, "partner.watches", {term("partner", "partner", partner.id)}));
  bullets(draft, lines);
}

void page_of(Draft& draft, const Partner& partner) {
  section(draft, partner.name, true);
  sentences(draft, intro(draft, partner));
  paragraph(draft, money_of(draft, partner));
  gains(draft, partner);
  brings(draft, partner);
  stands(draft, partner);
  watches(draft, partner);
}

std::string euros(const Draft& draft, Money amount) {
  return draft.phrases.say(rounded("", amount), draft.document.language);
}

/// Many partners: one row each.
void one_table(Draft& draft) {
  TableBlock block;
  block.caption = say(draft, "partner.all.table");
  block.header = {say(draft, "partner.partner"), say(draft, "partner.best"), say(draft, "partner.number"),
                  say(draft, "partner.saving"), say(draft, "partner.ten_years")};
  block.widths = {2.4, 5.2, 1.5, 1.8, 1.8};
  for (const auto& partner : draft.analysis().partners) {
    std::vector<std::string> best;
    for (const auto& one : own_tasks(draft.analysis(), partner.id))
      if (best.size() < 3) best.push_back(one.task->task);
    const auto& counts = draft.analysis().partner_set.per_partner;
    const auto found = std::ranges::find(counts, partner.id, &std::pair<std::string, int>::first);
    const auto* total = total_of(draft, partner.id);
    const bool computed = total != nullptr && total->tasks > 0;
    block.rows.push_back(
        {cell(partner.name),
         cell(best.empty() ? say(draft, "unknown")
                           : capital(draft.phrases.say(terms("", "task", best), draft.document.language))),
         number_cell(found == counts.end() ? Sentence(say(draft, "unknown"))
                                           : Sentence(write(draft, found->second), "partners.count." + partner.id)),
         computed ? number_cell({euros(draft, total->saving), total->trace}) : number_cell(say(draft, "unknown")),
         computed ? number_cell({euros(draft, total->ten_years), total->trace}) : number_cell(say(draft, "unknown"))});
  }
  table(draft, std::move(block));
}

}  // namespace

void per_partner(Draft& draft) {
  const auto& partners = draft.analysis().partners;
  if (partners.empty()) return;
  chapter(draft, "chapter.partners", false);
  paragraph(draft, say(draft, "partner.intro"));
  if (partners.size() > most_pages) return one_table(draft);
  for (const auto& partner : partners) page_of(draft, partner);
}

Document partner_page(const Input& input, const std::string& partner) {
  Draft draft = begin(input, Audience::college, {}, "decision");
  for (const auto& one : draft.analysis().partners)
    if (one.id == partner) page_of(draft, one);
  return std::move(draft.document);
}

}  // namespace koepel::report
