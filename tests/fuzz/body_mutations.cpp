// SPDX-License-Identifier: EUPL-1.2
// The whole API in every test run: the bodies that the contract test sent, each changed in ways that clients
// and attackers think of, a fixed number of times from a fixed seed. Nothing may be answered with a fault of the
// server.
//     body_mutations TRANSCRIPTS.jsonl ROUNDS
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "base/random.h"
#include "body_world.h"

namespace {

using namespace koepel;
using namespace koepel::api;

using Bodies = std::map<std::string, std::set<std::string>>;

Bodies bodies_in(const char* file) {
  Bodies bodies;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto exchange = Json::parse(line);
    const auto& body = exchange["requestBody"];
    if (body.is_object()) bodies[exchange["operationId"]].insert(body.dump());
  }
  return bodies;
}

/// Values that stand where another was expected.
const std::vector<Json>& strangers() {
  static const std::vector<Json> all = [] {
    Json deep = Json::array();
    for (int i = 0; i < 40; ++i) deep = Json::array({deep});
    return std::vector<Json>{nullptr,
                             true,
                             -1,
                             0,
                             0.5,
                             1e308,
                             9223372036854775807,
                             "",
                             std::string(5'000, 'x'),
                             "GM0770",
                             "U01",
                             "=1+1",
                             "../../etc/passwd",
                             "2026-02-30",
                             "é\u0007\u202e",
                             "-0",
                             "1e999",
                             Json::array(),
                             Json::object(),
                             deep,
                             Json(std::vector<Json>(2'000)),
                             Json{{"nl", "x"}, {"cells", Json::object()}}};
  }();
  return all;
}

void collect(Json& json, std::vector<Json*>& nodes) {
  nodes.push_back(&json);
  if (json.is_structured())
    for (auto& child : json) collect(child, nodes);
}

Json& any_node(Json& json, Random& random) {
  std::vector<Json*> nodes;
  collect(json, nodes);
  return *nodes[random.below(static_cast<std::uint32_t>(nodes.size()))];
}

void change_tree(Json& json, Random& random) {
  Json& node = any_node(json, random);
  const auto& stranger = strangers()[random.below(static_cast<std::uint32_t>(strangers().size()))];
  if (node.is_object() && !node.empty() && random.below(2) == 0) {
    auto at = node.begin();
    std::advance(at, random.below(static_cast<std::uint32_t>(node.size())));
    node.erase(at);
  } else if (node.is_object() && random.below(3) == 0) {
    node["vreemd"] = stranger;
  } else {
    node = stranger;
  }
}

void change_bytes(std::string& text, Random& random) {
  const auto at = random.below(static_cast<std::uint32_t>(text.size() + 1));
  const auto byte = static_cast<char>(random.below(256));
  if (random.below(3) == 0)
    text.resize(at);
  else if (at < text.size() && random.below(2) == 0)
    text[at] = byte;
  else
    text.insert(text.begin() + at, byte);
}

std::string changed(const std::string& body, Random& random) {
  auto json = Json::parse(body);
  for (std::uint32_t i = random.below(3) + 1; i > 0; --i) change_tree(json, random);
  auto text = json.dump();
  if (random.below(4) == 0) change_bytes(text, random);
  return text;
}

bool survives(fuzz::World& world, const Route& route, const std::string& body) {
  std::string what;
  try {
    const int status = world.status(route, body);
    if (status < 500) return true;
    what = std::to_string(status);
  } catch (const std::exception& fault) {
    what = fault.what();
  }
  std::cerr << route.id << ": " << what << ": " << body.substr(0, 2'000) << "\n";
  return false;
}

int run(const char* file, int rounds) {
  const auto bodies = bodies_in(file);
  fuzz::World world;
  Random random(2026, "body_mutations");
  int tried = 0, failed = 0;
  for (const auto* route : fuzz::readers()) {
    const auto known = bodies.find(std::string(route->id));
    if (known == bodies.end()) continue;
    for (int i = 0; i < rounds; ++i)
      for (const auto& body : known->second) ++tried, failed += survives(world, *route, changed(body, random)) ? 0 : 1;
  }
  std::cout << tried << " bodies, " << failed << " answered with a fault of the server\n";
  return failed == 0 && tried > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) { return argc == 3 ? run(argv[1], std::stoi(argv[2])) : 2; }
