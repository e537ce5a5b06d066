// SPDX-License-Identifier: EUPL-1.2
// The worked examples of docs/methods/scale.md and waste-collection.md, read from the pages.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "scale/collection.h"
#include "scale/figures.h"
#include "scale/inverse.h"
#include "scale/sample_study.h"

namespace koepel::scale {
namespace {

using Lines = std::map<std::string, std::string>;

Lines example_on(const std::string& page) {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/" + page);
  Lines lines;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("```", 0) == 0) inside = line == "```example";
    const auto colon = line.find(": ");
    if (inside && colon != std::string::npos) lines[line.substr(0, colon)] = line.substr(colon + 2);
  }
  return lines;
}

double number(const Lines& lines, const char* name) { return std::stod(lines.at(name)); }

Study study_on(const Lines& lines) {
  Study study;
  for (const auto* id : {"A", "B", "C"}) {
    std::istringstream row(lines.at(id));
    std::int64_t fixed = 0, variable = 0;
    double volume = 0;
    row >> fixed >> variable >> volume;
    study.partners.push_back(partner(id, 20000));
    study.figures.push_back(figures(id, "V07", fixed, variable, 1, volume, "verloningen"));
  }
  return study;
}

TEST(ScalePage, WorkedExampleHolds) {
  const auto lines = example_on("scale.md");
  const Study study = study_on(lines);
  const auto model = *build_model(study, pack(), {}, "V07").model;
  const auto ranges = term_ranges(study, pack(), model, FormWeight::light);
  const auto joint = joint_cost(model, likely_terms(ranges));
  EXPECT_NEAR(joint.alone, number(lines, "= alone"), 1e-6);
  EXPECT_NEAR(joint.gain, number(lines, "= gain"), 1e-6);
  EXPECT_NEAR(joint.realised, number(lines, "= realised"), 1e-6);
  EXPECT_NEAR(joint.coordination, number(lines, "= coordination"), 1e-6);
  EXPECT_NEAR(joint.saving(), number(lines, "= saving"), 1e-6);
  EXPECT_NEAR(joint.together() / joint.volume, number(lines, "= unit cost"), 1e-9);
  EXPECT_NEAR(*units_needed(model, ranges, 50, 1, 10).likely, number(lines, "= units for 50 euro"), 1e-6);
}

TEST(WasteCollectionPage, WorkedExampleHolds) {
  const auto lines = example_on("waste-collection.md");
  const auto terms = likely_collection(collection_ranges({}, pack(), "U22"));
  CollectionArea area;
  area.connections = number(lines, "connections");
  area.land_km2 = number(lines, "km2");
  const auto work = work_of(area, terms);
  const auto one = plan_for(work, terms, 1), two = plan_for(work, terms, 2);
  EXPECT_NEAR(work.hours, number(lines, "= hours"), 0.05);
  EXPECT_EQ(one.crews, number(lines, "= crews"));
  EXPECT_EQ(one.people, number(lines, "= people"));
  EXPECT_EQ(one.vehicles, number(lines, "= one shift vehicles"));
  EXPECT_NEAR(one.cost(), number(lines, "= one shift cost"), 1);
  EXPECT_EQ(two.vehicles, number(lines, "= two shifts vehicles"));
  EXPECT_NEAR(two.cost(), number(lines, "= two shifts cost"), 1);
  EXPECT_NEAR(cheapest_plan(work, terms).per_connection(), number(lines, "= per connection"), 0.005);
}

}  // namespace
}  // namespace koepel::scale
