// SPDX-License-Identifier: EUPL-1.2
// Orders of who runs a poll in; invitations, coverage and states out. The respondent's side: respond.cpp.
#include "service/poll.h"

#include <algorithm>

#include "exchange/json_values.h"
#include "service/problem_of.h"
#include "service/secrets.h"
#include "store/studies.h"

namespace koepel::service {

namespace {

constexpr std::int64_t link_days = 60;
constexpr std::size_t most_invitations = 2'000;

store::Poll poll_of(Desk& desk, const std::string& study) {
  return store::find_poll(desk.store, study)
      .value_or(store::Poll{.study = study, .items = "[]", .state = "draft", .anonymity = "anonymous"});
}

std::vector<std::string> items_of(const store::Poll& poll) { return exchange::Json::parse(poll.items); }

/// Nothing when it may be done; else why not.
std::optional<Fault::Kind> hindrance(Desk& desk, const Asker& who, const std::string& study) {
  if (!may(who, Action::see_study)) return Fault::Kind::unknown;
  if (!may(who, Action::run_poll)) return Fault::Kind::forbidden;
  const auto row = store::find_study(desk.store, study);
  if (!row) return Fault::Kind::unknown;
  if (row->archived_us != 0) return Fault::Kind::closed;
  return std::nullopt;
}

std::int64_t expiry(const Desk& desk) { return desk.now_us() + link_days * 86'400'000'000; }

Coverage& place_for(std::vector<Coverage>& coverage, const std::string& partner, const std::string& role) {
  for (auto& one : coverage)
    if (one.partner == partner && one.role == role) return one;
  return coverage.emplace_back(Coverage{partner, role});
}

std::vector<Coverage> coverage_of(Desk& desk, const std::string& study) {
  std::vector<Coverage> coverage;
  for (const auto& one : store::invitations_of(desk.store, study))
    if (one.state != "revoked" && !one.is_code) ++place_for(coverage, one.partner, one.role).invited;
  const auto live = desk.shelf.get(desk.store, study);
  for (const auto& sheet : live->study.answers)
    if (const auto* respondent = find_respondent(live->study, sheet.respondent))
      ++place_for(coverage, respondent->partner, respondent->role).answered;
  return coverage;
}

Problems check_orders(const Desk& desk, const Study& study, const std::vector<InvitationOrder>& orders) {
  Problems problems;
  if (orders.empty() || orders.size() > most_invitations)
    problems.push_back(problem_of({"service.number-of-invitations", "invitations", std::to_string(orders.size())}));
  int line = 0;
  for (const auto& order : orders) {
    ++line;
    if (find_partner(study, order.partner) == nullptr)
      problems.push_back(problem_of({"service.unknown-partner", "partner", order.partner, line}));
    if (find_role(desk.pack, order.role) == nullptr)
      problems.push_back(problem_of({"service.unknown-role", "role", order.role, line}));
    if (!order.email.empty() && order.email.find('@') == std::string::npos)
      problems.push_back(problem_of({"service.not-an-address", "email", order.email, line}));
    if (order.uses < 0 || order.uses > 10'000)
      problems.push_back(problem_of({"service.number-of-uses", "uses", std::to_string(order.uses), line}));
  }
  return problems;
}

MadeInvitation made_from(const Desk& desk, const std::string& study, const InvitationOrder& order) {
  MadeInvitation made;
  const bool is_code = order.uses > 0;
  (is_code ? made.code : made.token) = is_code ? new_short_code() : new_token();
  made.invitation = {.id = new_pseudonym("i-"),
                     .study = study,
                     .token_hash = is_code ? code_hash(made.code) : token_hash(made.token),
                     .partner = order.partner,
                     .role = order.role,
                     .email = is_code ? "" : order.email,
                     .state = "open",
                     .uses_left = is_code ? order.uses : 1,
                     .is_code = is_code,
                     .expires_us = expiry(desk)};
  return made;
}

std::optional<store::Invitation> invitation_in(Desk& desk, const std::string& study, const std::string& id) {
  auto found = store::find_invitation(desk.store, id);
  if (found && found->study != study) return std::nullopt;
  return found;
}

}  // namespace

Outcome<void> set_poll(Desk& desk, const Asker& who, const std::string& study, const PollSettings& settings) {
  if (const auto why = hindrance(desk, who, study)) return refused(*why);
  auto poll = poll_of(desk, study);
  Problems problems;
  for (const auto& item : settings.items)
    if (find_item(desk.pack, item) == nullptr) problems.push_back(problem_of({"service.unknown-item", "items", item}));
  if (settings.items.empty()) problems.push_back(problem_of({"service.no-items", "items", ""}));
  if (settings.intro.size() > 4'000) problems.push_back(problem_of({"service.too-long", "intro", ""}));
  if (!problems.empty()) return refused(std::move(problems));
  if (poll.state != "draft" && items_of(poll) != settings.items) return refused(Fault::Kind::closed);
  poll.items = exchange::Json(settings.items).dump();
  poll.intro = settings.intro;
  store::set_poll(desk.store, poll);
  desk.tell({study, 0, {"poll"}});
  return {};
}

Outcome<void> move_poll(Desk& desk, const Asker& who, const std::string& study, const std::string& state) {
  if (const auto why = hindrance(desk, who, study)) return refused(*why);
  auto poll = poll_of(desk, study);
  if (items_of(poll).empty()) return refused(Problems{problem_of({"service.no-items", "items"})});
  if (state == "closed" && poll.state == "draft") return refused(Fault::Kind::closed);
  poll.state = state;
  store::set_poll(desk.store, poll);
  desk.tell({study, 0, {"poll"}});
  return {};
}

Outcome<PollView> view_poll(Desk& desk, const Asker& who, const std::string& study) {
  if (!may(who, Action::see_study) || !desk.shelf.get(desk.store, study)) return refused(Fault::Kind::unknown);
  const auto poll = poll_of(desk, study);
  return PollView{poll.state, items_of(poll), poll.intro, coverage_of(desk, study)};
}

Outcome<std::vector<MadeInvitation>> invite(Desk& desk, const Asker& who, const std::string& study,
                                            const std::vector<InvitationOrder>& orders) {
  if (const auto why = hindrance(desk, who, study)) return refused(*why);
  auto problems = check_orders(desk, desk.shelf.get(desk.store, study)->study, orders);
  if (!problems.empty()) return refused(std::move(problems));
  std::vector<MadeInvitation> made;
  std::vector<store::Invitation> rows;
  for (const auto& order : orders) {
    made.push_back(made_from(desk, study, order));
    rows.push_back(made.back().invitation);
  }
  store::add_invitations(desk.store, rows);
  desk.tell({study, 0, {"poll"}});
  return made;
}

Outcome<std::vector<store::Invitation>> list_invitations(Desk& desk, const Asker& who, const std::string& study) {
  if (!may(who, Action::see_study)) return refused(Fault::Kind::unknown);
  if (!may(who, Action::run_poll)) return refused(Fault::Kind::forbidden);
  return store::invitations_of(desk.store, study);
}

Outcome<MadeInvitation> resend(Desk& desk, const Asker& who, const std::string& study, const std::string& invitation) {
  if (const auto why = hindrance(desk, who, study)) return refused(*why);
  const auto found = invitation_in(desk, study, invitation);
  if (!found || found->is_code) return refused(Fault::Kind::unknown);
  MadeInvitation made{.invitation = *found, .token = new_token()};
  if (!store::renew_invitation(desk.store, invitation, token_hash(made.token), expiry(desk)))
    return refused(Fault::Kind::closed);
  return made;
}

Outcome<void> revoke(Desk& desk, const Asker& who, const std::string& study, const std::string& invitation) {
  if (const auto why = hindrance(desk, who, study)) return refused(*why);
  if (!invitation_in(desk, study, invitation)) return refused(Fault::Kind::unknown);
  store::revoke_invitation(desk.store, invitation);
  desk.tell({study, 0, {"poll"}});
  return {};
}

}  // namespace koepel::service
