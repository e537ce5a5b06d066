// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "model/pack.h"
#include "model/study.h"

// A small questionnaire and people who fill it in: for tests of the poll and of what rests on it.

namespace koepel::survey::test {

inline Item item(const std::string& id, const std::string& construct, bool reverse = false) {
  return {id, "partner_scan", construct, {"administrator", "council_member", "official"}, {id, id}, reverse, "design"};
}

/// Two motives, one factor, one condition; three statements each, the third reversed.
inline MethodPack small_pack() {
  MethodPack pack;
  pack.roles = {{"administrator", {"bestuurder", "administrator"}, true},
                {"council_member", {"raadslid", "council member"}, true},
                {"official", {"ambtenaar", "official"}, true},
                {"staff", {"medewerker", "member of staff"}, false}};
  pack.constructs = {{"strengths", "motive", {}, 1},
                     {"scale", "motive", {}, 1},
                     {"trust_spirit", "factor", {}, 1},
                     {"conflict", "condition", {}, -1}};
  for (const auto& construct : pack.constructs)
    for (int i = 1; i <= 3; ++i) pack.items.push_back(item(construct.id + std::to_string(i), construct.id, i == 3));
  for (const auto& [id, value] : std::vector<std::pair<std::string, double>>{{"k_named_role", 4},
                                                                             {"k_staff", 8},
                                                                             {"answered_share", 0.6666},
                                                                             {"bootstrap_draws", 200},
                                                                             {"origins_in_trace", 25},
                                                                             {"opinion_min_people", 15},
                                                                             {"opinion_min_answered", 0.5},
                                                                             {"opinion_min_stability", 0.6},
                                                                             {"opinion_resamples", 20}})
    pack.parameters.push_back({"survey." + id, value, {}, {}, "design"});
  return pack;
}

inline void add_partner(Study& study, const std::string& id) {
  Partner partner;
  partner.id = id;
  partner.name = id;
  study.partners.push_back(std::move(partner));
}

using Sheet = std::vector<std::pair<std::string, int>>;

/// One more person with these answers; the origin is a row of an answers file.
inline void add_person(Study& study, const std::string& partner, const std::string& role, Sheet sheet) {
  char code[16];
  std::snprintf(code, sizeof code, "R%05zu", study.respondents.size() + 1);
  const int line = static_cast<int>(study.respondents.size()) + 2;
  study.respondents.push_back({code, partner, role, {"respondents.csv", "", line, ""}});
  study.answers.push_back({code, std::move(sheet), {"answers.csv", "", line, ""}});
}

/// Every statement of the pack answered so that each construct scores about `level` (1..5, high = more of it).
inline Sheet sheet_at(const MethodPack& pack, int level) {
  Sheet sheet;
  for (const auto& i : pack.items) sheet.emplace_back(i.id, i.reverse ? 6 - level : level);
  return sheet;
}

inline void add_people(Study& study, const MethodPack& pack, const std::string& partner, const std::string& role,
                       const std::vector<int>& levels) {
  for (const int level : levels) add_person(study, partner, role, sheet_at(pack, level));
}

}  // namespace koepel::survey::test
