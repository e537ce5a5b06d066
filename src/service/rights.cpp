// SPDX-License-Identifier: EUPL-1.2
// Who may do what: the whole table. The face is may().
#include "service/rights.h"

#include <algorithm>
#include <array>
#include <utility>

namespace koepel::service {

namespace {

constexpr std::array roles{std::pair{Role::facilitator, "facilitator"},
                           std::pair{Role::administrator, "administrator"},
                           std::pair{Role::official, "official"},
                           std::pair{Role::controller, "controller"},
                           std::pair{Role::council_member, "council_member"},
                           std::pair{Role::works_council, "works_council"},
                           std::pair{Role::observer, "observer"}};

constexpr bool reads(Action what) { return what == Action::see_study || what == Action::see_documents; }

/// Of one's own municipality, or of all for who speaks for all. What belongs to all together is nobody's own.
bool is_own(const Asker& who, std::string_view partner) {
  return who.partner.empty() || (!partner.empty() && who.partner == partner);
}

bool facilitator_may(Action what) { return what != Action::manage_people && what != Action::see_audit; }

bool manager_may(Action what) {
  return what == Action::make_study || what == Action::manage_people || what == Action::see_audit;
}

bool role_may(const Asker& who, Role role, Action what, std::string_view partner) {
  if (reads(what)) return true;
  switch (role) {
    case Role::facilitator:
      return facilitator_may(what);
    case Role::administrator:
      return what == Action::give_judgements && is_own(who, partner);
    case Role::official:
      return (what == Action::give_judgements || what == Action::enter_figures) && is_own(who, partner);
    case Role::controller:
      return what == Action::enter_figures && is_own(who, partner);
    case Role::council_member:
    case Role::works_council:
    case Role::observer:
      return false;
  }
  return false;
}

}  // namespace

std::optional<Role> role_of(std::string_view word) {
  const auto found = std::find_if(roles.begin(), roles.end(), [&](const auto& one) { return word == one.second; });
  if (found == roles.end()) return std::nullopt;
  return found->first;
}

std::string_view word_of(Role role) {
  return std::find_if(roles.begin(), roles.end(), [&](const auto& one) { return role == one.first; })->second;
}

bool may(const Asker& who, Action what, std::string_view partner) {
  if (who.person.empty()) return false;
  if (who.manager && manager_may(what)) return true;
  return who.role && role_may(who, *who.role, what, partner);
}

}  // namespace koepel::service
