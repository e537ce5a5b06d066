// SPDX-License-Identifier: EUPL-1.2
// Any bytes in, taken apart into the files of a study folder: read_study_files must not crash, every problem must have
// its place and sentences, and what was read must survive being written and read again.
//
// The input is a row of files divided by byte 0x1D; the first byte of each chooses its name.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "content/pack_reader.h"
#include "exchange/study_folder.h"

namespace {

using namespace koepel;

/// The method pack with a short catalogue: reading it is most of the work of a run.
const MethodPack& pack() {
  static const MethodPack read = [] {
    auto whole = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel").value();
    whole.tasks.resize(5);
    whole.items.resize(4);
    whole.tree.forms.resize(14);
    for (auto& criterion : whole.tree.criteria)
      criterion.questions.resize(std::min<std::size_t>(criterion.questions.size(), 2));
    return whole;
  }();
  return read;
}

const Reference& reference() {
  static const Reference made = [] {
    Reference r;
    for (const auto& [id, name] :
         {std::pair{"GM0770", "Eersel"}, std::pair{"GM0893", "Bergen (L.)"}, std::pair{"GM1724", "Bergeijk"}}) {
      Municipality m;
      m.id = id, m.name = name, m.inhabitants = 20000, m.dwellings = 9000, m.land_area_ha = 8000.5, m.urbanity = 4;
      r.municipalities.push_back(m);
    }
    return r;
  }();
  return made;
}

exchange::StudyFiles files_in(std::string_view bytes) {
  static constexpr std::array<const char*, 23> names{
      "study.yaml",        "partners.csv",       "taken.csv",          "pakketten.csv",       "cijfers.csv",
      "beoordelingen.csv", "samenwerkingen.csv", "derden.csv",         "respondenten.csv",    "antwoorden.csv",
      "indicatoren.csv",   "beslisboom.csv",     "functies.csv",       "vormvoorkeuren.csv",  "besluiten.csv",
      "anders.csv",        "schattingen.csv",    "sleutelwaarden.csv", "verdeelsleutels.csv", "teamregels.csv",
      "voorwaarden.csv",   "projecten.csv",      "projectinzet.csv"};
  exchange::StudyFiles files;
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find('\x1D'), bytes.size());
    files[names[static_cast<unsigned char>(bytes[0]) % names.size()]] = end > 1 ? bytes.substr(1, end - 1) : "";
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return files;
}

void demand(bool promise, const char* what) {
  if (promise) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto reading =
      exchange::read_study_files(files_in({reinterpret_cast<const char*>(data), size}), pack(), reference());
  for (const auto& problem : reading.problems) {
    demand(!problem.where.file.empty(), "a problem has its place");
    if (!problem.code.starts_with("study.")) continue;  // the reader of CSV has its own fuzzer
    demand(pack().texts.count(problem.expected.key) == 1 && pack().texts.count(problem.repair.key) == 1,
           "a problem has its sentences");
  }
  demand(fold(log_of(reading.study)) == reading.study, "the study is the fold of its log");
  for (const auto language : {Language::nl, Language::en}) {
    const auto again =
        exchange::read_study_files(exchange::study_files(reading.study, pack(), language), pack(), reference());
    demand(exchange::log_text(log_of(again.study), exchange::Origins::left_out) ==
               exchange::log_text(log_of(reading.study), exchange::Origins::left_out),
           "what was read survives writing and reading");
  }
  return 0;
}
