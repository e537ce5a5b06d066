// SPDX-License-Identifier: EUPL-1.2
#include "priorities/small_study_test.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "content/pack_reader.h"

namespace koepel::priorities {

const MethodPack& real_pack() {
  static const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  if (!pack)
    for (const auto& problem : pack.error())
      ADD_FAILURE() << problem.where.file << ":" << problem.where.line << " " << problem.code << " " << problem.found;
  return pack.value();
}

Study study_with(const std::vector<std::string>& tasks) {
  Study study;
  study.head.id = "test";
  study.head.date = "2026-01-01";
  for (const char* id : {"A", "B", "C"}) {
    Partner partner;
    partner.id = id;
    partner.name = std::string("Gemeente ") + id;
    study.partners.push_back(partner);
  }
  for (const auto& task : tasks) {
    GrossListEntry entry;
    entry.task = task;
    entry.origin = {"groslijst.csv", "", static_cast<int>(study.gross_list.size()) + 2, ""};
    study.gross_list.push_back(entry);
  }
  return study;
}

Study study_with_all_tasks() {
  std::vector<std::string> ids;
  for (const auto& task : real_pack().tasks) ids.push_back(task.id);
  return study_with(ids);
}

void add_figures(Study& study, const std::string& partner, const std::string& task, double fixed_euro,
                 double variable_euro, double volume, double fte) {
  Figures figures;
  figures.partner = partner;
  figures.task = task;
  figures.fixed_cost = Money{std::llround(fixed_euro * 100)};
  figures.variable_cost = Money{std::llround(variable_euro * 100)};
  figures.volume = volume;
  figures.unit = "aanslag";
  figures.fte = fte;
  figures.origin = {"cijfers.csv", "", static_cast<int>(study.figures.size()) + 2, ""};
  study.figures.push_back(figures);
}

void add_rating(Study& study, const std::string& partner, const std::string& task,
                const std::vector<std::pair<std::string, double>>& scores) {
  Rating rating;
  rating.partner = partner;
  rating.task = task;
  rating.role = "official";
  rating.scores = scores;
  rating.origin = {"oordelen.csv", "", static_cast<int>(study.ratings.size()) + 2, ""};
  study.ratings.push_back(rating);
}

void add_arrangement(Study& study, const std::string& id, const std::string& task,
                     const std::vector<std::string>& members) {
  Arrangement arrangement;
  arrangement.id = id;
  arrangement.name = id;
  arrangement.tasks = {task};
  arrangement.members = members;
  arrangement.origin = {"samenwerkingen.csv", "", static_cast<int>(study.arrangements.size()) + 2, ""};
  study.arrangements.push_back(arrangement);
}

}  // namespace koepel::priorities
