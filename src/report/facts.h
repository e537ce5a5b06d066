// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/analysis.h"
#include "report/draft.h"

// What a document shows first: selections and orders of what the analysis gives. Nothing is computed here.

namespace koepel::report {

using Tasks = std::vector<const priorities::TaskPriority*>;
using Subjects = std::vector<const forms::SubjectAdvice*>;

/// The step of how many tasks there are in a package.
[[nodiscard]] std::string count_step(priorities::Package package);
/// Tasks of a package, best mean rank first.
[[nodiscard]] Tasks tasks_in(const Analysis& analysis, priorities::Package package);
/// Their names as one argument, at most so many.
[[nodiscard]] Arg task_names(const std::string& arg, const Tasks& tasks, std::size_t most = 99);
/// Subjects with an advised form, and those without.
[[nodiscard]] Subjects advised(const Analysis& analysis);
[[nodiscard]] Subjects not_advised(const Analysis& analysis);
[[nodiscard]] Arg subject_names(const std::string& arg, const Subjects& subjects);

/// Advised forms, each once, with the subjects they are advised for.
struct AdvisedForm {
  const Form* form = nullptr;
  Subjects subjects;
};
[[nodiscard]] std::vector<AdvisedForm> advised_forms(const Draft& draft);

/// The motive that weighs most in a task's value as given; nullptr when none.
[[nodiscard]] const priorities::MotiveScore* strongest_motive(const std::vector<priorities::MotiveScore>& motives);
[[nodiscard]] const priorities::TaskPriority* find_priority(const Analysis& analysis, const std::string& task);

// Sentences and steps that more chapters tell.

/// The step of a figure of a task: "task.U01.value".
[[nodiscard]] std::string step_of(const priorities::TaskPriority& task, const std::string& figure);
/// Which form is advised for which subjects.
[[nodiscard]] Sentence form_sentence(const Draft& draft, const AdvisedForm& one);
/// Why a task is on the list, by its strongest motive.
[[nodiscard]] Sentence motive_sentence(const Draft& draft, const priorities::TaskPriority& task,
                                       const priorities::MotiveScore& motive);
/// When a partnership ends, or how it can be ended.
[[nodiscard]] Sentence end_sentence(const Draft& draft, const partners::MappedArrangement& one);

/// How long setting up a form takes and what it costs once, as the method's dossier says.
[[nodiscard]] Sentence setup_months(const Draft& draft, const Form& form);
[[nodiscard]] Sentence setup_cost(const Draft& draft, const Form& form);

/// A joint scheme under the Wgr: councils give a view and permission.
[[nodiscard]] bool is_scheme(const Form& form);
/// A private legal person: councils give wishes and concerns.
[[nodiscard]] bool is_private_entity(const Form& form);
/// What an advised form asks of the council.
struct CouncilRole {
  bool scheme = false;
  bool private_entity = false;
};
[[nodiscard]] CouncilRole council_role(const Draft& draft);

/// Partnerships that end soon, as the analysis marks them; of one partner when given.
[[nodiscard]] std::vector<const partners::MappedArrangement*> expiring(const Analysis& analysis,
                                                                       const std::string& partner = {});
/// What figures measured on scarce staff: the reasons of the specialisation motive, best tasks first.
[[nodiscard]] std::vector<std::pair<std::string, Message>> measured_vulnerability(const Analysis& analysis);

/// Findings whose id starts so, in the analysis's order.
[[nodiscard]] std::vector<const Finding*> findings_about(const Analysis& analysis, const std::string& start);
/// Of the subjects that the analysis tells the gains of, the one with the largest saving; nullptr when none is told.
[[nodiscard]] const gains::SubjectGains* main_subject(const Analysis& analysis);
/// What its tasks bring over ten years with the cost of the change, mean of the draws, euro; below zero is a loss.
[[nodiscard]] double net_of(const Analysis& analysis, const gains::SubjectGains& subject);

/// "7.3 Afval": the code with its Dutch name where the reference table knows it.
[[nodiscard]] std::string field_name(const Draft& draft, const std::string& code);

}  // namespace koepel::report
