// SPDX-License-Identifier: EUPL-1.2
// Changes as typed in; events in the log, or every reason why not, out. Faces: submit, undo.
#include "service/changes.h"

#include <algorithm>
#include <map>

#include "exchange/record_json.h"
#include "service/problem_of.h"

namespace koepel::service {

namespace {

using exchange::Json;

const std::map<std::string, Action, std::less<>> actions{{"study-opened", Action::set_study},
                                                         {"partner-joined", Action::enter_figures},
                                                         {"task-listed", Action::set_study},
                                                         {"package-made", Action::set_study},
                                                         {"figures-entered", Action::enter_figures},
                                                         {"task-rated", Action::give_judgements},
                                                         {"arrangement-mapped", Action::enter_figures},
                                                         {"third-party-named", Action::enter_figures},
                                                         {"respondent-listed", Action::run_poll},
                                                         {"answers-given", Action::run_poll},
                                                         {"indicator-set", Action::set_study},
                                                         {"tree-walked", Action::give_judgements},
                                                         {"function-stated", Action::give_judgements},
                                                         {"form-preferred", Action::give_judgements},
                                                         {"decision-taken", Action::record_decisions},
                                                         {"estimate-entered", Action::enter_figures},
                                                         {"driver-counted", Action::enter_figures},
                                                         {"key-proposed", Action::set_study},
                                                         {"team-rule-set", Action::set_study},
                                                         {"condition-stated", Action::give_judgements},
                                                         {"project-proposed", Action::set_study},
                                                         {"project-effort-entered", Action::enter_figures},
                                                         {"text-edited", Action::edit_documents},
                                                         {"version-named", Action::name_versions},
                                                         {"gate-passed", Action::set_study}};

/// Fields of the events that are no record, in order; all but the last make their key (a version has none).
const std::map<std::string, std::vector<std::string>, std::less<>> side_fields{
    {"text-edited", {"document", "block", "language", "generated", "text"}},
    {"version-named", {"name"}},
    {"gate-passed", {"gate", "note"}}};

std::string side_key(const TypedChange& change) {
  const auto& cells = change.cells;
  if (change.kind == "text-edited")
    return "text-edited " + cells.value("document", "") + " " + cells.value("block", "") + " " +
           cells.value("language", "");
  return change.kind == "gate-passed" ? "gate-passed " + cells.value("gate", "") : "";
}

Problem problem_at(std::size_t change, std::string code, std::string column = {}) {
  return problem_of({std::move(code), std::move(column), "", static_cast<int>(change + 1)});
}

/// Texts within bounds, and no field that the event does not have.
void check_side(const TypedChange& change, std::size_t number, Problems& problems) {
  const auto& fields = side_fields.find(change.kind)->second;
  if (!change.cells.is_object()) return problems.push_back(problem_at(number, "service.not-an-object"));
  for (const auto& [field, value] : change.cells.items()) {
    const bool known = std::find(fields.begin(), fields.end(), field) != fields.end();
    if (!known || !value.is_string() || value.get_ref<const std::string&>().size() > 20'000)
      problems.push_back(problem_at(number, "service.unknown-field", field));
  }
  if (!change.cells.contains(fields.front()))
    problems.push_back(problem_at(number, "service.field-missing", fields.front()));
}

class Submitting {
 public:
  Submitting(Desk& desk, const Asker& who, const Submission& submission)
      : desk_(desk), who_(who), submission_(submission), live_(desk.shelf.get(desk.store, submission.study)) {}

  Outcome<Accepted> run() {
    if (!live_ || !may(who_, Action::see_study)) return refused(Fault::Kind::unknown);
    check_shape();
    read_typed();
    if (has_errors(problems_)) return refused(problems_);
    if (forbidden_) return refused(Fault::Kind::forbidden);
    auto accepted = append(desk_, {submission_.study, submission_.client_id, desk_.now_us(), std::move(events_)});
    if (accepted) accepted->problems = std::move(problems_);
    return accepted;
  }

 private:
  void check_shape() {
    if (submission_.client_id.empty() || submission_.client_id.size() > 64)
      problems_.push_back(problem_at(0, "service.client-id", "clientId"));
    if (submission_.changes.empty() || submission_.changes.size() > 20'000)
      problems_.push_back(problem_at(0, "service.number-of-changes", "changes"));
  }

  void read_typed() {
    std::vector<exchange::TypedRecord> typed;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < submission_.changes.size(); ++i) {
      const auto& change = submission_.changes[i];
      if (change.withdraw || side_fields.contains(change.kind)) continue;
      typed.push_back({change.kind, change.cells});
      numbers.push_back(i);
    }
    auto reading = exchange::read_records(typed, live_->study, desk_.pack, desk_.reference.reference);
    for (auto& problem : reading.problems) {
      if (problem.where.line > 0)
        problem.where.line = static_cast<int>(numbers[static_cast<std::size_t>(problem.where.line - 1)] + 1);
      problem.where.file.clear();
      problems_.push_back(std::move(problem));
    }
    make_events(std::move(reading.records), numbers);
  }

  void make_events(std::vector<std::optional<Happening>> records, const std::vector<std::size_t>& numbers) {
    std::map<std::size_t, const Happening*> record_of;
    for (std::size_t i = 0; i < records.size(); ++i)
      if (records[i]) record_of[numbers[i]] = &*records[i];
    for (std::size_t i = 0; i < submission_.changes.size(); ++i) {
      const auto& change = submission_.changes[i];
      if (change.withdraw) {
        withdraw(change, i);
      } else if (side_fields.contains(change.kind)) {
        beside(change, i);
      } else if (const auto found = record_of.find(i); found != record_of.end()) {
        take(*found->second, change);
      }
    }
  }

  void require(std::string_view kind, const std::string& partner) {
    const auto action = action_on(kind);
    if (!action || !may(who_, *action, partner)) forbidden_ = true;
  }

  void take(const Happening& what, const TypedChange& change) {
    require(change.kind, partner_of(what));
    if (is_of_respondent(what)) forbidden_ = true;
    // Who speaks for one municipality may not take over another's record by its key either.
    if (const auto* before = find_record(*live_, key_of(what))) require(change.kind, partner_of(before->what));
    events_.push_back(event_for(what, who_.person));
    events_.back().expected = change.expected;
  }

  void withdraw(const TypedChange& change, std::size_t number) {
    const auto* record = find_record(*live_, change.key);
    const auto side = std::find_if(live_->beside.begin(), live_->beside.end(),
                                   [&](const auto& event) { return event.key == change.key; });
    if (record == nullptr && side == live_->beside.end())
      return problems_.push_back(problem_at(number, "service.nothing-to-withdraw", "key"));
    require(record ? record->kind : side->kind, record ? partner_of(record->what) : "");
    if (record && (record->kind == "study-opened" || is_of_respondent(record->what))) forbidden_ = true;
    events_.push_back({who_.person, "record-withdrawn", change.key, "{}", change.expected});
  }

  void beside(const TypedChange& change, std::size_t number) {
    const auto told = problems_.size();
    check_side(change, number, problems_);
    require(change.kind, "");
    if (problems_.size() > told) return;
    events_.push_back({who_.person, change.kind, side_key(change), change.cells.dump(), change.expected});
  }

  Desk& desk_;
  const Asker& who_;
  const Submission& submission_;
  std::shared_ptr<const LiveStudy> live_;
  Problems problems_;
  std::vector<store::NewEvent> events_;
  bool forbidden_ = false;
};

using Log = std::vector<store::LoggedEvent>;

/// The last event with that key before a sequence; nullptr: there was none, or it was a withdrawal.
const store::LoggedEvent* stood_before(const Log& log, const std::string& key, std::int64_t sequence) {
  const store::LoggedEvent* found = nullptr;
  for (const auto& event : log)
    if (event.sequence < sequence && key_in_log(event) == key) found = &event;
  return found != nullptr && found->kind != "record-withdrawn" ? found : nullptr;
}

/// The first event of each key in a submission: what stood before it is what must come back.
std::vector<const store::LoggedEvent*> firsts_of(const Log& log, const std::string& client_id) {
  std::vector<const store::LoggedEvent*> firsts;
  for (const auto& event : log) {
    const auto same_key = [&](const auto* other) { return key_in_log(*other) == key_in_log(event); };
    if (event.client_id == client_id && std::none_of(firsts.begin(), firsts.end(), same_key)) firsts.push_back(&event);
  }
  return firsts;
}

std::int64_t last_of(const Log& log, const std::string& client_id, const std::string& key) {
  std::int64_t last = 0;
  for (const auto& event : log)
    if (event.client_id == client_id && key_in_log(event) == key) last = event.sequence;
  return last;
}

store::NewEvent reverse_of(const Log& log, const store::LoggedEvent& event, const std::string& actor) {
  const auto key = key_in_log(event);
  const auto seen = last_of(log, event.client_id, key);
  const auto* before = stood_before(log, key, event.sequence);
  if (before == nullptr) return {actor, "record-withdrawn", key, "{}", seen};
  return {actor, before->kind, before->record_key, before->payload, seen};
}

/// The record of an event; none when it is no row of the study folder.
std::optional<Happening> record_of_event(const store::LoggedEvent& event) {
  const auto payload = Json::parse(event.payload, nullptr, false);
  if (!kind_of(event.kind) || !payload.contains("cells")) return std::nullopt;
  return exchange::record_of(event.kind, payload["cells"]);
}

bool may_undo(const Log& log, const Asker& who, const store::LoggedEvent& event) {
  const auto* about = event.kind == "record-withdrawn" ? stood_before(log, key_in_log(event), event.sequence) : &event;
  if (about == nullptr || about->kind == "study-opened") return about != nullptr && may(who, Action::set_study);
  const auto action = action_on(about->kind);
  const auto record = record_of_event(*about);
  if (record && is_of_respondent(*record)) return false;
  return action && may(who, *action, record ? partner_of(*record) : "");
}

}  // namespace

std::optional<Action> action_on(std::string_view kind) {
  const auto found = actions.find(kind);
  if (found == actions.end()) return std::nullopt;
  return found->second;
}

std::string partner_of(const Happening& what) {
  if (const auto* partner = std::get_if<Partner>(&what)) return partner->id;
  return std::visit(
      [](const auto& record) -> std::string {
        if constexpr (requires { record.partner; }) return record.partner;
        return {};
      },
      what);
}

bool is_of_respondent(const Happening& what) {
  if (const auto* respondent = std::get_if<Respondent>(&what)) return is_from_poll(respondent->id);
  const auto* sheet = std::get_if<AnswerSheet>(&what);
  return sheet != nullptr && is_from_poll(sheet->respondent);
}

store::NewEvent event_for(const Happening& what, const std::string& actor) {
  Json payload{{"cells", exchange::record_json(what)}};
  const auto origin = std::visit([](const auto& record) { return record.origin; }, what);
  if (!origin.file.empty() && origin.file != "log") payload["from"] = exchange::json_of(origin);
  return {actor, event_name(what), key_of(what), payload.dump(), std::nullopt};
}

Outcome<Accepted> append(Desk& desk, const store::Batch& batch) {
  auto done = store::append(desk.store, batch);
  if (std::holds_alternative<store::NoSuchStudy>(done)) return refused(Fault::Kind::unknown);
  if (std::holds_alternative<store::StudyClosed>(done)) return refused(Fault::Kind::closed);
  if (auto* conflict = std::get_if<store::Conflict>(&done))
    return tl::unexpected(Fault{.kind = Fault::Kind::conflict, .theirs = std::move(conflict->theirs)});
  const auto& stored = std::get<store::Stored>(done);
  if (!stored.repeated) {
    Change change{batch.study, stored.last, {}};
    for (const auto& event : batch.events)
      if (std::find(change.kinds.begin(), change.kinds.end(), event.kind) == change.kinds.end())
        change.kinds.push_back(event.kind);
    desk.tell(change);
  }
  return Accepted{.sequence = stored.last, .repeated = stored.repeated};
}

Outcome<Accepted> submit(Desk& desk, const Asker& who, const Submission& submission) {
  return Submitting(desk, who, submission).run();
}

Outcome<Accepted> undo(Desk& desk, const Asker& who, const std::string& study, std::int64_t sequence,
                       const std::string& client_id) {
  if (!may(who, Action::see_study)) return refused(Fault::Kind::unknown);
  const auto log = store::events_after(desk.store, study, 0);
  const auto found = std::find_if(log.begin(), log.end(), [&](const auto& e) { return e.sequence == sequence; });
  if (found == log.end()) return refused(Fault::Kind::unknown);
  store::Batch batch{study, client_id, desk.now_us(), {}};
  for (const auto* event : firsts_of(log, found->client_id)) {
    if (!may_undo(log, who, *event)) return refused(Fault::Kind::forbidden);
    batch.events.push_back(reverse_of(log, *event, who.person));
  }
  return append(desk, batch);
}

}  // namespace koepel::service
