// SPDX-License-Identifier: EUPL-1.2
// items.csv and tasks.csv in, survey items and the task catalogue out.
#include "content/parts.h"
#include "content/table.h"

namespace koepel::content {

namespace {

const std::vector<std::string> item_columns = {"item", "instrument", "construct", "audience",
                                               "nl",   "en",         "reverse",   "source"};

const std::vector<std::string> task_columns = {"task",
                                               "nl",
                                               "en",
                                               "group",
                                               "iv3_code",
                                               "policy_sensitivity",
                                               "scale_sensitivity",
                                               "specialisation_need",
                                               "citizen_proximity",
                                               "third_party_overlap",
                                               "legal_obligation",
                                               "power_holder",
                                               "legal_basis",
                                               "typical_forms",
                                               "examples",
                                               "evidence",
                                               "fixed_cost_share",
                                               "min_scale_thousand",
                                               "default_position",
                                               "possibilities_nl",
                                               "possibilities_en",
                                               "note_nl",
                                               "note_en",
                                               "source"};

Item read_item(const Row& row) {
  return {row.text("item"),      row.text("instrument"),           row.text("construct"),
          row.words("audience"), {row.text("nl"), row.text("en")}, row.flag("reverse"),
          row.text("source")};
}

void read_ratings(const Row& row, Task& task) {
  task.policy_sensitivity = row.whole("policy_sensitivity");
  task.scale_sensitivity = row.whole("scale_sensitivity");
  task.specialisation_need = row.whole("specialisation_need");
  task.citizen_proximity = row.whole("citizen_proximity");
  task.third_party_overlap = row.whole("third_party_overlap");
  task.legal_obligation = row.whole("legal_obligation");
}

Task read_task(const Row& row) {
  Task task;
  task.id = row.text("task");
  task.name = {row.text("nl"), row.text("en")};
  task.group = row.text("group");
  task.iv3_code = row.text("iv3_code");
  read_ratings(row, task);
  task.power_holder = row.text("power_holder");
  task.legal_basis = row.words("legal_basis");
  task.typical_forms = row.words("typical_forms");
  task.examples = row.words("examples");
  task.evidence = row.text("evidence");
  task.fixed_cost_share = row.number("fixed_cost_share");
  task.min_scale_thousand = row.number("min_scale_thousand");
  task.default_position = row.number("default_position");
  task.possibilities = {row.cell("possibilities_nl"), row.cell("possibilities_en")};
  task.note = {row.cell("note_nl"), row.cell("note_en")};
  task.source = row.text("source");
  return task;
}

}  // namespace

std::vector<Item> read_items(const std::string& file, const std::string& bytes, Problems& problems) {
  std::vector<Item> items;
  for (const auto& row : read_table(file, bytes, item_columns, problems)) items.push_back(read_item(row));
  return items;
}

std::vector<Task> read_tasks(const std::string& file, const std::string& bytes, Problems& problems) {
  std::vector<Task> tasks;
  for (const auto& row : read_table(file, bytes, task_columns, problems)) tasks.push_back(read_task(row));
  return tasks;
}

}  // namespace koepel::content
