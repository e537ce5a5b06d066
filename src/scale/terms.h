// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "scale/estimates.h"
#include "scale/model.h"

namespace koepel::scale {

/// How heavy a form weighs on the change: an agreement or host; an organisation of its own; a civil-service merger.
enum class FormWeight { light, middle, heavy };
/// Of the form that the catalogue names first for the task; light when it names none.
[[nodiscard]] FormWeight weight_of_form(const MethodPack& pack, const std::string& form);
/// Of the catalogue's first form for the task.
[[nodiscard]] FormWeight usual_weight(const MethodPack& pack, const std::string& task);

/// A term that is one number for all partners: its quantity and where it stands in Terms.
struct SharedTerm {
  std::string quantity;
  double Terms::*field;
};

/// The ranges of all terms of one model. `own` holds, per partner, what an estimate gives for that partner alone.
struct TermRanges {
  std::vector<SharedTerm> shared;
  std::vector<Range> ranges;  ///< beside `shared`
  Range slope;                ///< prior model only
  struct PerPartner {
    std::string quantity;
    std::vector<double> Terms::*field;
    Range all;
    std::vector<Range> own;  ///< beside the model's partners; given only where a partner has its own
  };
  std::array<PerPartner, 3> per_partner;
};

[[nodiscard]] TermRanges term_ranges(const Study& study, const MethodPack& pack, const CostModel& model,
                                     FormWeight weight);
/// Every term at its likely value.
[[nodiscard]] Terms likely_terms(const TermRanges& ranges);
/// One draw of every term, in a fixed order. Partners without an own estimate share one draw.
[[nodiscard]] Terms drawn_terms(const TermRanges& ranges, Random& random);
/// Ids of the quantities in use, and rows of the estimates that replace them: for the trace.
[[nodiscard]] std::vector<std::string> quantities_of(const TermRanges& ranges);
[[nodiscard]] std::vector<Origin> estimates_of(const TermRanges& ranges);

}  // namespace koepel::scale
