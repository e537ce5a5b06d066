// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pack.h"
#include "model/study.h"
#include "model/trace.h"
#include "tree/tree.h"

namespace koepel::forms {

struct FormShare {
  std::string form;
  double share = 0;  ///< how often it wins when the answers are drawn from what respondents said, [0, 1]
};

/// Distribution of the position on the continuum for one partner, or for all together (partner empty).
struct PositionBand {
  std::string partner;
  int voices = 0;  ///< walks of the tree behind it
  Band position;   ///< 0..100, exact from the answer shares (the questions taken as independent)
};

/// A question on which the respondents differ.
struct Division {
  std::string question;
  std::vector<std::pair<std::string, double>> shares;  ///< answer -> share of voices
};

struct NotThisOne {
  std::string form;
  double score_behind = 0;                  ///< points behind the winner; 0 when knocked out
  std::vector<tree::KnockOut> knocked_out;  ///< legal or definitional
  Message why;
};

/// A form somebody preferred beforehand, against what the functions lead to.
struct PreferenceCheck {
  std::string form;
  std::string partner;
  std::string role;
  std::string reason;
  std::optional<double> distance;  ///< positions between the preference and the advice
  bool same = false;
  std::optional<tree::Flip> would_need;  ///< what would have to be true for it to be right
  std::vector<tree::KnockOut> knocked_out;
};

/// The place of one task or package on the continuum, and the form that follows from its function.
struct SubjectAdvice {
  std::string subject;  ///< task code or package id
  std::vector<std::string> tasks;
  std::optional<double> today;  ///< mean over partners of the form they use now
  std::vector<std::pair<std::string, double>> today_per_partner;
  bool function_recorded = false;
  std::vector<std::string> functions;  ///< motives recorded, most important first
  bool asked = false;                  ///< somebody walked the tree
  std::vector<PositionBand> bands;     ///< first all together, then per partner
  tree::Answers agreed;                ///< most given answer per question (ties: the lighter position)
  tree::Outcome outcome;               ///< of the agreed answers
  std::string form;                    ///< the advised form; empty without function, answers or any form left
  std::vector<FormShare> shares;       ///< over the draws, most often first
  std::vector<FormShare> robustness;   ///< how often each form comes first when the tree's weights are doubted
  double no_form_share = 0;            ///< draws that left no form
  std::vector<Division> divisions;
  std::vector<Message> why;
  std::vector<NotThisOne> why_not;  ///< the two next in rank and every stated preference
  std::optional<tree::Flip> flip;
  std::vector<PreferenceCheck> preferences;
  Message missing;  ///< "function missing: ...", "no answers yet", "no form left": empty otherwise
};

/// A direction for the whole: per criterion what the chosen principles add up to.
struct GuidingStatement {
  std::string criterion;
  double lean = 0;  ///< mean delta of chosen answers, scaled to [-1, 1]: - independence, + dependence
  Text statement;
  std::vector<tree::Principle> principles;  ///< most often chosen first, over all subjects
};

/// Where a task of the gross list that nobody answered the tree for stands today: mean over partners of the form that
/// an existing partnership gives it.
struct TaskToday {
  std::string task;
  double position = 0;  ///< 0..100
  std::string trace;    ///< "form.<task>.today"
};

struct Forms {
  std::vector<SubjectAdvice> subjects;  ///< subjects with a recorded function, preference or tree answers, study order
  std::vector<TaskToday> today;         ///< tasks that are no subject and that a partnership covers, list order
  std::vector<GuidingStatement> statements;  ///< four criteria
  std::vector<Message> vision;               ///< umbrella vision, sentence by sentence
  Trace trace;                               ///< "form.<subject>", "form.<subject>.position", ".today", ".score.<form>"
};

/// Derives position and form for every subject from the recorded functions and the answers given; many respondents give
/// a distribution (exact for the position; `draws` seeded draws for the winning form). Form follows function: without a
/// recorded function nothing is advised and `missing` says what to record.
[[nodiscard]] Forms derive(const Study& study, const MethodPack& pack);

}  // namespace koepel::forms
