// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "content/pack_reader.h"
#include "model/phrasebook.h"
#include "projects/projects.h"

// Three municipalities with one project, shared by the tests of projects.

namespace koepel::projects {

inline const MethodPack& real_pack() {
  static const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  return pack.value();
}

inline std::map<std::string, std::vector<double>> worked_example() {
  std::ifstream file(std::string(KOEPEL_SOURCE_DIR) + "/docs/methods/joint-projects.md");
  std::map<std::string, std::vector<double>> numbers;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("```", 0) == 0) inside = line == "```example";
    const auto colon = line.find(':');
    if (!inside || colon == std::string::npos) continue;
    std::istringstream rest(line.substr(colon + 1));
    for (double number = 0; rest >> number;) numbers[line.substr(0, colon)].push_back(number);
  }
  EXPECT_FALSE(numbers.empty());
  return numbers;
}

/// Partners A, B ... in project "wet"; 20, 30, 50 thousand inhabitants and so on.
struct Region {
  Study study;

  explicit Region(const std::vector<double>& hours = {600, 400, 500},
                  const std::vector<double>& capacity = {50, 20, 30}) {
    study.head.draws = 500;
    for (std::size_t p = 0; p < hours.size(); ++p) {
      Partner partner;
      partner.id = std::string(1, static_cast<char>('A' + p));
      partner.name = "Gemeente " + partner.id;
      partner.inhabitants = static_cast<int>(20000 + 10000 * p + (p >= 2 ? 10000 : 0));
      study.partners.push_back(partner);
      add_effort("wet", partner.id, hours[p], capacity[p]);
    }
    Project project;
    project.id = "wet";
    project.name = {"Nieuwe wet", "New act"};
    project.shared_share = 0.6;
    project.hourly_rate = Money{8500};
    project.deadline_months = 14;
    study.projects.push_back(project);
  }
  void add_effort(const std::string& project, const std::string& partner, double hours, double capacity) {
    ProjectEffort effort;
    effort.project = project;
    effort.partner = partner;
    effort.hours_alone = hours;
    effort.hours_per_month = capacity;
    effort.origin = {"projectinzet.csv", "", static_cast<int>(study.project_efforts.size()) + 2, ""};
    study.project_efforts.push_back(effort);
  }
  void estimate(const std::string& quantity, double value) {
    Estimate certain;
    certain.quantity = quantity;
    certain.value = value;
    study.estimates.push_back(certain);
  }
  [[nodiscard]] JointProjects all() const { return weigh_projects(study, real_pack()); }
  [[nodiscard]] WeighedProject weigh() const { return all().projects.at(0); }
  [[nodiscard]] std::string said(const Message& message) const {
    return Phrasebook(real_pack(), study).say(message, Language::nl);
  }
};

inline std::vector<std::string> keys_of(const std::vector<Message>& messages) {
  std::vector<std::string> keys;
  for (const auto& message : messages) keys.push_back(message.key);
  return keys;
}

}  // namespace koepel::projects
