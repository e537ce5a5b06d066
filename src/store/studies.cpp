// SPDX-License-Identifier: EUPL-1.2
// The list of studies. Face: add_study(), find_study(), all_studies().
#include "store/studies.h"

namespace koepel::store {

namespace {

const std::string select = "SELECT id, created_us, archived_us, erase_after_us, last_sequence, last_hash FROM study ";

StudyRow study_of(const ResultRow& row) {
  return {row.text(0), row.whole(1), row.whole(2), row.whole(3), row.whole(4), row.text(5)};
}

}  // namespace

bool add_study(Store& store, const StudyRow& row) {
  bool added = false;
  store.write([&](Database& database) {
    added = !database
                 .query(
                     "INSERT INTO study (id, created_us, archived_us, erase_after_us, last_sequence, last_hash) "
                     "VALUES (?1, ?2, ?3, ?4, 0, '') ON CONFLICT DO NOTHING RETURNING id",
                     {row.id, row.created_us, row.archived_us, row.erase_after_us})
                 .empty();
  });
  return added;
}

std::optional<StudyRow> find_study(Store& store, const std::string& id) {
  std::optional<StudyRow> found;
  store.read([&](Database& database) {
    for (const auto& row : database.query(select + "WHERE id = ?1", {id})) found = study_of(row);
  });
  return found;
}

std::vector<StudyRow> all_studies(Store& store) {
  std::vector<StudyRow> all;
  store.read([&](Database& database) {
    all.clear();
    for (const auto& row : database.query(select + "ORDER BY id")) all.push_back(study_of(row));
  });
  return all;
}

void archive_study(Store& store, const std::string& id, std::int64_t archived_us) {
  store.write(
      [&](Database& database) {
        database.query("UPDATE study SET archived_us = ?2 WHERE id = ?1", {id, archived_us});
      },
      {id, true});
}

void set_retention(Store& store, const std::string& id, std::int64_t erase_after_us) {
  store.write(
      [&](Database& database) {
        database.query("UPDATE study SET erase_after_us = ?2 WHERE id = ?1", {id, erase_after_us});
      },
      {id, true});
}

}  // namespace koepel::store
