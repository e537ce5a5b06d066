// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "partners/partners.h"

namespace koepel::partners {

/// Existing partnerships: what is shown, and what figures rest on.
struct Partnerships {
  std::vector<MappedArrangement> map;  ///< of the study, then those of the register with two partners or more
  /// Of the study; when it has none, every one of the register that a partner takes part in. The register may be years
  /// old, so it never adds to what the partners listed themselves.
  std::vector<MappedArrangement> counted;
};

[[nodiscard]] Partnerships map_partnerships(const Study& study, const MethodPack& pack, const Reference& reference);

[[nodiscard]] bool takes_part(const MappedArrangement& arrangement, const std::string& partner);

/// How two partners' partnerships overlap: in how many both take part, and in how many at least one does.
struct Shared {
  int both = 0;
  int either = 0;
  std::vector<Origin> origins;  ///< of those in which either takes part
};
[[nodiscard]] Shared shared_partnerships(const Partnerships& partnerships, const std::string& a, const std::string& b);

/// Tasks covered by more than one partnership on the map, one entry per task, in order of the map.
[[nodiscard]] std::vector<Overlap> find_overlaps(const std::vector<MappedArrangement>& map);

/// Partners that could carry out a task for the others: they do so already, have the most staff, or the lowest cost per
/// unit.
[[nodiscard]] std::vector<HostCandidate> find_hosts(const Study& study, const MethodPack& pack,
                                                    const std::vector<MappedArrangement>& map, Trace& trace);

}  // namespace koepel::partners
