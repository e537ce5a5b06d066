// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "service/desk.h"
#include "service/fault.h"
#include "service/rights.h"
#include "store/polls.h"

// The poll: for who runs it, and for who answers. The respondent needs no account; the token in his link is all.

namespace koepel::service {

struct PollSettings {
  std::vector<std::string> items;
  std::string intro;
};
/// Items can only be changed while the poll is a draft: people must answer the same questions.
[[nodiscard]] Outcome<void> set_poll(Desk& desk, const Asker& who, const std::string& study,
                                     const PollSettings& settings);
/// draft -> open -> closed -> open: `state` is "open" or "closed".
[[nodiscard]] Outcome<void> move_poll(Desk& desk, const Asker& who, const std::string& study, const std::string& state);

/// How many were asked and how many answered, per partner and role. Never who.
struct Coverage {
  std::string partner;
  std::string role;
  int invited = 0;
  int answered = 0;
};
struct PollView {
  std::string state = "draft";
  std::vector<std::string> items;
  std::string intro;
  std::vector<Coverage> coverage;
};
[[nodiscard]] Outcome<PollView> view_poll(Desk& desk, const Asker& who, const std::string& study);

struct InvitationOrder {
  std::string partner;
  std::string role;
  std::string email;  ///< of a personal link; may be empty
  int uses = 0;       ///< above 0: a code that so many may use
};
/// What is shown once and never again.
struct MadeInvitation {
  store::Invitation invitation;
  std::string token;  ///< of a personal link
  std::string code;
};
[[nodiscard]] Outcome<std::vector<MadeInvitation>> invite(Desk& desk, const Asker& who, const std::string& study,
                                                          const std::vector<InvitationOrder>& orders);
[[nodiscard]] Outcome<std::vector<store::Invitation>> list_invitations(Desk& desk, const Asker& who,
                                                                       const std::string& study);
/// A fresh link; the old one no longer works. Refused when it was answered.
[[nodiscard]] Outcome<MadeInvitation> resend(Desk& desk, const Asker& who, const std::string& study,
                                             const std::string& invitation);
[[nodiscard]] Outcome<void> revoke(Desk& desk, const Asker& who, const std::string& study,
                                   const std::string& invitation);

using ItemAnswers = std::map<std::string, int>;

/// What a respondent sees.
struct Questionnaire {
  std::string study;
  std::string state;  ///< open | closed | done
  std::string partner;
  std::string role;
  std::string intro;
  std::vector<std::string> items;
  ItemAnswers answers;
};
[[nodiscard]] Outcome<Questionnaire> open_questionnaire(Desk& desk, const std::string& token);
/// The token of one more respondent who begins with a code.
[[nodiscard]] Outcome<std::string> begin_with_code(Desk& desk, const std::string& code);
[[nodiscard]] Outcome<void> save_answers(Desk& desk, const std::string& token, const ItemAnswers& answers);
[[nodiscard]] Outcome<void> hand_in(Desk& desk, const std::string& token, const ItemAnswers& answers);

}  // namespace koepel::service
