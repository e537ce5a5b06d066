// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <vector>

#include "survey/survey.h"

namespace koepel::survey {

/// How many people stand behind one figure, per partner and role group, and how many there must be at least.
struct Crowd {
  std::size_t partners = 0;
  std::size_t roles = 0;
  std::vector<int> people;  ///< partners x roles, row by row
  std::vector<int> k;       ///< per role: fewest people to publish about
  std::vector<bool> first;  ///< per role: shown before others where not everything can be (administrators, officials)

  bool operator==(const Crowd&) const = default;
};

// All cuts of a crowd are numbered: all together, each role, each partner, each partner x role.
[[nodiscard]] inline std::size_t cut_count(const Crowd& c) { return 1 + c.roles + c.partners + c.partners * c.roles; }
[[nodiscard]] inline std::size_t role_cut(const Crowd&, std::size_t role) { return 1 + role; }
[[nodiscard]] inline std::size_t partner_cut(const Crowd& c, std::size_t partner) { return 1 + c.roles + partner; }
[[nodiscard]] inline std::size_t cell_cut(const Crowd& c, std::size_t partner, std::size_t role) {
  return 1 + c.roles + c.partners + partner * c.roles + role;
}

/// Whether these published cuts keep every group safe: no sum or difference of published cuts, however many are
/// combined, says something about fewer than k people (k of the strictest role group among them).
///
/// Unpublished cells are the edges of a graph between the published totals; every combination that hides the published
/// cells is a cut of that graph, and the people in it are the cut's weight. So the cuts are safe exactly when no cut
/// weighs less than k: a few maximum flows. The graph is that of Gusfield (1988), SIAM J. Computing 17(3), and Kao,
/// arXiv cs/0101034; k people per cut and the treatment of unpublished totals are our own, compared with linear algebra
/// in the test.
[[nodiscard]] bool is_safe(const Crowd& crowd, const std::vector<bool>& published);

/// What may be published, per cut. Publishes in order of use - all together, the roles (administrators and officials
/// first), those two per partner, each partner's total, the other cells - whatever keeps everybody safe. So no withheld
/// cut could be added. Known limit: protects one figure at a time; who knows some answers may still learn others from a
/// published group.
[[nodiscard]] std::vector<Shown> publishable(const Crowd& crowd);

}  // namespace koepel::survey
