// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/event.h"
#include "service/least_recent.h"
#include "store/log.h"
#include "store/studies.h"

namespace koepel::service {

/// What is common to everything that stands in a study: the event that said it last.
struct Said {
  std::string kind;
  std::string key;
  std::int64_t sequence = 0;
  std::int64_t time_us = 0;
  std::string actor;
};

/// A record of a study as it stands now.
struct CurrentRecord : Said {
  Happening what;
};

/// An event that is no record of the study folder: a text of a document in the facilitator's own words, a named
/// version, a gate that was passed.
struct SideEvent : Said {
  std::string payload;
};

/// A study as its log adds up to, at one sequence. Shared by whoever looks; never changes.
struct LiveStudy {
  std::string id;
  std::int64_t sequence = 0;
  std::vector<std::shared_ptr<const CurrentRecord>> records;  ///< in the order of the log; without withdrawn ones
  std::vector<SideEvent> beside;                              ///< the last of each key
  Study study;
};
[[nodiscard]] const CurrentRecord* find_record(const LiveStudy& live, const std::string& key);

/// The log's fold, going on. Of a long log most events are overtaken by later ones with the same key; only those that
/// still count are read as records.
class Folding {
 public:
  /// The store's events after those taken so far, up to and including `last`. Throws exchange::BrokenRecord on an
  /// event that counts and that this program cannot have written.
  void catch_up(store::Store& store, const std::string& study, std::int64_t last);
  [[nodiscard]] std::int64_t sequence() const { return sequence_; }
  [[nodiscard]] LiveStudy state(const std::string& id) const;

 private:
  /// What a stretch of the log comes down to for one key.
  struct Outcome {
    bool withdrawn = false;  ///< what stood before it
    std::int64_t first = 0;  ///< sequence that first said what stands now; 0: nothing does
    store::SaidEvent last{};
  };
  void take(std::int64_t first, const store::SaidEvent& event);
  void withdraw(const std::string& key);

  StudyFold fold_;
  std::int64_t sequence_ = 0;
  std::map<std::int64_t, std::shared_ptr<const CurrentRecord>> records_;  ///< by the sequence that first said them
  std::unordered_map<std::string, std::int64_t> places_;
  std::map<std::string, SideEvent> beside_;
};

/// The key under which a withdrawal finds what an event said: its record's own, or "kind #sequence" for one that
/// replaces nothing.
[[nodiscard]] std::string key_in_log(const store::SaidEvent& event);

[[nodiscard]] Said said_by(const store::SaidEvent& event);

/// The folds of the studies in use, each brought up to date when asked: a cache that may be dropped at any time. When
/// all together hold more than `most` records, the study that was asked for longest ago goes first.
class Shelf {
 public:
  explicit Shelf(std::size_t most = 8'000) : recent_(most) {}
  /// The study up to its last event. nullptr when there is no such study.
  [[nodiscard]] std::shared_ptr<const LiveStudy> get(store::Store& store, const std::string& study);
  /// The same for who only passes by: what was not there is not kept.
  [[nodiscard]] std::shared_ptr<const LiveStudy> glance(store::Store& store, const store::StudyRow& row);

 private:
  struct Entry {
    std::mutex mutex;
    Folding folding;
    std::shared_ptr<const LiveStudy> state;
  };
  std::shared_ptr<Entry> entry_of(const std::string& study);
  void make_room(const std::string& study, std::size_t records);

  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Entry>> entries_;
  LeastRecent<std::string> recent_;
};

/// The study as it stood after one of its events.
[[nodiscard]] LiveStudy study_at(store::Store& store, const std::string& study, std::int64_t sequence);

}  // namespace koepel::service
