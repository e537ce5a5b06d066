// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "model/study.h"

namespace koepel {

/// What happened in a study. Each kind carries the whole record; a later record with the same key replaces the
/// earlier one in the fold, and nothing is removed from the log.
using Happening =
    std::variant<StudyHead, Partner, GrossListEntry, TaskPackage, Figures, Rating, Arrangement, ThirdParty, Respondent,
                 AnswerSheet, IndicatorValue, TreeAnswers, FunctionWish, FormPreference, Decision, Estimate,
                 DriverValue, CostKeyPart, TeamRule, JoinCondition, Project, ProjectEffort>;

/// One line of the append-only log: who said, answered, entered or decided what, when.
struct Event {
  int number = 0;     ///< 1, 2, 3 ... within the study
  std::string date;   ///< ISO date; the study's own date where the record has none
  std::string actor;  ///< respondent code, role, deciding body or "facilitator"; never a person's name
  Happening what;

  bool operator==(const Event&) const = default;
};

/// The stable English name of a kind of event: "partner-joined", "task-listed", "answers-given" ...
[[nodiscard]] std::string event_name(const Happening& what);

/// What the record is about. Two records with one key say the same thing twice: the later one counts. Empty for
/// decisions, which never replace each other.
[[nodiscard]] std::string key_of(const Happening& what);

/// The state after all events, in order. Pure; linear in the number of events (keys by hashing).
[[nodiscard]] Study fold(std::span<const Event> events);

/// A log that folds into this study: its records in the order of the Study struct, numbered from 1.
/// fold(log_of(s)) == s for every study without two records of one key (a property test).
[[nodiscard]] std::vector<Event> log_of(const Study& study);

}  // namespace koepel
