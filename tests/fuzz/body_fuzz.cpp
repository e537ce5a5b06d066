// SPDX-License-Identifier: EUPL-1.2
// Any bytes in as the body of a request: what is JSON is read as changes to a study, as the API does. Nothing may
// crash, every problem must have its place, and a record that was accepted must be accepted again as it is written.
// body_mutations.cpp tries the whole API with changed bodies in every test run.
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "api/read_json.h"
#include "content/pack_reader.h"
#include "exchange/record_json.h"

namespace {

using namespace koepel;

void demand(bool promise) {
  if (!promise) std::abort();
}

const MethodPack& pack() {
  static const MethodPack read = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel").value();
  return read;
}

const Study& study() {
  static const Study made = [] {
    Study one;
    for (const auto& [id, name] : {std::pair{"GM0770", "Eersel"}, std::pair{"GM1724", "Bergeijk"}}) {
      Partner partner;
      partner.id = id, partner.name = name;
      one.partners.push_back(partner);
    }
    return one;
  }();
  return made;
}

std::vector<exchange::TypedRecord> typed_in(const api::Json& json) {
  std::vector<exchange::TypedRecord> typed;
  if (!json.is_object() || !json.contains("changes") || !json["changes"].is_array()) return typed;
  for (const auto& change : json["changes"])
    if (change.is_object() && change.contains("kind") && change["kind"].is_string())
      typed.push_back({change["kind"].get<std::string>(), change.contains("cells") ? change["cells"] : api::Json()});
  return typed;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = api::json_in({reinterpret_cast<const char*>(data), size});
  if (!json) return 0;
  const auto typed = typed_in(*json);
  const auto reading = exchange::read_records(typed, study(), pack(), {});
  demand(reading.records.size() == typed.size());
  for (const auto& problem : reading.problems)
    demand(problem.where.line <= static_cast<int>(typed.size()) && !problem.code.empty());
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (!reading.records[i]) continue;
    const auto again =
        exchange::read_records({{typed[i].kind, exchange::record_json(*reading.records[i])}}, study(), pack(), {});
    demand(again.records[0].has_value());
  }
  return 0;
}
