// SPDX-License-Identifier: EUPL-1.2
// Accounts of the whole country and a task field in; the best groups of neighbours, and every municipality's place in
// or outside them, out. The face is scan_country.
#include "gains/scan.h"

#include <algorithm>
#include <array>

#include "gains/scan_parts.h"

namespace koepel::gains {

namespace {

/// Progress of a part that fills [from, to] of the whole.
Progress part_of(const Progress& whole, double from, double to) {
  return {[&whole, from, to](double share) { whole.at(from + (to - from) * share); }, whole.stop};
}

tl::unexpected<Problems> stopped() {
  Problem problem;
  problem.code = "scan.stopped";
  problem.expected = {"scan.stopped.expected", {}};
  problem.repair = {"scan.stopped.repair", {}};
  return failure(problem);
}

void judge_proof(const coalition::Division& division, Scan& out) {
  // Without any saving there is nothing to be relative to: value and bound are both zero.
  out.gap = division.value == 0 && division.bound < 1 ? 0 : std::max(0.0, division.gap());
  out.complete = division.certainty != coalition::Certainty::stopped;
}

}  // namespace

bool takes_part(ScanPlace place) { return place == ScanPlace::grouped || place == ScanPlace::alone; }

const char* word_of(ScanPlace place) {
  constexpr std::array words{"grouped",          "alone",   "not_filed",   "no_size", "negative", "nothing_spent",
                             "booked_elsewhere", "outlier", "no_neighbour"};
  return words.at(static_cast<std::size_t>(place));
}

int Scan::count(ScanPlace place) const { return static_cast<int>(std::ranges::count(rows, place, &ScanRow::place)); }

const ScanRow* find_row(const Scan& scan, const std::string& municipality) {
  const auto found = std::ranges::find(scan.rows, municipality, &ScanRow::municipality);
  return found == scan.rows.end() ? nullptr : &*found;
}

Result<Scan> scan_country(const MethodPack& pack, const Reference& reference, const ScanOrder& order,
                          const Progress& progress) {
  Scan out;
  const auto desk = prepare_scan(pack, reference, order, out);
  if (!desk) return tl::unexpected(desk.error());
  coalition::Candidates candidates;
  if (!list_groups(*desk, out, candidates, part_of(progress, 0, 0.3))) return stopped();
  const auto division = coalition::best_division(candidates, {}, 0, part_of(progress, 0.3, 0.8));
  if (!division) return tl::unexpected(division.error());
  if (!division->found()) return stopped();
  judge_proof(*division, out);
  weigh_division(*desk, *division, order, out, part_of(progress, 0.8, 1));
  trace_scan(*desk, out);
  say_scan(*desk, out);
  progress.at(1);
  return out;
}

}  // namespace koepel::gains
