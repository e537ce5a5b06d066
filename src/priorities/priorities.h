// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/pack.h"
#include "model/study.h"
#include "model/trace.h"

namespace koepel::priorities {

/// Where a task belongs. Order is the order of the growth scenario.
enum class Package { base, plus, not_now, unsuitable, arranged };
inline constexpr int package_count = 5;
/// "base" | "plus" | "not_now" | "unsuitable" | "arranged": the id in texts and JSON.
[[nodiscard]] const char* id_of(Package package);

struct MotiveScore {
  std::string motive;
  double value = 0;  ///< [0, 1]
  Basis basis = Basis::preset;
  Message because;
};

/// One thing that makes a task more or less feasible. What is not known has no part, and its weight goes to the others.
struct FeasibilityPart {
  std::string id;    ///< political_sensitivity | urgency_alignment | conflict | kinship | arrangements | legal_duty
  double value = 0;  ///< [0, 1], high = feasible
  double weight = 0;
  Basis basis = Basis::preset;
};

struct PartnerView {
  std::string partner;
  std::vector<MotiveScore> motives;
  double value = 0;
  double feasibility = 0;
};

/// The smallest change that puts the task in another package.
struct Flip {
  std::string what;  ///< motive id or feasibility part id
  double from = 0;
  double to = 0;
  Package becomes = Package::not_now;
};

struct TaskPriority {
  std::string task;
  std::string group;
  std::vector<MotiveScore> motives;  ///< five, mean over partners
  double value = 0;                  ///< weighted motives, [0, 1], at the centre of the allowed weights
  Band value_band;                   ///< over the draws of the weights
  double feasibility = 0;            ///< [0, 1]
  std::vector<FeasibilityPart> feasibility_parts;
  std::vector<PartnerView> partners;
  std::vector<std::string> arrangements;  ///< existing partnerships that cover it
  Package package = Package::not_now;
  std::array<double, package_count> membership{};  ///< share of the draws in each package, by Package
  double rank = 0;                                 ///< mean rank by value x feasibility over the draws, 1 = best
  /// Share of the draws in which its rank is in the best 10 %, from there to 25 %, to 50 %, to 75 %, and the rest: adds
  /// up to 1.
  std::array<double, 5> rank_acceptability{};
  std::vector<Message> why;
  std::vector<Message> why_not;  ///< why not in a better package
  std::optional<Flip> flip;
  bool statutory = false;  ///< design track whatever the approach (H3)
};

struct Priorities {
  std::vector<TaskPriority> tasks;                    ///< tasks on the gross list, in list order
  std::vector<std::string> left_out;                  ///< tasks looked at and taken off the list by the partners
  std::vector<std::pair<std::string, Band>> weights;  ///< motive -> weight over the draws
  int draws = 0;
  Message weights_note;  ///< not empty: the stated weights cannot all hold, so every weighting was allowed
  Trace trace;           ///< "task.<id>.<motive>", ".value", ".feasibility", ".package"
};

/// A motive of one task that another part measured from figures (scale, benchmark, third parties, projects).
struct MeasuredMotive {
  struct OfPartner {
    std::string partner;
    double value = 0;  ///< [0, 1]
    Message because;
    std::string step;  ///< where it was computed
  };
  std::string task;
  std::string motive;
  std::vector<OfPartner> partners;  ///< those that have figures
  Message together;
};

/// What the pairs of partners, the poll and the quantities contribute, computed elsewhere; all in [0, 1], none =
/// unknown.
struct Climate {
  std::optional<double> conflict;
  std::optional<double> kinship;
  std::vector<std::pair<std::string, double>> motive_support;  ///< motive -> mean of its construct, scaled to [0, 1]
  std::vector<std::pair<std::string, std::string>> steps;  ///< conflict | kinship | motive -> trace step it came from
  std::vector<MeasuredMotive> measured;                    ///< goes before what the figures alone say here
};

/// Ranks the gross list: five motives (measured where figures allow, judged where ratings exist, else the catalogue's
/// preset), feasibility, opportunity map, and the package each task belongs in with its acceptability over >= 10,000
/// seeded draws of the weights (uniform on the simplex given what was stated: exact, ranked or intervals). `draws`
/// comes from the study; the pack sets the least. A task dealt with by one arrangement of all partners is `arranged`;
/// one that must by law be done in a public body and is not arranged is `base`. Cost O(draws x tasks x partners x
/// motives). Thresholds are pack parameters "priorities.*". Source: Lahdelma & Salminen (2001) for rank acceptability.
[[nodiscard]] Priorities rank_gross_list(const Study& study, const MethodPack& pack, const Climate& climate);

}  // namespace koepel::priorities
