// SPDX-License-Identifier: EUPL-1.2
// The whole analysis, from the study folder to the hashed JSON, against one pass of SHA-256 over that JSON in the same
// run. Two cases, and the region grown to every task of the catalogue, 500 respondents and a rating of each task by
// both roles of each partner. analysis_bench [folder with cases], cases by default; stops when two runs do not give the
// same bytes.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>

#include "base/hash.h"
#include "base/random.h"
#include "content/pack_reader.h"
#include "exchange/analysis_json.h"
#include "exchange/reference_files.h"
#include "exchange/study_folder.h"
#include "timing.h"

namespace {

using namespace koepel::bench;
using namespace koepel;
using exchange::ReferenceReading;
using exchange::StudyReading;
namespace fs = std::filesystem;

constexpr int runs = 7;
constexpr std::size_t respondents = 500;

/// The respondents again under other names, until there are enough.
void grow_poll(Study& study) {
  const auto known = study.respondents;
  const auto sheets = study.answers;
  for (std::size_t i = 0; study.respondents.size() < respondents; ++i) {
    Respondent again = known[i % known.size()];
    const auto sheet =
        std::find_if(sheets.begin(), sheets.end(), [&](const auto& s) { return s.respondent == again.id; });
    again.id += "-" + std::to_string(i);
    study.respondents.push_back(again);
    if (sheet == sheets.end()) continue;
    study.answers.push_back(*sheet);
    study.answers.back().respondent = again.id;
  }
}

/// Every task of the catalogue, each judged by both roles of each partner.
void grow_gross_list(Study& study, const MethodPack& pack) {
  Random random(19, "analysis_bench");
  const auto example = study.ratings.front();
  study.gross_list.clear();
  study.ratings.clear();
  for (const auto& task : pack.tasks) {
    study.gross_list.push_back({.task = task.id});
    for (const auto& partner : study.partners)
      for (const char* role : {"administrator", "official"}) {
        Rating rating = example;
        rating.partner = partner.id;
        rating.task = task.id;
        rating.role = role;
        for (auto& [what, score] : rating.scores) score = 1 + std::floor(5 * random.uniform());
        study.ratings.push_back(rating);
      }
  }
}

bool measure(const char* name, const StudyReading& reading, const MethodPack& pack, const ReferenceReading& reference) {
  Analysis analysis;
  std::string hash;
  const double analysing =
      1e3 * median_of(runs, [&] {
        analysis = analyse({reading.study, pack, reference.reference, reading.hash, reference.hash});
      });
  const double sealing = 1e3 * median_of(runs, [&] { hash = exchange::result_hash(analysis); });
  const std::string bytes = exchange::to_json(analysis);
  const double limit = 1e3 * median_of(runs, [&] { (void)sha256(bytes); });
  std::printf(
      "%-9s %3zu partners %4zu tasks %4zu respondents: analysis %6.0f ms, JSON and its hash %5.0f ms; %zu bytes, "
      "SHA-256 alone %4.0f ms: %.0f times\n",
      name, reading.study.partners.size(), analysis.priorities.tasks.size(), reading.study.respondents.size(),
      analysing, sealing, bytes.size(), limit, (analysing + sealing) / limit);
  return hash == sha256(bytes);
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path cases = argc > 1 ? argv[1] : "cases";
  const auto pack = content::read_pack(content::delivered_pack()).value();
  std::printf("method pack %.0f ms\n",
              1e3 * median_of(runs, [] { (void)content::read_pack(content::delivered_pack()); }));
  bool same = true;
  for (const char* name : {"kempen", "regio-19"}) {
    const auto reference = exchange::read_reference({exchange::delivered_reference(), cases / name / "data"});
    auto reading = exchange::read_study(cases / name, pack, reference.reference);
    std::printf(
        "%s: reading %.0f ms\n", name,
        1e3 * median_of(runs, [&] { reading = exchange::read_study(cases / name, pack, reference.reference); }));
    same = measure(name, reading, pack, reference) && same;
    if (reading.study.partners.size() < 19) continue;
    grow_poll(reading.study);
    grow_gross_list(reading.study, pack);
    same = measure("grown", reading, pack, reference) && same;
  }
  if (!same) std::printf("differs\n");
  return same ? 0 : 1;
}
