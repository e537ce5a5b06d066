// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/answer.h"

namespace koepel::api {

/// Takes the fields of a JSON body one by one and gathers what is wrong with them, so that all of it is told at once.
class Body {
 public:
  explicit Body(const Json& json, std::string place = {}) : json_(json), place_(std::move(place)) {}

  /// Empty when it is not there.
  [[nodiscard]] std::string text(const char* field);
  [[nodiscard]] std::string needed_text(const char* field);
  /// "clientId", under which a write counts once.
  [[nodiscard]] std::string client_id();
  [[nodiscard]] std::optional<std::int64_t> whole(const char* field);
  [[nodiscard]] bool flag(const char* field);
  [[nodiscard]] std::vector<std::string> texts(const char* field);
  /// The elements of an array of objects; empty when it is not there.
  [[nodiscard]] std::vector<Json> objects(const char* field);
  [[nodiscard]] bool has(const char* field) const { return json_.is_object() && json_.contains(field); }

  void tell(const std::string& field, const char* expected);
  void take(const Body& part) { problems_.insert(problems_.end(), part.problems_.begin(), part.problems_.end()); }
  [[nodiscard]] bool fine() const { return problems_.empty(); }
  [[nodiscard]] const Problems& problems() const { return problems_; }

 private:
  const Json& json_;
  std::string place_;  ///< "changes/3/": where in the body this object stands
  Problems problems_;
};

}  // namespace koepel::api
