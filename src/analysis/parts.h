// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "analysis/analysis.h"

// The steps between the typed parts and the finished analysis; each a pure function, called once by analyse().

namespace koepel {

/// Partners with the figures that the study leaves open, taken from the reference table and marked with its source.
[[nodiscard]] std::vector<Partner> completed_partners(const Study& study, const Reference& reference);

/// The indicators of the choice of approach that are known: what the study states, else what the poll, the map of
/// partnerships and the partners' sizes say. An indicator that nobody can tell is left out, never set to a middle
/// value. Adds its steps to `trace`.
[[nodiscard]] approach::Indicators known_indicators(const Study& study, const std::vector<Partner>& partners,
                                                    const MethodPack& pack, const survey::SurveyResult& poll,
                                                    const partners::PartnerSet& set, Trace& trace);

/// What the poll and the pairs mean for the feasibility of tasks.
[[nodiscard]] priorities::Climate climate_of(const MethodPack& pack, const survey::SurveyResult& poll,
                                             const partners::PartnerSet& set);

/// Motives that the quantities tell: scale from the cost models, acceleration from joint projects.
[[nodiscard]] std::vector<priorities::MeasuredMotive> measured_motives(const Analysis& analysis, const Study& study,
                                                                       const MethodPack& pack);

/// "preference.U01.1": the finding about a preference and the step that opens it. `index` counts from 0.
[[nodiscard]] std::string preference_id(const std::string& subject, std::size_t index);
/// Steps for what was entered and not computed: partners, own words, decisions, existing partnerships, preferences,
/// elections; and how many outcomes of the poll are not shown.
[[nodiscard]] Trace record_steps(const Analysis& analysis, const Study& study);

/// A step for each condition of joining and each partner that it is of.
[[nodiscard]] Trace condition_steps(const Analysis& analysis, const Study& study);

/// What somebody should know or decide, most important first. Needs every typed part of `analysis`.
[[nodiscard]] std::vector<Finding> findings_of(const Analysis& analysis, const Study& study, const MethodPack& pack);
/// Those about cost, sharing, teams, strengths, third parties and projects.
void add_quantity_findings(std::vector<Finding>& out, const Analysis& analysis, const MethodPack& pack);
[[nodiscard]] std::vector<Table> tables_of(const Analysis& analysis, const Reference& reference);
/// Those about cost, sharing, teams, strengths, third parties and projects; empty ones too.
void add_quantity_tables(std::vector<Table>& out, const Analysis& analysis, const Reference& reference);
[[nodiscard]] std::vector<Warning> warnings_of(const Analysis& analysis, const Study& study, const MethodPack& pack);
[[nodiscard]] std::vector<Assumption> assumptions_of(const Study& study, const MethodPack& pack);
/// A step for each assumption of `analysis`.
[[nodiscard]] Trace assumption_steps(const Analysis& analysis, const Study& study, const MethodPack& pack);
/// Fixed figures that explain the method: "method.protection", "method.threshold", "method.baseline", "study.draws".
[[nodiscard]] Trace method_steps(const Study& study, const MethodPack& pack);

}  // namespace koepel
