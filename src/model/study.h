// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/money.h"
#include "base/origin.h"
#include "base/text.h"
#include "model/quantities.h"

// A study (traject): everything known about one group of municipalities that considers working together.
// Each record is what one row of the study folder says; `origin` is that row. Ids are text: municipalities carry
// their CBS code ("GM1724"), tasks the code of the catalogue ("U01"), respondents a code without a name.
// docs/study-folder.md describes the same records for the people who fill them in.

namespace koepel {

/// A motive's weight as somebody stated it. Weights may be exact, ranked or intervals; nothing stated = all equal
/// chances (uniform on the simplex).
struct MotiveWeight {
  std::string motive;
  std::optional<double> exact;                       ///< relative weight >= 0
  std::optional<int> rank;                           ///< 1 = most important; equal ranks are allowed
  std::optional<std::pair<double, double>> between;  ///< share of the total, in [0, 1]
  Origin origin;
  bool operator==(const MotiveWeight&) const = default;
};

/// study.yaml: what the study is about. The engine has no clock: `date` is "today" for every computation.
struct StudyHead {
  std::string id;
  Text title;
  Text question;       ///< what the colleges want to have decided
  Text occasion;       ///< why now
  std::string date;    ///< ISO date
  std::string method;  ///< id of the method pack; empty: the one delivered
  std::uint64_t seed = 1;
  int draws = 10000;
  Text invented;                  ///< not empty: which part of the data is invented; stands on every page
  std::string facilitator;        ///< bureau or team that guides the study
  std::string council_elections;  ///< ISO date of the next elections, or empty
  std::vector<MotiveWeight> weights;
  Origin origin;
  bool operator==(const StudyHead&) const = default;
};

/// A municipality that takes part. Figures that are not given come from the reference table.
struct Partner {
  std::string id;
  std::string name;
  std::string province;
  std::optional<int> inhabitants;
  std::optional<int> dwellings;
  std::optional<double> land_area_ha;
  std::optional<int> urbanity;  ///< CBS class: 1 very strongly urban .. 5 not urban
  std::string source;
  Origin origin;
  bool operator==(const Partner&) const = default;
};

/// A task on the gross list (groslijst). Texts left empty come from the catalogue.
struct GrossListEntry {
  std::string task;
  Text name;
  std::string group;    ///< implementation | enabling | service | development; empty: the catalogue's
  bool on_list = true;  ///< false: looked at and left out, `note` says why
  Text possibilities;   ///< what could concretely be done together
  std::string note;
  Origin origin;
  bool operator==(const GrossListEntry&) const = default;
};

/// A named set of tasks that is judged as one in the decision tree.
struct TaskPackage {
  std::string id;
  Text name;
  std::vector<std::string> tasks;
  Origin origin;
  bool operator==(const TaskPackage&) const = default;
};

/// What a task costs one partner in one year. Absent is unknown, never zero.
struct Figures {
  std::string partner;
  std::string task;
  std::optional<Money> fixed_cost;
  std::optional<Money> variable_cost;
  std::optional<double> fte;
  std::optional<double> volume;
  std::string unit;
  std::optional<int> year;
  std::string source;
  Origin origin;
  bool operator==(const Figures&) const = default;
};

/// How one role group at one partner judges a task; scores 1..5 per criterion. Criteria: urgency,
/// political_sensitivity, and the five motives.
struct Rating {
  std::string partner;
  std::string task;
  std::string role;
  std::vector<std::pair<std::string, double>> scores;
  std::string note;
  Origin origin;
  bool operator==(const Rating&) const = default;
};

/// An existing partnership. `members` holds partner ids and, for others, plain names.
struct Arrangement {
  std::string id;
  std::string name;
  std::string form;  ///< form id of the method pack; empty: not known
  std::vector<std::string> tasks;
  std::vector<std::string> members;
  std::string host;          ///< member that carries it out for the others, or empty
  std::optional<int> since;  ///< year
  std::string until;         ///< ISO date on which it ends, or empty
  std::optional<Money> cost_per_year;
  std::optional<int> notice_months;
  std::string exit_terms;
  std::string source;
  Origin origin;
  bool operator==(const Arrangement&) const = default;
};

/// An organisation outside that several partners deal with (housing corporation, care provider, company).
struct ThirdParty {
  std::string id;
  std::string name;
  std::string kind;
  std::vector<std::string> tasks;
  std::vector<std::string> partners;
  std::optional<double> agreements_per_year;  ///< made anew with each partner
  std::optional<double> hours_per_agreement;  ///< spent by the partner on one
  std::optional<double> hours_other_side;     ///< spent by the third party on one
  std::string source;
  Origin origin;
  bool operator==(const ThirdParty&) const = default;
};

/// Somebody who was polled. No names: partner and role group only.
struct Respondent {
  std::string id;
  std::string partner;
  std::string role;  ///< administrator | council_member | official | works_council | staff
  Origin origin;
  bool operator==(const Respondent&) const = default;
};

/// One respondent's answers, 1..5 as given (not recoded). "Don't know" and blank are left out.
struct AnswerSheet {
  std::string respondent;
  std::vector<std::pair<std::string, int>> answers;  ///< item id, 1..5
  Origin origin;
  bool operator==(const AnswerSheet&) const = default;
};

/// A fact for the choice of approach or a given of the study: number or word as the pack's indicator asks.
struct IndicatorValue {
  std::string indicator;
  std::string value;
  std::string note;
  std::string source;
  Origin origin;
  bool operator==(const IndicatorValue&) const = default;
};

/// One respondent's walk through the decision tree for a task or package. `respondent` may be empty: then the
/// answers are the study's own (a working group's agreed answers) and count as one voice.
struct TreeAnswers {
  std::string subject;  ///< task code or package id
  std::string respondent;
  std::string partner;  ///< filled from the respondent, or given when there is no respondent
  std::vector<std::pair<std::string, std::vector<std::string>>> answers;  ///< question, chosen answers
  Origin origin;
  bool operator==(const TreeAnswers&) const = default;
};

/// The function: which motive is sought for a task, how important, by whom. Without one no form is advised.
struct FunctionWish {
  std::string subject;
  std::string motive;
  int importance = 3;   ///< 1 a little .. 5 decisive
  std::string partner;  ///< empty: all together
  std::string role;
  std::string statement;  ///< in own words: what must be better afterwards
  Origin origin;
  bool operator==(const FunctionWish&) const = default;
};

/// A form that somebody prefers beforehand. Kept as what it is: a preference.
struct FormPreference {
  std::string subject;  ///< task, package, or empty for the whole study
  std::string form;
  std::string partner;
  std::string role;
  std::string reason;
  Origin origin;
  bool operator==(const FormPreference&) const = default;
};

/// What a body decided or advised during the study.
struct Decision {
  std::string date;
  std::string body;     ///< college | council | works_council | steering_group
  std::string partner;  ///< empty: all together
  std::string subject;
  std::string decision;  ///< in own words
  Origin origin;
  bool operator==(const Decision&) const = default;
};

/// The state of a study: the fold of its events (event.h). Order of records is the order of the events.
struct Study {
  StudyHead head;
  std::vector<Partner> partners;
  std::vector<GrossListEntry> gross_list;
  std::vector<TaskPackage> packages;
  std::vector<Figures> figures;
  std::vector<Rating> ratings;
  std::vector<Arrangement> arrangements;
  std::vector<ThirdParty> third_parties;
  std::vector<Respondent> respondents;
  std::vector<AnswerSheet> answers;
  std::vector<IndicatorValue> indicators;
  std::vector<TreeAnswers> tree_answers;
  std::vector<FunctionWish> functions;
  std::vector<FormPreference> preferences;
  std::vector<Decision> decisions;
  std::vector<Estimate> estimates;
  std::vector<DriverValue> driver_values;
  std::vector<CostKeyPart> cost_keys;
  std::vector<TeamRule> team_rules;
  std::vector<JoinCondition> join_conditions;
  std::vector<Project> projects;
  std::vector<ProjectEffort> project_efforts;

  bool operator==(const Study&) const = default;
};

/// nullptr when the study has no such partner / package / respondent.
[[nodiscard]] const Partner* find_partner(const Study& study, const std::string& id);
[[nodiscard]] const TaskPackage* find_package(const Study& study, const std::string& id);
[[nodiscard]] const Respondent* find_respondent(const Study& study, const std::string& id);

}  // namespace koepel
