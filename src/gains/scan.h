// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/progress.h"
#include "base/result.h"
#include "model/pack.h"
#include "model/reference.h"
#include "model/trace.h"
#include "scale/cashflow.h"
#include "scale/estimates.h"

// One task field, the whole country: with which neighbours would joint work pay, for every municipality at once, on the
// accounts that were imported. docs/methods/national-scan.md.

namespace koepel::gains {

struct ScanOrder {
  std::string task_field;  ///< as the accounts call it: "7.3"
  int most_members = 6;    ///< of a group, 2..7
  std::uint64_t seed = 1;
  int draws = 2000;
};

inline constexpr int fewest_scan_members = 2;
inline constexpr int most_scan_members = 7;  ///< every further member makes about five times as many groups

/// What the scan says of a municipality. All but the first two stand outside: no figure of theirs was used.
enum class ScanPlace {
  grouped,
  alone,             ///< takes part, and no group of the division holds it
  not_filed,         ///< no accounts for this year
  no_size,           ///< inhabitants unknown
  negative,          ///< expenditure below zero: a correction
  nothing_spent,     ///< on a field where that is not unusual
  booked_elsewhere,  ///< next to nothing, on a field where nearly everybody spends much
  outlier,           ///< far outside what others spend per inhabitant
  no_neighbour       ///< borders on land on nobody who takes part
};
[[nodiscard]] bool takes_part(ScanPlace place);
/// "grouped", "not_filed" ...: end of its text key and word in JSON.
[[nodiscard]] const char* word_of(ScanPlace place);

/// A group that a municipality could be in.
struct ScanOption {
  std::vector<std::string> members;
  Money saving;  ///< of the group, per year
  Money share;   ///< of this municipality
};

struct ScanRow {
  std::string municipality;
  ScanPlace place = ScanPlace::alone;
  std::optional<std::size_t> group;  ///< index in Scan::groups
  int inhabitants = 0;
  std::optional<Money> own;         ///< expenditure on the field; none: not filed
  Money share;                      ///< of the saving of its group, by own cost; the shares of a group add up to it
  Band range;                       ///< of that share, euro: 10 % and 90 % of the draws
  bool clamped = false;             ///< smaller or larger than research looked at
  std::vector<ScanOption> options;  ///< other groups that save, best for this municipality first; at most three
  std::string trace;                ///< "scan.<field>.<municipality>"
};

struct ScanGroup {
  std::vector<std::string> members;
  int inhabitants = 0;
  Money own;                   ///< cost of today, all members
  Money saving;                ///< per year once reached, likely values; > 0
  scale::Spread spread;        ///< of the saving over the draws
  double ten_years = 0;        ///< net with the cost of the change, agreement or host municipality; euro
  double ten_years_house = 0;  ///< the same with an organisation of its own
  std::optional<int> payback;  ///< year, agreement or host; none: not within ten years
  std::string trace;           ///< "scan.<field>.group.<number from 1>"
};

struct Scan {
  std::string task_field;
  std::string name;  ///< of the field, Dutch; empty when unknown
  int year = 0;
  std::string kind;  ///< actual | budget
  std::string source;
  std::string cluster;                   ///< of the scale research that was used
  std::vector<std::string> tasks;        ///< of the catalogue on this field, in that cluster
  std::vector<std::string> other_tasks;  ///< on this field, in another cluster: computed as if they were like the rest
  std::vector<std::string> evidence;     ///< always shown beside a saving
  int most_members = 0;
  std::vector<ScanRow> rows;      ///< every municipality of the reference table, once, in its order
  std::vector<ScanGroup> groups;  ///< largest saving first
  Money own;                      ///< of all that take part
  Money saving;                   ///< of all groups
  scale::Spread spread;
  double no_saving_year = 0;  ///< all groups, when nothing is gained: euro per year ...
  double no_saving_net = 0;   ///< ... and over ten years, change included
  double ten_years = 0, ten_years_house = 0;
  std::size_t groups_tried = 0;  ///< sets of neighbours looked at
  double gap = 0;                ///< no division saves more than (1 + gap) times this one
  bool complete = true;          ///< false: stopped before the proof or the draws were done
  std::vector<Message> says;     ///< the answer in sentences, assumptions included
  Trace trace;

  [[nodiscard]] int count(ScanPlace place) const;
};

/// Every municipality in at most one group of at most `most_members` that hang together by land borders, such that all
/// groups together save most per year at likely values; cost by the prior of the field's tasks on expenditure of the
/// newest actual accounts (else the newest budget). Figures that benchmark::flag_figures flags take no part.
/// Problems: "scan.no_accounts", "scan.unknown_field", "scan.no_task" (nothing of the catalogue is booked there),
/// "scan.no_research" (nobody knows how cost changes with scale), "scan.nobody", "scan.members", "scan.stopped" (before
/// there was a division).
/// Cost: 342 municipalities with groups of up to six, 350,000 sets: about a second. Deterministic.
[[nodiscard]] Result<Scan> scan_country(const MethodPack& pack, const Reference& reference, const ScanOrder& order,
                                        const Progress& progress = {});

/// nullptr when there is no such municipality.
[[nodiscard]] const ScanRow* find_row(const Scan& scan, const std::string& municipality);

/// For whoever turns what was typed into a field: the failure, with codes that look like it ("7.3 Afval").
[[nodiscard]] Problem unknown_field(const std::string& typed, const std::vector<std::string>& near);

}  // namespace koepel::gains
