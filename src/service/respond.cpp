// SPDX-License-Identifier: EUPL-1.2
// A token in; the questions it opens, and answers on disk, out. Nothing here writes down who answered: the pseudonym is
// made from the token, which is kept nowhere.
#include <algorithm>

#include "exchange/json_values.h"
#include "service/changes.h"
#include "service/poll.h"
#include "service/problem_of.h"
#include "service/secrets.h"

namespace koepel::service {

namespace {

constexpr std::int64_t day_us = 86'400'000'000;

/// An invitation that still opens its poll.
struct Entrance {
  store::Invitation invitation;
  store::Poll poll;
  std::string pseudonym;
};

Outcome<Entrance> entrance_of(Desk& desk, const std::string& token) {
  auto invitation = store::invitation_by_token(desk.store, token_hash(token));
  if (token.empty()) return refused(Fault::Kind::not_logged_in);
  if (!invitation || invitation->is_code) return refused(Fault::Kind::gone);
  if (invitation->state == "revoked" || invitation->expires_us < desk.now_us()) return refused(Fault::Kind::gone);
  auto poll = store::find_poll(desk.store, invitation->study);
  if (!poll) return refused(Fault::Kind::gone);
  auto pseudonym = respondent_pseudonym(token, invitation->study);
  return Entrance{std::move(*invitation), std::move(*poll), std::move(pseudonym)};
}

/// The items of the poll that are put to this role, in the poll's order.
std::vector<std::string> items_for(const Desk& desk, const Entrance& entrance) {
  std::vector<std::string> items;
  for (const auto& id : exchange::Json::parse(entrance.poll.items).get<std::vector<std::string>>()) {
    const auto* item = find_item(desk.pack, id);
    if (item == nullptr) continue;
    const auto& audience = item->audience;
    if (audience.empty() || std::find(audience.begin(), audience.end(), entrance.invitation.role) != audience.end())
      items.push_back(id);
  }
  return items;
}

Problems check_answers(const std::vector<std::string>& items, const ItemAnswers& answers) {
  Problems problems;
  for (const auto& [item, answer] : answers) {
    const bool asked = std::find(items.begin(), items.end(), item) != items.end();
    if (asked && answer >= 1 && answer <= 5) continue;
    problems.push_back(
        problem_of({asked ? "service.not-an-answer" : "service.unknown-item", item, std::to_string(answer)}));
  }
  return problems;
}

/// Whoever may still answer, with answers that fit.
Outcome<Entrance> answering(Desk& desk, const std::string& token, const ItemAnswers& answers) {
  auto entrance = entrance_of(desk, token);
  if (!entrance) return entrance;
  if (entrance->invitation.state == "done" || entrance->poll.state != "open") return refused(Fault::Kind::closed);
  if (auto problems = check_answers(items_for(desk, *entrance), answers); !problems.empty())
    return refused(std::move(problems));
  return entrance;
}

store::Batch batch_of(const Desk& desk, const Entrance& entrance, const ItemAnswers& answers) {
  const auto& [invitation, poll, pseudonym] = entrance;
  const Respondent respondent{.id = pseudonym, .partner = invitation.partner, .role = invitation.role};
  AnswerSheet sheet{.respondent = pseudonym};
  for (const auto& item : items_for(desk, entrance))
    if (const auto given = answers.find(item); given != answers.end()) sheet.answers.emplace_back(item, given->second);
  // The day, not the moment: a time would lead back to who was seen answering.
  const auto day = desk.now_us() / day_us * day_us;
  return {
      invitation.study, "handed-in-" + pseudonym, day, {event_for(respondent, pseudonym), event_for(sheet, pseudonym)}};
}

}  // namespace

Outcome<Questionnaire> open_questionnaire(Desk& desk, const std::string& token) {
  const auto entrance = entrance_of(desk, token);
  if (!entrance) return tl::unexpected(entrance.error());
  const auto& [invitation, poll, pseudonym] = *entrance;
  Questionnaire seen{.study = invitation.study,
                     .state = invitation.state == "done" ? "done"
                              : poll.state == "open"     ? "open"
                                                         : "closed",
                     .partner = invitation.partner,
                     .role = invitation.role,
                     .intro = poll.intro,
                     .items = items_for(desk, *entrance)};
  if (const auto draft = store::find_draft(desk.store, invitation.study, pseudonym))
    seen.answers = exchange::Json::parse(draft->answers).get<ItemAnswers>();
  return seen;
}

Outcome<std::string> begin_with_code(Desk& desk, const std::string& code) {
  const auto invitation = store::invitation_by_token(desk.store, code_hash(code));
  if (!invitation || !invitation->is_code) return refused(Fault::Kind::gone);
  const auto poll = store::find_poll(desk.store, invitation->study);
  if (!poll || poll->state != "open") return refused(Fault::Kind::gone);
  if (invitation->state == "revoked" || invitation->expires_us < desk.now_us() ||
      !store::take_code_use(desk.store, invitation->id))
    return refused(Fault::Kind::gone);
  auto token = new_token();
  auto own = *invitation;
  own.id = new_pseudonym("i-"), own.token_hash = token_hash(token), own.is_code = false, own.uses_left = 1;
  store::add_invitations(desk.store, {own});
  return token;
}

Outcome<void> save_answers(Desk& desk, const std::string& token, const ItemAnswers& answers) {
  const auto entrance = answering(desk, token, answers);
  if (!entrance) return tl::unexpected(entrance.error());
  store::save_draft(desk.store, {entrance->invitation.study, entrance->pseudonym, exchange::Json(answers).dump()});
  return {};
}

Outcome<void> hand_in(Desk& desk, const std::string& token, const ItemAnswers& answers) {
  const auto entrance = answering(desk, token, answers);
  // Handing in again after a lost answer is no fault.
  if (!entrance && entrance.error().kind == Fault::Kind::closed) {
    const auto seen = entrance_of(desk, token);
    if (seen && seen->invitation.state == "done") return {};
  }
  if (!entrance) return tl::unexpected(entrance.error());
  if (answers.empty()) return refused(Problems{problem_of({"service.no-answers", "answers"})});
  const auto done =
      store::hand_in(desk.store, batch_of(desk, *entrance, answers), entrance->pseudonym, entrance->invitation.id);
  if (std::holds_alternative<store::StudyClosed>(done)) return refused(Fault::Kind::closed);
  if (std::holds_alternative<store::NoSuchStudy>(done)) return refused(Fault::Kind::unknown);
  // Revoked between looking and handing in: nothing was stored, and the respondent must know.
  if (std::holds_alternative<store::Conflict>(done)) return refused(Fault::Kind::gone);
  desk.tell({entrance->invitation.study, 0, {"poll"}});
  return {};
}

}  // namespace koepel::service
