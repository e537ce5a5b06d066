// SPDX-License-Identifier: EUPL-1.2
// A cost model with terms in; ten years of money per partner out. Faces: cash_flows, ten_year_net.
#include "scale/cashflow.h"

#include <algorithm>
#include <cmath>

namespace koepel::scale {

namespace {

/// What the years are made from, euro.
struct Basis {
  JointCost joint;
  double friction = 0, unwinding = 0;  ///< all partners together; unwinding per year
};

Basis basis_of(const CostModel& model, const Terms& terms) {
  Basis basis;
  basis.joint = joint_cost(model, terms);
  basis.friction = terms.friction * basis.joint.alone;
  basis.unwinding = terms.unwind_probability * terms.unwind_cost * basis.friction / horizon;
  return basis;
}

double grown(const Terms& terms, int year) { return terms.years_to_saving <= year ? 1 : year / terms.years_to_saving; }

/// Part of the stranded overhead left in a year: all in the first, none once the years have passed.
double left_over(const Terms& terms, int year) {
  return terms.stranded_years <= 0 ? 0 : std::max(0.0, 1 - (year - 1) / terms.stranded_years);
}

std::size_t host_of(const CostModel& model) {
  const auto most = std::max_element(model.partners.begin(), model.partners.end(),
                                     [](const auto& a, const auto& b) { return a.own() < b.own(); });
  return static_cast<std::size_t>(most - model.partners.begin());
}

/// Overhead of the staff that a partner transfers and cannot cut in the first year, euro.
double stranded_of(const CostModel& model, const Terms& terms, std::size_t i) {
  if (!model.own_organisation && i == host_of(model)) return 0;
  return model.partners[i].fte.value_or(0) * terms.overhead_per_fte[i] * terms.stranded_share[i];
}

Money cents(double euro) { return {std::llround(euro * 100)}; }

CashYear year_of(const Basis& basis, const Terms& terms, double share, double stranded, int year) {
  CashYear y;
  y.saving = cents(share * basis.joint.realised * grown(terms, year));
  y.coordination = cents(-share * basis.joint.coordination);
  y.tax_and_interest = cents(-share * basis.joint.tax_and_interest);
  y.friction = cents(year == 1 ? -share * basis.friction : 0);
  y.stranded = cents(-stranded * left_over(terms, year));
  y.unwinding = cents(-share * basis.unwinding);
  y.net = y.saving + y.coordination + y.tax_and_interest + y.friction + y.stranded + y.unwinding;
  return y;
}

std::optional<int> payback_of(const CashFlow& flow) {
  std::optional<int> since;
  Money sum;
  for (int year = 1; year <= horizon; ++year) {
    sum = sum + flow.years.at(static_cast<std::size_t>(year - 1)).net;
    if (sum.cents <= 0)
      since.reset();
    else if (!since)
      since = year;
  }
  return since;
}

}  // namespace

std::vector<CashFlow> cash_flows(const CostModel& model, const Terms& terms) {
  const Basis basis = basis_of(model, terms);
  double own = 0;
  for (const auto& partner : model.partners) own += partner.own();
  std::vector<CashFlow> flows;
  for (std::size_t i = 0; i < model.partners.size(); ++i) {
    CashFlow flow;
    flow.partner = model.partners[i].partner;
    flow.stranded_known = model.partners[i].fte.has_value();
    const double share = model.partners[i].own() / own, stranded = stranded_of(model, terms, i);
    for (int year = 1; year <= horizon; ++year) {
      flow.years.at(static_cast<std::size_t>(year - 1)) = year_of(basis, terms, share, stranded, year);
      flow.total = flow.total + flow.years.at(static_cast<std::size_t>(year - 1)).net;
    }
    flow.payback = payback_of(flow);
    flows.push_back(flow);
  }
  return flows;
}

double ten_year_net(const CostModel& model, const Terms& terms) {
  const Basis basis = basis_of(model, terms);
  double stranded = 0, grown_years = 0, stranded_years = 0;
  for (std::size_t i = 0; i < model.partners.size(); ++i) stranded += stranded_of(model, terms, i);
  for (int year = 1; year <= horizon; ++year) {
    grown_years += grown(terms, year);
    stranded_years += left_over(terms, year);
  }
  const double every_year = basis.joint.coordination + basis.joint.tax_and_interest + basis.unwinding;
  return basis.joint.realised * grown_years - horizon * every_year - basis.friction - stranded * stranded_years;
}

CashYear ten_years(const CashFlow& flow) {
  CashYear sum;
  for (const auto& year : flow.years)
    for (const auto part : {&CashYear::saving, &CashYear::coordination, &CashYear::tax_and_interest,
                            &CashYear::friction, &CashYear::stranded, &CashYear::unwinding, &CashYear::net})
      sum.*part = sum.*part + year.*part;
  return sum;
}

}  // namespace koepel::scale
