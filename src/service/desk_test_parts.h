// SPDX-License-Identifier: EUPL-1.2
// For tests: a desk on a fresh database with the real method, the example studies and a clock that only tests move.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/work_folder.h"
#include "content/pack_reader.h"
#include "service/desk.h"
#include "service/studies.h"
#include "store/studies.h"

namespace koepel::service::testing_desk {

inline const MethodPack& pack() {
  static const MethodPack read = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel").value();
  return read;
}
inline const exchange::ReferenceReading& reference() {
  static const auto read = exchange::read_reference({std::filesystem::path(KOEPEL_SOURCE_DIR) / "data/reference"});
  return read;
}

struct TestDesk {
  WorkFolder folder;
  store::Store store{folder.path / "data"};
  std::int64_t now_us = 1'795'000'000'000'000;
  std::vector<Change> told;
  Desk desk{.store = store,
            .pack = pack(),
            .reference = reference(),
            .examples = std::filesystem::path(KOEPEL_SOURCE_DIR) / "cases",
            .now_us = [this] { return now_us += 1'000; },
            .tell = [this](const Change& change) { told.push_back(change); }};
  Asker maker{.person = "p-maker", .manager = true};

  TestDesk() { (void)store::add_person(store, {.id = "p-maker", .name = "Maker", .email = "maker@example.nl"}); }

  /// A study of two municipalities with an empty gross list.
  std::string small_study() {
    const exchange::StudyFiles files{
        {"study.yaml", "id: proef\ntitle: Proef\ndate: 2026-03-01\npartners: [GM0770, GM1728]\n"}};
    return make_from_files(desk, maker, files).value().id;
  }
  [[nodiscard]] Asker as(Role role, const std::string& partner = {}) const {
    return {.person = "p-maker", .role = role, .partner = partner};
  }
};

}  // namespace koepel::service::testing_desk
