// SPDX-License-Identifier: EUPL-1.2
// A JSON body in; typed fields, and every field that is not as the contract says, out.
#include "api/body.h"

namespace koepel::api {

void Body::tell(const std::string& field, const char* expected) {
  problems_.push_back({.code = "malformed",
                       .where = {.column = place_ + field},
                       .expected = {std::string("api.expected.") + expected, {}},
                       .repair = {"api.malformed.repair", {}}});
}

std::string Body::text(const char* field) {
  if (!has(field) || json_[field].is_null()) return {};
  if (json_[field].is_string()) return json_[field].get<std::string>();
  tell(field, "text");
  return {};
}

std::string Body::needed_text(const char* field) {
  const auto told = problems_.size();
  auto value = text(field);
  if (value.empty() && problems_.size() == told) tell(field, "text");
  return value;
}

std::string Body::client_id() {
  auto id = needed_text("clientId");
  if (id.size() > 64) tell("clientId", "client_id");
  return id;
}

std::optional<std::int64_t> Body::whole(const char* field) {
  if (!has(field) || json_[field].is_null()) return std::nullopt;
  if (json_[field].is_number_integer()) return json_[field].get<std::int64_t>();
  tell(field, "whole");
  return std::nullopt;
}

bool Body::flag(const char* field) {
  if (!has(field) || json_[field].is_null()) return false;
  if (json_[field].is_boolean()) return json_[field].get<bool>();
  tell(field, "flag");
  return false;
}

std::vector<std::string> Body::texts(const char* field) {
  std::vector<std::string> all;
  if (!has(field)) return all;
  const auto& list = json_[field];
  for (const auto& one : list.is_array() ? list : Json::array({nullptr})) {
    if (!one.is_string()) return tell(field, "texts"), std::vector<std::string>{};
    all.push_back(one.get<std::string>());
  }
  return all;
}

std::vector<Json> Body::objects(const char* field) {
  std::vector<Json> all;
  if (!has(field)) return all;
  const auto& list = json_[field];
  for (const auto& one : list.is_array() ? list : Json::array({nullptr})) {
    if (!one.is_object()) return tell(field, "objects"), std::vector<Json>{};
    all.push_back(one);
  }
  return all;
}

}  // namespace koepel::api
