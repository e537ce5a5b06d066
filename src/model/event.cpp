// SPDX-License-Identifier: EUPL-1.2
// A log of events in, the study they add up to out; and the other way round. Face: fold, log_of.
#include "model/event.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>

namespace koepel {

namespace {

/// Where a study keeps each kind of record, in the order of the Study struct and of the log.
constexpr std::tuple lists{&Study::partners,       &Study::gross_list,   &Study::packages,        &Study::figures,
                           &Study::ratings,        &Study::arrangements, &Study::third_parties,   &Study::respondents,
                           &Study::answers,        &Study::indicators,   &Study::tree_answers,    &Study::functions,
                           &Study::preferences,    &Study::decisions,    &Study::estimates,       &Study::driver_values,
                           &Study::cost_keys,      &Study::team_rules,   &Study::join_conditions, &Study::projects,
                           &Study::project_efforts};

/// Parts with their lengths, so that ("a", "bc") and ("ab", "c") are different keys.
std::string join(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const auto part : parts) key.append(std::to_string(part.size())).append(":").append(part);
  return key;
}

std::string join(const std::vector<std::string>& parts) {
  std::string key;
  for (const auto& part : parts) key += join({part});
  return key;
}

struct KeyOf {
  std::string operator()(const StudyHead&) const { return "head"; }
  std::string operator()(const Partner& r) const { return join({r.id}); }
  std::string operator()(const GrossListEntry& r) const { return join({r.task}); }
  std::string operator()(const TaskPackage& r) const { return join({r.id}); }
  std::string operator()(const Figures& r) const {
    return join({r.partner, r.task, r.year ? std::to_string(*r.year) : ""});
  }
  std::string operator()(const Rating& r) const { return join({r.partner, r.task, r.role}); }
  std::string operator()(const Arrangement& r) const { return join({r.id}); }
  std::string operator()(const ThirdParty& r) const { return join({r.id}); }
  std::string operator()(const Respondent& r) const { return join({r.id}); }
  std::string operator()(const AnswerSheet& r) const { return join({r.respondent}); }
  std::string operator()(const IndicatorValue& r) const { return join({r.indicator}); }
  std::string operator()(const TreeAnswers& r) const { return join({r.subject, r.respondent, r.partner}); }
  std::string operator()(const FunctionWish& r) const { return join({r.subject, r.motive, r.partner, r.role}); }
  std::string operator()(const FormPreference& r) const { return join({r.subject, r.form, r.partner, r.role}); }
  std::string operator()(const Decision&) const { return {}; }
  std::string operator()(const Estimate& r) const { return join({r.quantity, r.task, r.partner}); }
  std::string operator()(const DriverValue& r) const {
    return join({r.driver, r.partner, r.subject, r.year ? std::to_string(*r.year) : ""});
  }
  std::string operator()(const CostKeyPart& r) const { return join({r.id, r.driver}); }
  std::string operator()(const TeamRule& r) const { return join({r.subject, r.kind, join(r.partners)}); }
  std::string operator()(const JoinCondition& r) const {
    return join({r.partner, r.subject, r.kind, r.kind == "statement" ? r.statement : ""});
  }
  std::string operator()(const Project& r) const { return join({r.id}); }
  std::string operator()(const ProjectEffort& r) const { return join({r.project, r.partner}); }
};

struct ActorOf {
  template <class Record>
  std::string operator()(const Record&) const {
    return {};
  }
  std::string operator()(const Rating& r) const { return r.role; }
  std::string operator()(const AnswerSheet& r) const { return r.respondent; }
  std::string operator()(const TreeAnswers& r) const { return r.respondent; }
  std::string operator()(const FunctionWish& r) const { return r.role; }
  std::string operator()(const FormPreference& r) const { return r.role; }
  std::string operator()(const Decision& r) const { return r.body; }
};

std::string date_of(const Happening& what, const std::string& study_date) {
  const auto* decision = std::get_if<Decision>(&what);
  return decision != nullptr && !decision->date.empty() ? decision->date : study_date;
}

Event event_of(Happening what, std::size_t number, const std::string& study_date) {
  auto actor = std::visit(ActorOf{}, what);
  auto date = date_of(what, study_date);
  return {static_cast<int>(number), std::move(date), actor.empty() ? "facilitator" : std::move(actor), std::move(what)};
}

constexpr std::array<std::string_view, std::variant_size_v<Happening>> kind_names{
    "study-opened",     "partner-joined",        "task-listed",       "package-made",      "figures-entered",
    "task-rated",       "arrangement-mapped",    "third-party-named", "respondent-listed", "answers-given",
    "indicator-set",    "tree-walked",           "function-stated",   "form-preferred",    "decision-taken",
    "estimate-entered", "driver-counted",        "key-proposed",      "team-rule-set",     "condition-stated",
    "project-proposed", "project-effort-entered"};

/// A list without the records at these positions.
template <class Record>
void leave_out(std::vector<Record>& list, std::vector<std::size_t> gone) {
  std::sort(gone.begin(), gone.end());
  std::vector<Record> kept;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (!std::binary_search(gone.begin(), gone.end(), i)) kept.push_back(std::move(list[i]));
  list = std::move(kept);
}

}  // namespace

std::string event_name(const Happening& what) { return std::string(kind_names[what.index()]); }

std::optional<std::size_t> kind_of(std::string_view event_name) {
  const auto found = std::find(kind_names.begin(), kind_names.end(), event_name);
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kind_names.begin());
}

std::string key_of(const Happening& what) {
  const auto key = std::visit(KeyOf{}, what);
  return key.empty() ? key : event_name(what) + ' ' + key;
}

template <class Record>
void StudyFold::put(const Record& record, const std::string& key) {
  auto& list = study_.*std::get<std::vector<Record> Study::*>(lists);
  const Place end{Happening(std::in_place_type<Record>).index(), list.size()};
  const auto [place, fresh] = key.empty() ? std::pair{places_.end(), true} : places_.try_emplace(key, end);
  if (fresh) {
    list.push_back(record);
  } else {
    list[place->second.second] = record;
  }
}

void StudyFold::take(const Happening& what, const std::string& key) {
  std::visit([&](const auto& record) { put(record, key); }, what);
}

bool StudyFold::withdraw(const std::string& key) {
  const auto found = places_.find(key);
  if (found == places_.end()) return false;
  const auto [kind, position] = found->second;
  gone_[kind].push_back(position);
  places_.erase(found);
  return true;
}

Study StudyFold::study() const {
  Study study = study_;
  const auto compact = [&]<class Record>(std::vector<Record> Study::*list) {
    const auto gone = gone_.find(Happening(std::in_place_type<Record>).index());
    if (gone != gone_.end()) leave_out(study.*list, gone->second);
  };
  std::apply([&](auto... list) { (compact(list), ...); }, lists);
  return study;
}

Study fold(std::span<const Event> events) {
  StudyFold folding;
  for (const auto& event : events) folding.take(event.what);
  return folding.study();
}

std::vector<Event> log_of(const Study& study) {
  std::vector<Event> log;
  const auto add = [&](const auto& record) { log.push_back(event_of(record, log.size() + 1, study.head.date)); };
  add(study.head);
  std::apply([&](auto... list) { (std::for_each((study.*list).begin(), (study.*list).end(), add), ...); }, lists);
  return log;
}

}  // namespace koepel
