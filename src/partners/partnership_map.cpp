// SPDX-License-Identifier: EUPL-1.2
// Partnerships of the study and of the register in; one map of who, what and in which form out.
#include "partners/partnership_map.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "partners/dates.h"
#include "partners/names.h"

namespace koepel::partners {

namespace {

/// Splits members into partners of the study (study order) and others.
void place_members(MappedArrangement& mapped, const Study& study, const std::vector<std::string>& members) {
  for (const auto& partner : study.partners)
    if (std::find(members.begin(), members.end(), partner.id) != members.end() || mapped.host == partner.id)
      mapped.partners.push_back(partner.id);
  for (const auto& member : members)
    if (find_partner(study, member) == nullptr) mapped.others.push_back(member);
  mapped.exactly_these = mapped.others.empty() && mapped.partners.size() == study.partners.size();
}

/// The last day to say no lies before the end by the term of notice. What has ended already also asks for a decision.
bool expires_soon(const Arrangement& arrangement, const std::string& today, int months) {
  const auto last_day = months_later(arrangement.until, -arrangement.notice_months.value_or(0));
  const auto horizon = months_later(today, months);
  return last_day && horizon && *last_day <= *horizon;
}

MappedArrangement from_study(const Arrangement& arrangement, const Study& study, int months) {
  MappedArrangement mapped;
  mapped.id = arrangement.id;
  mapped.name = arrangement.name;
  mapped.form = arrangement.form;
  mapped.tasks = arrangement.tasks;
  mapped.host = arrangement.host;
  mapped.until = arrangement.until;
  mapped.expires_soon = expires_soon(arrangement, study.head.date, months);
  mapped.source = arrangement.source;
  mapped.origin = arrangement.origin;
  place_members(mapped, study, arrangement.members);
  return mapped;
}

MappedArrangement from_register(const RegisteredArrangement& registered, const Study& study) {
  MappedArrangement mapped;
  mapped.id = registered.id;
  mapped.name = registered.name;
  mapped.from_register = true;
  mapped.source = registered.source + (registered.year == 0 ? "" : " (" + std::to_string(registered.year) + ")");
  mapped.origin = {registered.source, {}, 0, registered.id};
  place_members(mapped, study, registered.members);
  return mapped;
}

NameMatcher matcher_of(const Study& study, const Reference& reference) {
  std::vector<std::string> names;
  for (const auto& arrangement : study.arrangements) names.push_back(arrangement.name);
  for (const auto& arrangement : reference.arrangements) names.push_back(arrangement.name);
  return NameMatcher(names);
}

bool common_partner(const MappedArrangement& a, const MappedArrangement& b) {
  return std::any_of(a.partners.begin(), a.partners.end(), [&](const auto& partner) { return takes_part(b, partner); });
}

}  // namespace

bool takes_part(const MappedArrangement& arrangement, const std::string& partner) {
  return std::find(arrangement.partners.begin(), arrangement.partners.end(), partner) != arrangement.partners.end();
}

Partnerships map_partnerships(const Study& study, const MethodPack& pack, const Reference& reference) {
  Partnerships result;
  const int months = static_cast<int>(std::lround(parameter(pack, "partners.expiry_months")));
  for (const auto& arrangement : study.arrangements) result.map.push_back(from_study(arrangement, study, months));
  std::copy_if(result.map.begin(), result.map.end(), std::back_inserter(result.counted),
               [](const auto& a) { return !a.partners.empty(); });
  const bool nothing_listed = result.counted.empty();
  const NameMatcher matcher = matcher_of(study, reference);
  const double same = parameter(pack, "partners.same_name");
  const std::size_t listed = result.map.size();
  for (const auto& registered : reference.arrangements) {
    MappedArrangement mapped = from_register(registered, study);
    const bool known = std::any_of(
        result.map.begin(), result.map.begin() + static_cast<std::ptrdiff_t>(listed), [&](const auto& other) {
          return common_partner(mapped, other) && matcher.similarity(mapped.name, other.name) >= same;
        });
    if (mapped.partners.empty() || known) continue;
    if (nothing_listed) result.counted.push_back(mapped);
    if (mapped.partners.size() >= 2) result.map.push_back(std::move(mapped));
  }
  return result;
}

Shared shared_partnerships(const Partnerships& partnerships, const std::string& a, const std::string& b) {
  Shared shared;
  for (const auto& arrangement : partnerships.counted) {
    const int parts = (takes_part(arrangement, a) ? 1 : 0) + (takes_part(arrangement, b) ? 1 : 0);
    if (parts == 0) continue;
    ++shared.either;
    if (parts == 2) ++shared.both;
    shared.origins.push_back(arrangement.origin);
  }
  return shared;
}

}  // namespace koepel::partners
