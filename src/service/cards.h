// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "store/studies.h"

namespace koepel::service {

struct Desk;

/// What a list of studies says of one, as it stood at a sequence with its poll in a state.
struct Card {
  std::int64_t sequence = 0;
  std::string poll_state;
  Text title;
  Text invented;
  std::vector<std::string> partners;  ///< names
  std::string phase;                  ///< id of the current phase
  std::int64_t changed_us = 0;        ///< of the last event; 0: none yet
  std::string broken;                 ///< why the log cannot be read; then title is the id, and there is no more
};

/// The cards made before: small, so all of them are kept.
class Cards {
 public:
  [[nodiscard]] std::optional<Card> find(const std::string& study, std::int64_t sequence,
                                         const std::string& poll_state) const;
  void keep(const std::string& study, const Card& card);

 private:
  mutable std::mutex mutex_;
  std::map<std::string, Card> cards_;
};

/// The card of a study as it stands now. The first time it folds the log, and keeps the card only: a list of all
/// studies must not push out those that people work in. One that cannot be read says so and hides no other.
[[nodiscard]] Card card_of(Desk& desk, const store::StudyRow& row);

}  // namespace koepel::service
