// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
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

/// Which alternative of Happening a name is; none when there is no such kind.
[[nodiscard]] std::optional<std::size_t> kind_of(std::string_view event_name);

/// What the record is about. Two records with one key say the same thing twice: the later one counts. Empty for
/// decisions, which never replace each other.
[[nodiscard]] std::string key_of(const Happening& what);

/// A fold that goes on: events come in one by one, and records can be withdrawn by their key.
class StudyFold {
 public:
  /// A record whose key was seen before takes the earlier one's place. Without a key of its own it goes by `key`, so
  /// that it can be withdrawn.
  void take(const Happening& what, const std::string& key);
  void take(const Happening& what) { take(what, key_of(what)); }
  /// The record with that key is no longer part of the study; one that comes after it stands at the end. False when
  /// there is none.
  bool withdraw(const std::string& key);
  /// The state so far. Linear in its size.
  [[nodiscard]] Study study() const;

 private:
  template <class Record>
  void put(const Record& record, const std::string& key);
  void put(const StudyHead& head, const std::string&) { study_.head = head; }

  using Place = std::pair<std::size_t, std::size_t>;  ///< kind, position in its list
  Study study_;
  std::unordered_map<std::string, Place> places_;
  std::unordered_map<std::size_t, std::vector<std::size_t>> gone_;  ///< withdrawn positions by kind
};

/// The state after all events, in order. Pure; linear in the number of events (keys by hashing).
[[nodiscard]] Study fold(std::span<const Event> events);

/// A log that folds into this study: its records in the order of the Study struct, numbered from 1.
/// fold(log_of(s)) == s for every study without two records of one key (a property test).
[[nodiscard]] std::vector<Event> log_of(const Study& study);

}  // namespace koepel
