// SPDX-License-Identifier: EUPL-1.2
#include "model/study.h"

#include <algorithm>

namespace koepel {

namespace {

template <class Record>
const Record* find(const std::vector<Record>& records, const std::string& id) {
  const auto it = std::find_if(records.begin(), records.end(), [&](const Record& r) { return r.id == id; });
  return it == records.end() ? nullptr : &*it;
}

}  // namespace

const Partner* find_partner(const Study& study, const std::string& id) { return find(study.partners, id); }
const TaskPackage* find_package(const Study& study, const std::string& id) { return find(study.packages, id); }
const Respondent* find_respondent(const Study& study, const std::string& id) { return find(study.respondents, id); }

}  // namespace koepel
