// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"
#include "model/reference.h"
#include "model/study.h"
#include "model/trace.h"
#include "scale/scale.h"
#include "settlement/compare_keys.h"

// What joint work brings and how it could be shared: the saving of every group of partners (scale) becomes a game, its
// solutions and the cost keys are laid side by side, and the best teams are sought. docs/methods/who-gets-what.md.

namespace koepel::gains {

/// A partner's part of the yearly saving, once reached, under three rules of fair division.
struct Share {
  std::string partner;
  Money alone;                     ///< own cost of today
  Money shapley;                   ///< what it adds on average
  std::optional<Money> nucleolus;  ///< the least reason to leave for whoever has most of it; none: stopped
  std::optional<Money> per_head;   ///< the same, counted per member of a group
  std::string trace;               ///< "gains.<subject>.<partner>"
};

/// A cost key seen by every group of partners. Amounts: what each saves under the key.
struct JudgedKey {
  std::string key;
  std::vector<std::string> worse_off;  ///< partners that do better alone
  bool keeps_everybody = false;        ///< no group of partners does better apart (the key lies in the core)
  std::vector<std::string> leaving;    ///< the group with most reason to leave
  Money reason;                        ///< what it would gain by leaving; below zero: what it would lose
  std::vector<Message> says;
  std::string trace;  ///< "gains.<subject>.key.<key>"
};

struct TeamSaving {
  std::vector<std::string> partners;
  Money saving;       ///< per year
  std::string trace;  ///< "gains.<subject>.team.<number>"; empty for one fixed division
};

/// The best division of the partners into teams for one subject.
struct Teams {
  std::vector<TeamSaving> teams;
  Money saving;
  bool proven = false;
  std::vector<Message> says;  ///< rules that clash, who would rather be elsewhere, what one team for all costs
};

/// One task, or a package: the tasks of it that have a cost model, added up.
struct SubjectGains {
  std::string subject;
  std::vector<std::string> tasks;     ///< that were added up
  std::vector<std::string> without;   ///< tasks of the package that could not be: no figures, or not enough
  std::vector<std::string> partners;  ///< with figures, in the study's order
  std::vector<std::string> outside;   ///< partners without figures
  Money alone, saving, together;      ///< per year, all of `partners`, once reached, likely values
  std::vector<Share> shares;
  bool core_exists = false;
  std::vector<Message> says;           ///< on the core, and which keys leave nobody worse off
  settlement::KeyComparison keys;      ///< of the joint cost; its trace stands in Gains::trace
  std::vector<JudgedKey> judged_keys;  ///< those of `keys` that could be computed
  Teams teams;
  Message missing;    ///< why there is nothing; then only subject, tasks, partners and outside are filled
  std::string trace;  ///< "gains.<subject>"
};

/// Every task its own teams, beside one division for all modelled tasks.
struct Geometry {
  std::vector<TeamSaving> one_house;
  Money per_task;            ///< saving when every task has its own best teams
  Money together;            ///< saving of the best single division
  Money price_of_one_house;  ///< what a single division costs
  Message says;
  std::string trace;  ///< "gains.geometry"
};

/// What all tasks that are expected to save mean together for one partner. Nobody would take up the others for money.
struct PartnerTotal {
  std::string partner;
  int tasks = 0;               ///< with its figures, and expected to save
  int left_out = 0;            ///< with its figures, not expected to save: not in any sum here
  Money alone;                 ///< own cost of today of those tasks, per year
  Money saving;                ///< its part, by what it adds on average (Shapley), per year once reached
  Money ten_years;             ///< cash flows of ten years, cost of the change included
  std::optional<int> payback;  ///< first year after which it has gained and stays so; none: never within ten years
  std::string trace;           ///< "gains.total.<partner>"
};

struct Gains {
  std::vector<SubjectGains> subjects;  ///< tasks with a cost model in list order, then packages
  std::vector<PartnerTotal> totals;    ///< of partners with figures, in the study's order
  std::optional<Geometry> geometry;    ///< with two or more tasks
  bool complete = true;                ///< false: stopped before the end
  Trace trace;
};

/// Shares, keys and teams for every task with a cost model and every package that holds one. Up to 25 partners exactly;
/// with more the subject is "missing" and says so. Cost: per task some passes over 2^n savings.
[[nodiscard]] Gains weigh_gains(const Study& study, const MethodPack& pack, const Reference& reference,
                                const scale::Scale& scale, const Progress& progress = {});

/// Which part of the cost moves between partners by itself under a key, in the years looked at; none: not known.
[[nodiscard]] std::optional<double> moved_by(const SubjectGains& subject, const std::string& key);
/// nullptr when there is no such subject.
[[nodiscard]] const SubjectGains* find_gains(const Gains& gains, const std::string& subject);

}  // namespace koepel::gains
