// SPDX-License-Identifier: EUPL-1.2
// Analysis in, what a document shows first out. The faces are tasks_in, advised and advised_forms.
#include "report/facts.h"

#include <algorithm>

namespace koepel::report {

Tasks tasks_in(const Analysis& analysis, priorities::Package package) {
  Tasks out;
  for (const auto& task : analysis.priorities.tasks)
    if (task.package == package) out.push_back(&task);
  std::ranges::stable_sort(out, {}, [](const auto* task) { return task->rank; });
  return out;
}

std::string count_step(priorities::Package package) {
  return std::string("priorities.package.") + priorities::id_of(package);
}

Arg task_names(const std::string& arg, const Tasks& tasks, std::size_t most) {
  std::vector<std::string> ids;
  for (const auto* task : tasks)
    if (ids.size() < most) ids.push_back(task->task);
  return terms(arg, "task", ids);
}

Subjects advised(const Analysis& analysis) {
  Subjects out;
  for (const auto& subject : analysis.forms.subjects)
    if (!subject.form.empty()) out.push_back(&subject);
  return out;
}

Subjects not_advised(const Analysis& analysis) {
  Subjects out;
  for (const auto& subject : analysis.forms.subjects)
    if (subject.form.empty() && !subject.subject.empty()) out.push_back(&subject);
  return out;
}

Arg subject_names(const std::string& arg, const Subjects& subjects) {
  std::vector<std::string> ids;
  for (const auto* subject : subjects) ids.push_back(subject->subject);
  return terms(arg, "subject", ids);
}

std::vector<AdvisedForm> advised_forms(const Draft& draft) {
  std::vector<AdvisedForm> out;
  for (const auto* subject : advised(draft.analysis())) {
    const auto same = std::ranges::find_if(out, [&](const auto& one) { return one.form->id == subject->form; });
    if (same != out.end())
      same->subjects.push_back(subject);
    else if (const Form* form = find_form(draft.pack().tree, subject->form); form != nullptr)
      out.push_back({form, {subject}});
  }
  // What was put together is what the study is about: packages come before tasks on their own.
  std::stable_partition(out.begin(), out.end(), [&](const auto& one) {
    return std::ranges::any_of(one.subjects,
                               [&](const auto* s) { return find_package(draft.input.study, s->subject); });
  });
  return out;
}

const priorities::MotiveScore* strongest_motive(const std::vector<priorities::MotiveScore>& motives) {
  const auto best = std::ranges::max_element(motives, {}, &priorities::MotiveScore::value);
  return best == motives.end() ? nullptr : &*best;
}

const priorities::TaskPriority* find_priority(const Analysis& analysis, const std::string& task) {
  const auto found = std::ranges::find(analysis.priorities.tasks, task, &priorities::TaskPriority::task);
  return found == analysis.priorities.tasks.end() ? nullptr : &*found;
}

std::string step_of(const priorities::TaskPriority& task, const std::string& figure) {
  return "task." + task.task + "." + figure;
}

Sentence form_sentence(const Draft& draft, const AdvisedForm& one) {
  return {say(draft, "yes.form", {subject_names("subjects", one.subjects), term("form", "form", one.form->id)}),
          "form." + one.subjects.front()->subject};
}

Sentence motive_sentence(const Draft& draft, const priorities::TaskPriority& task,
                         const priorities::MotiveScore& motive) {
  return {say(draft, "yes.why.task", {term("task", "task", task.task), nested("because", motive.because)}),
          step_of(task, motive.motive)};
}

Sentence end_sentence(const Draft& draft, const partners::MappedArrangement& one) {
  return {say(draft, one.until.empty() ? "yes.nothing.notice" : "yes.nothing.expires",
              {word("arrangement", one.name), date("until", one.until)}),
          "arrangement." + one.id};
}

Sentence setup_months(const Draft& draft, const Form& form) {
  return value_of(draft, "dossier." + form.id + ".months");
}

Sentence setup_cost(const Draft& draft, const Form& form) { return value_of(draft, "dossier." + form.id + ".cost"); }

bool is_scheme(const Form& form) {
  return std::ranges::any_of(form.legal_basis,
                             [](const std::string& law) { return law.find("Wgr") != std::string::npos; });
}

bool is_private_entity(const Form& form) { return !form.public_law && form.legal_person.value_or(false); }

CouncilRole council_role(const Draft& draft) {
  CouncilRole role;
  for (const auto& one : advised_forms(draft)) {
    role.scheme = role.scheme || is_scheme(*one.form);
    role.private_entity = role.private_entity || is_private_entity(*one.form);
  }
  return role;
}

std::vector<const partners::MappedArrangement*> expiring(const Analysis& analysis, const std::string& partner) {
  std::vector<const partners::MappedArrangement*> out;
  for (const auto& one : analysis.partner_set.map)
    if (one.expires_soon && (partner.empty() || std::ranges::find(one.partners, partner) != one.partners.end()))
      out.push_back(&one);
  return out;
}

std::vector<std::pair<std::string, Message>> measured_vulnerability(const Analysis& analysis) {
  Tasks order;
  for (const auto& task : analysis.priorities.tasks) order.push_back(&task);
  std::ranges::stable_sort(order, {}, [](const auto* task) { return task->rank; });
  std::vector<std::pair<std::string, Message>> out;
  for (const auto* task : order)
    for (const auto& motive : task->motives)
      if (motive.motive == "specialisation" && motive.basis == Basis::measured && motive.value > 0 &&
          !motive.because.empty())
        out.emplace_back(task->task, motive.because);
  return out;
}

std::vector<const Finding*> findings_about(const Analysis& analysis, const std::string& start) {
  std::vector<const Finding*> out;
  for (const auto& finding : analysis.findings)
    if (finding.id.starts_with(start)) out.push_back(&finding);
  return out;
}

const gains::SubjectGains* main_subject(const Analysis& analysis) {
  const gains::SubjectGains* best = nullptr;
  for (const auto* finding : findings_about(analysis, "gains.")) {
    const auto* subject = gains::find_gains(analysis.gains, finding->id.substr(6));
    if (subject != nullptr && (best == nullptr || subject->saving > best->saving)) best = subject;
  }
  return best;
}

double net_of(const Analysis& analysis, const gains::SubjectGains& subject) {
  double net = 0;
  for (const auto& id : subject.tasks)
    if (const auto* task = scale::find_scale(analysis.scale, id); task != nullptr) net += task->net.band.mid;
  return net;
}

std::string field_name(const Draft& draft, const std::string& code) {
  for (const auto& field : draft.input.reference.task_fields)
    if (field.code == code) return code + " " + field.name_nl;
  return code;
}

}  // namespace koepel::report
