// SPDX-License-Identifier: EUPL-1.2
// A study's row in; what a list says of it out. The face is card_of.
#include "service/cards.h"

#include "exchange/record_json.h"
#include "service/desk.h"
#include "service/home.h"
#include "store/polls.h"

namespace koepel::service {

namespace {

Card made(const LiveStudy& live, const std::string& poll_state) {
  const auto seen = poll_state == "open" ? without_open_answers(live.study) : live.study;
  Card card{.sequence = live.sequence,
            .poll_state = poll_state,
            .title = live.study.head.title,
            .invented = live.study.head.invented,
            .phase = home_of(live, seen, poll_state, {}).now,
            .changed_us = live.records.empty() ? 0 : live.records.back()->time_us};
  for (const auto& partner : live.study.partners) card.partners.push_back(partner.name);
  return card;
}

}  // namespace

std::optional<Card> Cards::find(const std::string& study, std::int64_t sequence, const std::string& poll_state) const {
  const std::lock_guard lock(mutex_);
  const auto found = cards_.find(study);
  const bool fresh =
      found != cards_.end() && found->second.sequence == sequence && found->second.poll_state == poll_state;
  return fresh ? std::optional(found->second) : std::nullopt;
}

void Cards::keep(const std::string& study, const Card& card) {
  const std::lock_guard lock(mutex_);
  cards_[study] = card;
}

Card card_of(Desk& desk, const store::StudyRow& row) {
  const auto poll = store::find_poll(desk.store, row.id);
  const std::string state = poll ? poll->state : "draft";
  if (auto kept = desk.cards.find(row.id, row.last_sequence, state)) return *std::move(kept);
  try {
    const auto card = made(*desk.shelf.glance(desk.store, row), state);
    desk.cards.keep(row.id, card);
    return card;
  } catch (const exchange::BrokenRecord& broken) {
    return {.title = {row.id, row.id}, .phase = "unreadable", .broken = broken.what()};
  }
}

}  // namespace koepel::service
