// SPDX-License-Identifier: EUPL-1.2
// The story for everybody: what is it about, what changes, what does it cost, who decides. Short, without terms of the
// trade. The face is citizens_story.
#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

using priorities::Package;

void what_is_it_about(Draft& draft) {
  const Analysis& a = draft.analysis();
  chapter(draft, "chapter.public.about");
  paragraph(draft, say(draft, "public.partners", {terms("partners", "partner", [&] {
                         std::vector<std::string> ids;
                         for (const auto& partner : a.partners) ids.push_back(partner.id);
                         return ids;
                       }())}));
  const std::string& occasion = a.head.occasion.in(draft.document.language);
  if (!occasion.empty()) named_paragraph(draft, say(draft, "public.occasion"), occasion);
  const std::string& question = a.head.question.in(draft.document.language);
  if (!question.empty()) named_paragraph(draft, say(draft, "public.question"), question);
  figure(draft, "map");
}

/// "Paspoorten: waarom."
void tasks_of(Draft& draft, Package package, const char* key) {
  const Tasks tasks = tasks_in(draft.analysis(), package);
  if (tasks.empty()) return;
  section(draft, say(draft, key));
  paragraph(draft, {say(draft, std::string(key) + ".means", {number("n", static_cast<double>(tasks.size()))}),
                    count_step(package)});
  Lines lines;
  for (const auto* task : tasks) {
    const auto* motive = strongest_motive(task->motives);
    const std::string task_name = capital(name(draft, "task", task->task));
    if (lines.size() >= 8) break;
    lines.push_back(motive == nullptr ? task_name
                                      : say(draft, "public.task",
                                            {word("task", task_name), term("motive", "motive", motive->motive)}));
  }
  bullets(draft, lines);
  if (tasks.size() > lines.size())
    paragraph(draft,
              {say(draft, "public.tasks.rest", {number("n", static_cast<double>(tasks.size() - lines.size()))}),
               count_step(package)},
              "note");
}

void forms_plainly(Draft& draft) {
  const auto forms = advised_forms(draft);
  section(draft, say(draft, "public.forms"));
  if (forms.empty()) paragraph(draft, say(draft, "public.forms.none"));
  for (const auto& one : forms)
    named_paragraph(
        draft,
        say(draft, "public.form", {subject_names("subjects", one.subjects), term("form", "form_short", one.form->id)}),
        say(draft, one.form->what));
}

void who_decides(Draft& draft) {
  chapter(draft, "chapter.public.who", false);
  const CouncilRole role = council_role(draft);
  Lines lines{say(draft, "public.who.college")};
  if (role.scheme) lines.push_back(say(draft, "public.who.scheme"));
  if (role.private_entity) lines.push_back(say(draft, "public.who.private"));
  lines.push_back(say(draft, "public.who.staff"));
  lines.push_back(say(draft, "public.who.you"));
  bullets(draft, lines);
}

}  // namespace

void citizens_story(Draft& draft) {
  what_is_it_about(draft);
  chapter(draft, "chapter.public.change", false);
  tasks_of(draft, Package::base, "public.base");
  tasks_of(draft, Package::plus, "public.plus");
  if (tasks_in(draft.analysis(), Package::base).empty() && tasks_in(draft.analysis(), Package::plus).empty())
    paragraph(draft, say(draft, "public.nothing"));
  forms_plainly(draft);
  section(draft, say(draft, "public.same"));
  bullets(draft, {say(draft, "public.same.councils"), say(draft, "public.same.rules"), say(draft, "public.same.desk")});
  chapter(draft, "chapter.public.cost", false);
  paragraph(draft, say(draft, "public.cost"));
  paragraph(draft, say(draft, "public.cost.unknown"));
  who_decides(draft);
}

}  // namespace koepel::report
