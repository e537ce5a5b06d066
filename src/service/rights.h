// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

// "May X do Y to Z", in one pure function with its whole table in rights.cpp.

namespace koepel::service {

enum class Role { facilitator, administrator, official, controller, council_member, works_council, observer };
[[nodiscard]] std::optional<Role> role_of(std::string_view word);
[[nodiscard]] std::string_view word_of(Role role);

/// Somebody who asks, seen from one study.
struct Asker {
  std::string person;        ///< pseudonym; empty: nobody is logged in
  bool manager = false;      ///< manages the installation: people, audit; no study of which he is no member
  std::optional<Role> role;  ///< in the study; none: no member
  std::string partner;       ///< the municipality he speaks for; empty: all
};

enum class Action {
  make_study,
  see_study,        ///< home, records, analysis, trace
  see_documents,    ///< and download them
  enter_figures,    ///< partners, costs, volumes, arrangements, third parties, projects
  give_judgements,  ///< ratings, functions, tree answers, preferences, conditions
  set_study,        ///< title, weights, gross list, packages, approach, cost keys, team rules
  record_decisions,
  run_poll,  ///< items, invitations, open, close, coverage
  edit_documents,
  name_versions,
  manage_members,
  manage_study,   ///< archive, retention, import, export
  manage_people,  ///< accounts of the installation
  see_audit
};

/// `partner` is the municipality that the thing belongs to; empty: to all together. Who speaks for one municipality may
/// change only what is of that municipality.
[[nodiscard]] bool may(const Asker& who, Action what, std::string_view partner = {});

}  // namespace koepel::service
