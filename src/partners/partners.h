// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/pack.h"
#include "model/reference.h"
#include "model/study.h"
#include "model/trace.h"
#include "survey/survey.h"

namespace koepel::partners {

/// One piece of evidence for a pair: what it says, how strongly (0..1), and with what weight it counts.
struct Evidence {
  Message what;
  double value = 0;
  double weight = 0;
};

/// A pair of partners on one criterion. No value when nothing is known: missing evidence is shown as missing.
struct Pair {
  std::string a;
  std::string b;
  std::optional<double> value;  ///< weighted mean of the evidence, [0, 1]
  std::vector<Evidence> evidence;
  std::vector<Message> missing;  ///< what would have told more
  std::string trace;             ///< step id "pairs.<criterion>.<a>.<b>"
};

/// dependence | conflict | kinship, over all unordered pairs in study order.
struct PairMatrix {
  std::string criterion;
  std::vector<Pair> pairs;
  std::optional<double> overall;  ///< mean of the known pairs
  Message says;                   ///< what it means for this set of partners
};

/// An existing partnership on the map.
struct MappedArrangement {
  std::string id;
  std::string name;
  std::string form;
  std::vector<std::string> tasks;
  std::vector<std::string> partners;  ///< members that are in the study
  std::vector<std::string> others;    ///< members outside it
  std::string host;
  std::string until;
  bool expires_soon = false;   ///< within the pack's months from the study's date, notice included
  bool exactly_these = false;  ///< members are exactly the partners of the study
  bool from_register = false;  ///< came from imported open data, not from the study folder
  std::string source;
  Origin origin;
};

/// A task that several partnerships carry out for the same partner, or that partners have arranged differently.
struct Overlap {
  std::string task;
  std::vector<std::string> arrangements;
  Message what;
};

/// A partner that could carry out a task for the others, and why.
struct HostCandidate {
  std::string partner;
  std::string task;
  Message why;
};

struct PartnerSet {
  std::vector<PairMatrix> matrices;  ///< dependence, conflict, kinship
  std::vector<MappedArrangement> map;
  std::vector<std::pair<std::string, int>> per_partner;  ///< number of partnerships of each partner
  double congruence = 0;  ///< share of partnerships with exactly these partners, [0, 1]; 0 when none
  std::vector<Overlap> overlaps;
  std::vector<HostCandidate> hosts;
  Trace trace;
};

/// Judges the set of partners by the method's three criteria per pair, and maps existing partnerships.
/// Dependence: shared arrangements, hosted tasks, survey answers. Conflict of interest: opposed ratings and form
/// preferences, survey answers. Kinship: size, urbanity, density, shared border, answers. Weights are pack parameters
/// "partners.*".
[[nodiscard]] PartnerSet judge_partner_set(const Study& study, const MethodPack& pack, const Reference& reference,
                                           const survey::SurveyResult& poll);

}  // namespace koepel::partners
