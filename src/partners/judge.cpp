// SPDX-License-Identifier: EUPL-1.2
// Study, reference table and poll in; the three criteria per pair and the map of existing partnerships out.
#include <algorithm>

#include "partners/evidence.h"
#include "partners/partners.h"

namespace koepel::partners {

namespace {

using Clues = std::vector<Clue> (*)(const Material&, const Partner&, const Partner&);

const char* level_of(double value, const MethodPack& pack) {
  if (value < parameter(pack, "partners.low")) return "low";
  return value < parameter(pack, "partners.high") ? "middle" : "high";
}

/// What a criterion means for this set: its level, and the pair that stands out.
Message meaning(const PairMatrix& matrix, const MethodPack& pack) {
  const std::string key = "partners.says." + matrix.criterion + ".";
  if (!matrix.overall) return {key + "unknown", {}};
  const Pair* top = nullptr;
  int unknown = 0;
  for (const auto& pair : matrix.pairs) {
    if (!pair.value)
      ++unknown;
    else if (top == nullptr || *pair.value > *top->value)
      top = &pair;
  }
  return {key + level_of(*matrix.overall, pack),
          {number("overall", *matrix.overall, 2), term("a", "partner", top->a), term("b", "partner", top->b),
           number("top", *top->value, 2), number("unknown", unknown)}};
}

PairMatrix judge(const Material& material, const std::string& criterion, Clues clues, Trace& trace) {
  PairMatrix matrix{criterion, {}, {}, {}};
  Step step{.id = "pairs." + criterion,
            .what = {"partners.step.matrix", {term("criterion", "text", "partners.criterion." + criterion)}},
            .value = term("", "text", "partners.unknown"),
            .rule = {"partners.rule.matrix", {}},
            .parameters = {"partners.low", "partners.high"},
            .source = "design"};
  const auto& all = material.study.partners;
  double sum = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      matrix.pairs.push_back(weigh(material.pack, criterion, all[i], all[j], clues(material, all[i], all[j]), trace));
      if (!matrix.pairs.back().value) continue;
      sum += *matrix.pairs.back().value;
      step.from.push_back(matrix.pairs.back().trace);
    }
  if (!step.from.empty()) {
    matrix.overall = sum / static_cast<double>(step.from.size());
    step.value = number("", *matrix.overall, 2);
  }
  trace.push_back(std::move(step));
  matrix.says = meaning(matrix, material.pack);
  return matrix;
}

std::vector<Origin> origins_of(const std::vector<MappedArrangement>& arrangements, const std::string& partner = {}) {
  std::vector<Origin> origins;
  for (const auto& arrangement : arrangements)
    if (partner.empty() || takes_part(arrangement, partner)) origins.push_back(arrangement.origin);
  return origins;
}

void count_partnerships(PartnerSet& set, const Study& study, const Partnerships& partnerships) {
  for (const auto& partner : study.partners) {
    auto origins = origins_of(partnerships.counted, partner.id);
    const auto n = static_cast<int>(origins.size());
    set.per_partner.emplace_back(partner.id, n);
    if (n == 0) continue;
    set.trace.push_back({.id = "partners.count." + partner.id,
                         .what = {"partners.step.count", {term("partner", "partner", partner.id)}},
                         .value = number("", n),
                         .rule = {"partners.rule.count", {}},
                         .inputs = std::move(origins)});
  }
  if (partnerships.counted.empty()) return;
  const auto exact = std::count_if(partnerships.counted.begin(), partnerships.counted.end(),
                                   [](const auto& a) { return a.exactly_these; });
  set.congruence = static_cast<double>(exact) / static_cast<double>(partnerships.counted.size());
  set.trace.push_back({.id = "partners.congruence",
                       .what = {"partners.step.congruence", {}},
                       .value = percent("", set.congruence),
                       .rule = {"partners.rule.congruence",
                                {number("exact", static_cast<double>(exact)),
                                 number("n", static_cast<double>(partnerships.counted.size()))}},
                       .inputs = origins_of(partnerships.counted)});
}

}  // namespace

PartnerSet judge_partner_set(const Study& study, const MethodPack& pack, const Reference& reference,
                             const survey::SurveyResult& poll) {
  PartnerSet set;
  Partnerships partnerships = map_partnerships(study, pack, reference);
  const Material material{study, pack, reference, poll, partnerships, scores_by_partner(study, pack)};
  set.matrices = {judge(material, "dependence", dependence_clues, set.trace),
                  judge(material, "conflict", conflict_clues, set.trace),
                  judge(material, "kinship", kinship_clues, set.trace)};
  count_partnerships(set, study, partnerships);
  set.overlaps = find_overlaps(partnerships.map);
  set.hosts = find_hosts(study, pack, partnerships.map, set.trace);
  set.map = std::move(partnerships.map);
  return set;
}

}  // namespace koepel::partners
