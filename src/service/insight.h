// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "analysis/analysis.h"
#include "model/phrasebook.h"
#include "pictures/picture.h"
#include "service/least_recent.h"
#include "service/shelf.h"

// What a study adds up to, for whoever may see it.

namespace koepel::service {

struct Desk;

/// Pictures of an analysis in one language, drawn when somebody first asks.
struct Gallery {
  std::once_flag drawn;
  std::vector<pictures::Picture> pictures;
};

/// A study analysed, with the words to say it in. Shared; never changes.
struct Told {
  std::shared_ptr<const LiveStudy> live;
  Study seen;  ///< what went into the analysis: the study, without answers of a poll that is still open
  Analysis analysis;
  Phrasebook phrases;
  std::unique_ptr<std::array<Gallery, 2>> galleries = std::make_unique<std::array<Gallery, 2>>();
};
[[nodiscard]] const std::vector<pictures::Picture>& pictures_of(const Desk& desk, const Told& told, Language language);

/// Analyses kept for those who ask again; when all together hold more than `most` steps, the one asked for longest ago
/// goes first. At most two are computed at a time, each once, however many wait for it.
class Analyses {
 public:
  explicit Analyses(std::size_t most = 24'000) : recent_(most) {}
  using Key = std::tuple<std::string, std::int64_t, bool>;  ///< study, sequence, answers hidden
  using Maker = std::function<std::shared_ptr<const Told>()>;
  [[nodiscard]] std::shared_ptr<const Told> get(const Key& key, const Maker& make);

 private:
  std::shared_ptr<const Told> made(const Key& key, const Maker& make);
  void forget(const Key& key);

  std::mutex mutex_;
  std::counting_semaphore<2> places_{2};
  std::map<Key, std::shared_future<std::shared_ptr<const Told>>> kept_;
  std::map<Key, std::size_t> steps_;  ///< of what is kept and made
  LeastRecent<Key> recent_;
};

/// Whether a respondent answered through the poll ("r-..."), and not in a folder that was imported.
[[nodiscard]] bool is_from_poll(std::string_view respondent);
/// Answers of respondents stay out of sight on every channel while their poll is open: this is the one place that
/// decides it, and everything that shows results goes through it.
[[nodiscard]] bool answers_hidden(Desk& desk, const std::string& study);
[[nodiscard]] Study without_open_answers(Study study);

/// nullptr: no such study, or none at that sequence (0: now).
[[nodiscard]] std::shared_ptr<const Told> told(Desk& desk, const std::string& study, std::int64_t at = 0);

/// A finding that reads otherwise than before.
struct FindingChange {
  std::string id;
  const Finding* before = nullptr;  ///< none: new
  const Finding* after = nullptr;   ///< none: gone
};
/// Findings whose sentences differ, in the order of the later analysis. Both must outlive the result.
[[nodiscard]] std::vector<FindingChange> differences(const Told& before, const Told& after);

}  // namespace koepel::service
