// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "approach/approach.h"
#include "benchmark/efficiency.h"
#include "benchmark/spending.h"
#include "factors/factors.h"
#include "forms/forms.h"
#include "gains/gains.h"
#include "model/pack.h"
#include "model/reference.h"
#include "model/study.h"
#include "model/trace.h"
#include "partners/partners.h"
#include "priorities/priorities.h"
#include "projects/projects.h"
#include "scale/scale.h"
#include "survey/survey.h"
#include "third_parties/third_parties.h"

namespace koepel {

/// What somebody should know or decide, in one sentence, with its reasons. Everything a document says comes from here
/// or from the typed parts below; nothing is computed when it is shown.
struct Finding {
  std::string id;    ///< "approach", "package.base", "form.U01", "gap.1", "pairs.conflict" ...
  std::string kind;  ///< advice | observation | missing
  Message says;
  std::vector<Message> why;
  std::vector<Message> why_not;
  Message flip;                    ///< the smallest change that would turn it; empty for observations
  std::vector<std::string> trace;  ///< steps to open
};

/// A design choice or known figure that the outcome rests on.
struct Assumption {
  std::string parameter;  ///< id of a parameter or quantity of the pack
  double value = 0;
  std::optional<double> low, high;  ///< of an uncertain quantity; none: a fixed choice
  std::string task, partner;        ///< what an estimate of the study is about; empty: everything
  std::string given_by;             ///< pack | study
  std::string source;
  std::string trace;  ///< "assumption.<parameter>" | "assumption.study.<row>"
};

struct Warning {
  std::string code;  ///< "few-answers", "function-missing", "low-coverage", "not-filed", "election-near" ...
  Message says;
  std::string trace = {};  ///< a step to open, where a figure was computed; else empty
};

/// A value with its notation, and the step that opens it; no step: a name or a word that nothing was computed for.
struct TableCell {
  TableCell(Arg said, std::string opened_by = {}) : value(std::move(said)), step(std::move(opened_by)) {}
  Arg value;
  std::string step;
};

/// A table as a document or a spreadsheet shows it: header cells are messages.
struct Table {
  std::string id;
  Message title;
  std::vector<Message> columns;
  std::vector<std::vector<TableCell>> rows;  ///< first cell is the row's header
};

/// With what this was computed. Everything a stranger needs to compute it again.
struct Receipt {
  std::string engine;  ///< version of this program
  std::string pack;    ///< id@version
  std::string pack_hash;
  std::string study_hash;  ///< over the canonical log of the study
  std::string reference_hash;
  std::uint64_t seed = 0;
  int draws = 0;
  std::string result_hash;  ///< over the JSON of everything above and below, itself empty
};

/// The one result that screens, documents, command line and API present.
struct Analysis {
  std::string schema = "koepel-analysis/1";
  StudyHead head;
  std::vector<Partner> partners;  ///< completed from the reference table
  survey::SurveyResult survey;
  partners::PartnerSet partner_set;
  factors::Factors factors;
  approach::Advice approach;
  benchmark::Spending spending;
  benchmark::Efficiency efficiency;           ///< who leads in a task, by what, and who can ride along
  scale::Scale scale;                         ///< what joint work saves, as a range, year by year
  gains::Gains gains;                         ///< who gets what of it, which key does what, which teams
  third_parties::ThirdParties third_parties;  ///< agreements that could be made once
  projects::JointProjects projects;           ///< large issues taken up together
  priorities::Priorities priorities;
  forms::Forms forms;
  std::vector<Decision> decisions;
  std::vector<Finding> findings;
  std::vector<Table> tables;
  Trace trace;  ///< all parts together, sorted by id
  std::vector<Assumption> assumptions;
  std::vector<Warning> warnings;
  Receipt receipt;
};

struct AnalysisRequest {
  const Study& study;
  const MethodPack& pack;
  const Reference& reference;
  std::string study_hash;
  std::string reference_hash;
};

/// Study + method + facts -> everything that can be said. Pure; identical for identical input on any number of cores.
[[nodiscard]] Analysis analyse(const AnalysisRequest& request);

/// "wish.2", "decision.1": the steps of own words in this row of the study's lists (from 0).
[[nodiscard]] std::string wish_id(std::size_t row);
[[nodiscard]] std::string decision_id(std::size_t row);
/// "condition.GM1724.3": the step of the condition in this row of the study's list (from 0), as it is of a partner.
[[nodiscard]] std::string condition_id(const std::string& partner, std::size_t row);
/// Whether a condition could be tested and was met for this partner, over the tasks it is about: one no is a no.
[[nodiscard]] scale::Met verdict_on(const scale::Scale& scale, const JoinCondition& condition,
                                    const std::string& partner);

/// nullptr when there is no such step / finding.
[[nodiscard]] const Step* find_step(const Analysis& analysis, const std::string& id);
[[nodiscard]] const Finding* find_finding(const Analysis& analysis, const std::string& id);

}  // namespace koepel
