// SPDX-License-Identifier: EUPL-1.2
// A study, a pack and a cost model in; the ranges of its uncertain terms, and draws from them, out.
#include "scale/terms.h"

#include "scale/prior.h"

namespace koepel::scale {

namespace {

const char* friction_quantity(FormWeight weight) {
  if (weight == FormWeight::heavy) return "scale.friction_heavy";
  return weight == FormWeight::middle ? "scale.friction_middle" : "scale.friction_light";
}

std::vector<SharedTerm> shared_terms(FormWeight weight) {
  return {{"scale.realised_share", &Terms::realised_share},
          {"scale.efficient_end", &Terms::efficient_end},
          {"scale.coordination_share", &Terms::coordination_share},
          {"scale.vat_leak", &Terms::vat_leak},
          {"scale.labour_share", &Terms::labour_share},
          {"scale.interest_share", &Terms::interest_share},
          {"scale.interest_markup", &Terms::interest_markup},
          {"scale.years_to_saving", &Terms::years_to_saving},
          {friction_quantity(weight), &Terms::friction},
          {"scale.unwind_probability", &Terms::unwind_probability},
          {"scale.unwind_cost", &Terms::unwind_cost},
          {"scale.stranded_years", &Terms::stranded_years}};
}

Range slope_range(const ScaleCluster& cluster) {
  if (cluster.curve == "power")
    return {cluster.elasticity_low, cluster.elasticity, cluster.elasticity_high, true, false, {}};
  return {cluster.a_low, cluster.a, cluster.a_high, true, false, {}};
}

template <class Pick>
Terms pick_terms(const TermRanges& ranges, Pick pick) {
  Terms terms;
  for (std::size_t i = 0; i < ranges.shared.size(); ++i) terms.*ranges.shared[i].field = pick(ranges.ranges[i]);
  terms.slope = pick(ranges.slope);
  for (const auto& one : ranges.per_partner) {
    auto& values = terms.*one.field;
    values.assign(one.own.size(), pick(one.all));
    for (std::size_t p = 0; p < one.own.size(); ++p)
      if (one.own[p].given) values[p] = pick(one.own[p]);
  }
  return terms;
}

}  // namespace

FormWeight weight_of_form(const MethodPack& pack, const std::string& form) {
  if (form == "civil_service_merger") return FormWeight::heavy;
  const auto* known = find_form(pack.tree, form);
  return known != nullptr && known->legal_person.value_or(false) ? FormWeight::middle : FormWeight::light;
}

FormWeight usual_weight(const MethodPack& pack, const std::string& task) {
  const auto* known = find_task(pack, task);
  if (known == nullptr || known->typical_forms.empty()) return FormWeight::light;
  return weight_of_form(pack, known->typical_forms.front());
}

TermRanges term_ranges(const Study& study, const MethodPack& pack, const CostModel& model, FormWeight weight) {
  TermRanges out;
  out.shared = shared_terms(weight);
  for (const auto& term : out.shared) out.ranges.push_back(range_of(study, pack, term.quantity, model.task));
  if (model.cluster != nullptr) out.slope = slope_range(*model.cluster);
  out.per_partner = {{{"scale.retained_share", &Terms::retained_share, {}, {}},
                      {"scale.overhead_per_fte", &Terms::overhead_per_fte, {}, {}},
                      {"scale.stranded_share", &Terms::stranded_share, {}, {}}}};
  for (auto& one : out.per_partner) {
    one.all = range_of(study, pack, one.quantity, model.task);
    for (const auto& partner : model.partners) {
      const Range own = range_of(study, pack, one.quantity, model.task, partner.partner);
      one.own.push_back(own.given && own != one.all ? own : Range{});
    }
  }
  return out;
}

Terms likely_terms(const TermRanges& ranges) {
  return pick_terms(ranges, [](const Range& range) { return range.value; });
}

Terms drawn_terms(const TermRanges& ranges, Random& random) {
  return pick_terms(ranges, [&](const Range& range) { return draw(range, random); });
}

std::vector<std::string> quantities_of(const TermRanges& ranges) {
  std::vector<std::string> ids;
  for (const auto& term : ranges.shared) ids.push_back(term.quantity);
  for (const auto& one : ranges.per_partner) ids.push_back(one.quantity);
  return ids;
}

std::vector<Origin> estimates_of(const TermRanges& ranges) {
  std::vector<Origin> rows;
  const auto keep = [&](const Range& range) {
    if (range.given) rows.push_back(range.origin);
  };
  for (const auto& range : ranges.ranges) keep(range);
  for (const auto& one : ranges.per_partner) {
    keep(one.all);
    for (const auto& own : one.own) keep(own);
  }
  return rows;
}

}  // namespace koepel::scale
