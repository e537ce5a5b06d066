// SPDX-License-Identifier: EUPL-1.2
// quantities.yaml, evidence.yaml and scale.yaml in; quantities, findings and clusters out.
#include <array>

#include "content/parts.h"

namespace koepel::content {

namespace {

/// [low, value, high]; another number of members is a problem and gives zeros.
std::array<double, 3> read_range(const Place& at, const char* key, std::size_t members = 3) {
  const auto list = at.list(key);
  std::array<double, 3> numbers{};
  if (list.size() != members) at.complain(not_a_range, key, std::to_string(list.size()));
  for (std::size_t i = 0; i < list.size() && list.size() == members; ++i) numbers.at(i) = list[i].as_number(key);
  return numbers;
}

Quantity read_quantity(const Place& at) {
  at.only({"id", "range", "unit", "drawn", "name", "explanation", "source"});
  const auto [low, value, high] = read_range(at, "range");
  return {at.text("id"),
          low,
          value,
          high,
          at.flag_or("drawn", true),
          at.both("name"),
          at.both("explanation"),
          at.text("unit"),
          at.text("source")};
}

Evidence read_finding(const Place& at) {
  at.only({"id", "finding", "source", "standing"});
  return {at.text("id"), at.both("finding"), at.text("source"), at.text("standing")};
}

void read_curve(const Place& at, ScaleCluster& cluster) {
  cluster.curve = at.text("curve");
  if (cluster.curve != "log" && cluster.curve != "power") return;
  cluster.n_star = at.number("n_star");
  const auto valid = read_range(at, "valid", 2);
  cluster.valid_low = valid[0];
  cluster.valid_high = valid[1];
  const auto numbers = read_range(at, cluster.curve == "log" ? "a" : "elasticity");
  auto& low = cluster.curve == "log" ? cluster.a_low : cluster.elasticity_low;
  auto& value = cluster.curve == "log" ? cluster.a : cluster.elasticity;
  auto& high = cluster.curve == "log" ? cluster.a_high : cluster.elasticity_high;
  low = numbers[0];
  value = numbers[1];
  high = numbers[2];
}

ScaleCluster read_cluster(const Place& at) {
  at.only({"id", "name", "variant_of", "curve", "tasks", "n_star", "a", "elasticity", "rises_above", "valid",
           "evidence", "source"});
  ScaleCluster cluster;
  cluster.id = at.text("id");
  cluster.name = at.both("name");
  cluster.variant_of = at.text_or("variant_of", "");
  cluster.tasks = at.words("tasks");
  cluster.rises_above = at.flag_or("rises_above", false);
  read_curve(at, cluster);
  cluster.evidence = at.words("evidence");
  cluster.source = at.text("source");
  return cluster;
}

template <class Thing>
std::vector<Thing> read_each(const Place& root, Thing (*read)(const Place&)) {
  std::vector<Thing> things;
  for (const auto& place : root.list()) things.push_back(read(place));
  return things;
}

}  // namespace

std::vector<Quantity> read_quantities(const Place& root) { return read_each(root, read_quantity); }
std::vector<Evidence> read_evidence(const Place& root) { return read_each(root, read_finding); }
std::vector<ScaleCluster> read_clusters(const Place& root) { return read_each(root, read_cluster); }

}  // namespace koepel::content
