// SPDX-License-Identifier: EUPL-1.2
// Draft resolutions per body: numbered points that follow from the findings, in the words of a decision.
#include "report/chapters.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

using priorities::Package;

constexpr std::size_t tasks_named = 8;

/// One point, or none when the package is empty.
Lines point_on_tasks(const Draft& draft, const char* key, Package package) {
  const Tasks tasks = tasks_in(draft.analysis(), package);
  if (tasks.empty()) return {};
  const std::string more = tasks.size() > tasks_named ? ".more" : "";
  return {{say(draft, key + more,
               {number("n", static_cast<double>(tasks.size())), task_names("tasks", tasks, tasks_named)}),
           count_step(package)}};
}

void add(Lines& points, const Lines& more) { points.insert(points.end(), more.begin(), more.end()); }

void add_forms(const Draft& draft, Lines& points, const char* key) {
  for (const auto& one : advised_forms(draft))
    points.emplace_back(say(draft, key, {subject_names("subjects", one.subjects), term("form", "form", one.form->id)}),
                        "form." + one.subjects.front()->subject);
}

/// "«form» voor subject; «form» voor subject".
std::string forms_in_one_point(const Draft& draft) {
  std::string out;
  for (const auto& one : advised_forms(draft))
    out +=
        (out.empty() ? "" : "; ") + say(draft, "resolution.form_for",
                                        {subject_names("subjects", one.subjects), term("form", "form", one.form->id)});
  return out;
}

/// Which forms ask the council for a view, or for wishes and concerns.
Lines council_procedure(const Draft& draft) {
  const CouncilRole role = council_role(draft);
  Lines points;
  if (role.scheme) points.push_back(say(draft, "resolution.council.scheme"));
  if (role.private_entity) points.push_back(say(draft, "resolution.council.private"));
  return points;
}

}  // namespace

void resolution_of_college(Draft& draft) {
  const Analysis& a = draft.analysis();
  Lines points;
  points.push_back(say(draft, "resolution.college.study",
                       {word("title", a.head.title.in(draft.document.language)), date("date", a.head.date)}));
  if (a.approach.enough)
    points.push_back(say(draft, "resolution.college.approach",
                         {term("approach", "approach", approach::id_of(a.approach.approach))}));
  add(points, point_on_tasks(draft, "resolution.college.base", Package::base));
  add_forms(draft, points, "resolution.college.form");
  if (const Subjects open = not_advised(a); !open.empty())
    points.push_back(say(draft, "resolution.college.open", {subject_names("subjects", open)}));
  if (!tasks_in(a, Package::plus).empty())
    points.push_back(
        say(draft, tasks_in(a, Package::base).empty() ? "resolution.college.plus_alone" : "resolution.college.plus"));
  if (!a.factors.code_of_conduct.empty()) points.push_back(say(draft, "resolution.college.conduct"));
  points.push_back(say(draft, "resolution.college.works_council"));
  const CouncilRole role = council_role(draft);
  if (role.scheme) points.push_back(say(draft, "resolution.college.scheme"));
  if (role.private_entity) points.push_back(say(draft, "resolution.college.private"));
  points.push_back(say(draft, "resolution.college.report"));
  box(draft, "resolution", say(draft, "resolution.college.title"), {say(draft, "resolution.college.opening")}, points);
}

void resolution_of_council(Draft& draft) {
  Lines points{say(draft, "resolution.council.note")};
  add(points, point_on_tasks(draft, "resolution.council.base", Package::base));
  if (const std::string wanted = forms_in_one_point(draft); !wanted.empty())
    points.push_back(say(draft, "resolution.council.forms", {word("forms", wanted)}));
  add(points, council_procedure(draft));
  points.push_back(say(draft, "resolution.council.frames"));
  points.push_back(say(draft, "resolution.council.evaluation"));
  box(draft, "resolution", say(draft, "resolution.council.title"), {say(draft, "resolution.council.opening")}, points);
}

void request_to_works_council(Draft& draft) {
  const Analysis& a = draft.analysis();
  Lines points;
  add(points, point_on_tasks(draft, "resolution.works_council.decision", Package::base));
  for (const auto& one : advised_forms(draft)) {
    const std::string staff = say(draft, one.form->staff);
    points.push_back(
        say(draft, staff.empty() ? "resolution.works_council.form.bare" : "resolution.works_council.form",
            {subject_names("subjects", one.subjects), term("form", "form", one.form->id), word("staff", staff)}));
  }
  if (advised_forms(draft).empty()) points.push_back(say(draft, "resolution.works_council.no_form"));
  points.push_back(say(draft, "resolution.works_council.reasons"));
  points.push_back(say(draft, "resolution.works_council.measures"));
  if (a.partners.size() > 1) points.push_back(say(draft, "resolution.works_council.joint"));
  box(draft, "resolution", say(draft, "resolution.works_council.title"),
      {say(draft, "resolution.works_council.opening")}, points);
}

}  // namespace koepel::report
