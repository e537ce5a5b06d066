// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "factors/factors.h"

namespace koepel::factors {

/// Something that the records of the study show about a factor, apart from what people answered.
struct Fact {
  std::string name;
  Message says;
  std::vector<Origin> inputs;
};

/// Facts for the pack's factor of this id; nothing where the records are silent and silence means nothing.
[[nodiscard]] std::vector<Fact> facts_of(const std::string& factor, const Study& study, const MethodPack& pack,
                                         const partners::PartnerSet& set);

}  // namespace koepel::factors
