// SPDX-License-Identifier: EUPL-1.2
// What a screen waits for while somebody moves a weight: the gross list and the forms of kempen anew, and the map of
// opportunities drawn. In one run with the whole analysis, so that the ratio says what is saved. Goal: p95 below 100
// ms.
#include <algorithm>
#include <cstdio>

#include "analysis/what_if.h"
#include "content/pack_reader.h"
#include "exchange/reference_files.h"
#include "exchange/study_folder.h"
#include "model/phrasebook.h"
#include "pictures/picture.h"
#include "timing.h"

namespace {

using namespace koepel;
using namespace koepel::bench;

constexpr int moves = 60;
constexpr int draws = 1'000;  // as the API asks

void rank_motives(Study& study, int move) {
  auto& weights = study.head.weights;
  weights.clear();
  const char* motives[] = {"strengths", "third_parties", "acceleration", "specialisation", "scale"};
  for (int i = 0; i < 5; ++i) weights.push_back({.motive = motives[(i + move) % 5], .rank = i + 1});
}

}  // namespace

int main() {
  const auto pack = content::read_pack(content::delivered_pack()).value();
  const auto reference = exchange::read_reference({exchange::delivered_reference()});
  const auto reading =
      exchange::read_study(content::delivered_pack() / "../../cases/kempen", pack, reference.reference);
  Analysis analysis;
  const double whole = seconds_of([&] {
    analysis = analyse({reading.study, pack, reference.reference, reading.hash, reference.hash});
  });
  const Phrasebook phrases(pack, reading.study);
  std::vector<double> computed, drawn;
  for (int move = 0; move < moves; ++move) {
    Study changed = reading.study;
    rank_motives(changed, move);
    changed.head.draws = draws;
    WhatIf outcome;
    computed.push_back(seconds_of([&] { outcome = what_if(analysis, changed, pack); }));
    Analysis shown;
    shown.head = changed.head, shown.partners = analysis.partners;
    shown.priorities = std::move(outcome.priorities), shown.forms = std::move(outcome.forms);
    drawn.push_back(seconds_of([&] {
      (void)pictures::opportunity_map({shown, pack, reference.reference, phrases, Language::nl});
    }));
  }
  std::vector<double> both;
  for (std::size_t i = 0; i < computed.size(); ++i) both.push_back(computed[i] + drawn[i]);
  std::sort(both.begin(), both.end());
  const double p95 = both[both.size() * 95 / 100];
  std::printf(
      "whole analysis %.0f ms; what-if p50 %.1f ms (of which the map %.1f), p95 %.1f ms; goal 100 ms: %.2f of it\n",
      whole * 1e3, both[both.size() / 2] * 1e3, median(drawn) * 1e3, p95 * 1e3, p95 / 0.1);
}
