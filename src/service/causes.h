// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "service/insight.h"

namespace koepel::service {

/// Which input changed which conclusion: the changed records that a finding was made from, as its steps tell.
class Causes {
 public:
  /// Both must outlive this.
  Causes(const Told& before, const Told& after);
  /// Records that differ between the two and stand behind the finding in either; as they are later, or were when they
  /// are gone; in the order of the log. Empty: nothing that changed is named in its steps.
  [[nodiscard]] std::vector<const CurrentRecord*> of(const FindingChange& change) const;

 private:
  using Place = std::tuple<std::string, std::string, int>;  ///< file, sheet, line: an origin without its column
  struct Side {
    const Told& told;
    std::map<Place, const CurrentRecord*> by_place;
    std::map<std::string, const CurrentRecord*> by_key;
  };
  using Records = std::map<std::string, const CurrentRecord*>;  ///< by key

  static Side side_of(const Told& told);
  static void collect(const Side& side, const Finding& finding, Records& behind);

  Side before_, after_;
};

}  // namespace koepel::service
