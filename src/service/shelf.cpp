// SPDX-License-Identifier: EUPL-1.2
// A study's log in; the study as it stands out. Faces: Shelf::get, Shelf::glance, study_at.
#include "service/shelf.h"

#include "exchange/record_json.h"

namespace koepel::service {

namespace {

using exchange::Json;

Origin origin_of(const Json& payload, const store::SaidEvent& event) {
  if (!payload.contains("from")) return {.file = "log", .line = static_cast<int>(event.sequence)};
  const auto& from = payload["from"];
  return {from.value("file", ""), from.value("sheet", ""), from.value("line", 0), from.value("column", "")};
}

Happening record_in(const store::SaidEvent& event) {
  const auto payload = Json::parse(event.payload, nullptr, false);
  if (!payload.is_object() || !payload.contains("cells"))
    throw exchange::BrokenRecord("event " + std::to_string(event.sequence) + " has no cells");
  auto what = exchange::record_of(event.kind, payload["cells"]);
  std::visit([&](auto& record) { record.origin = origin_of(payload, event); }, what);
  return what;
}

}  // namespace

const CurrentRecord* find_record(const LiveStudy& live, const std::string& key) {
  for (const auto& record : live.records)
    if (record->key == key) return record.get();
  return nullptr;
}

Said said_by(const store::SaidEvent& event) {
  return {event.kind, key_in_log(event), event.sequence, event.time_us, event.actor};
}

std::string key_in_log(const store::SaidEvent& event) {
  return event.record_key.empty() ? event.kind + " #" + std::to_string(event.sequence) : event.record_key;
}

void Folding::catch_up(store::Store& store, const std::string& study, std::int64_t last) {
  std::unordered_map<std::string, Outcome> outcomes;
  std::int64_t reached = sequence_;
  const auto begin = [&] { outcomes.clear(), reached = sequence_; };
  store::each_said(store, study, {sequence_, last}, begin, [&](store::SaidEvent& event) {
    reached = event.sequence;
    auto& outcome = outcomes[key_in_log(event)];
    if (event.kind == "record-withdrawn") {
      outcome = {.withdrawn = true};
    } else {
      if (outcome.first == 0) outcome.first = event.sequence;
      outcome.last = std::move(event);
    }
  });
  std::map<std::int64_t, const Outcome*> standing;
  for (const auto& [key, outcome] : outcomes) {
    if (outcome.withdrawn) withdraw(key);
    if (outcome.first > 0) standing[outcome.first] = &outcome;
  }
  for (const auto& [first, outcome] : standing) take(first, outcome->last);
  sequence_ = reached;
}

void Folding::take(std::int64_t first, const store::SaidEvent& event) {
  const auto key = key_in_log(event);
  if (!kind_of(event.kind)) {
    beside_[key] = {said_by(event), event.payload};
    return;
  }
  auto what = record_in(event);
  fold_.take(what, key);
  const auto place = places_.try_emplace(key, first).first->second;
  records_[place] = std::make_shared<const CurrentRecord>(CurrentRecord{said_by(event), std::move(what)});
}

void Folding::withdraw(const std::string& key) {
  fold_.withdraw(key);
  beside_.erase(key);
  const auto found = places_.find(key);
  if (found == places_.end()) return;
  records_.erase(found->second);
  places_.erase(found);
}

LiveStudy Folding::state(const std::string& id) const {
  LiveStudy live{.id = id, .sequence = sequence_, .study = fold_.study()};
  for (const auto& [place, record] : records_) live.records.push_back(record);
  for (const auto& [key, event] : beside_) live.beside.push_back(event);
  return live;
}

std::shared_ptr<Shelf::Entry> Shelf::entry_of(const std::string& study) {
  const std::lock_guard lock(mutex_);
  auto& entry = entries_[study];
  if (!entry) entry = std::make_shared<Entry>();
  return entry;
}

std::shared_ptr<const LiveStudy> Shelf::get(store::Store& store, const std::string& study) {
  const auto row = store::find_study(store, study);
  if (!row) return nullptr;
  const auto entry = entry_of(study);
  const std::lock_guard lock(entry->mutex);
  auto& folding = entry->folding;
  if (folding.sequence() < row->last_sequence) {
    folding.catch_up(store, study, row->last_sequence);
    entry->state.reset();
  }
  if (!entry->state) entry->state = std::make_shared<LiveStudy>(folding.state(study));
  make_room(study, entry->state->records.size());
  return entry->state;
}

std::shared_ptr<const LiveStudy> Shelf::glance(store::Store& store, const store::StudyRow& row) {
  const bool here = [&] {
    const std::lock_guard lock(mutex_);
    return entries_.contains(row.id);
  }();
  return here ? get(store, row.id) : std::make_shared<LiveStudy>(study_at(store, row.id, row.last_sequence));
}

void Shelf::make_room(const std::string& study, std::size_t records) {
  const std::lock_guard lock(mutex_);
  recent_.touch(study, records);
  while (const auto old = recent_.surplus()) entries_.erase(*old);
}

LiveStudy study_at(store::Store& store, const std::string& study, std::int64_t sequence) {
  Folding folding;
  folding.catch_up(store, study, sequence);
  return folding.state(study);
}

}  // namespace koepel::service
