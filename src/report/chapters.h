// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "report/draft.h"

// The chapters that documents are put together from. Each adds its blocks to the draft, from findings only.

namespace koepel::report {

void say_yes(Draft& draft);             ///< one page: what do you say yes to
void conclusions(Draft& draft);         ///< what came out, and per body a draft resolution
void reasoning_approach(Draft& draft);  ///< design or development
void reasoning_tasks(Draft& draft);     ///< packages, opportunity map
void reasoning_forms(Draft& draft);     ///< function, continuum, form per subject
void reasoning_together(Draft& draft);  ///< the set of partners, existing partnerships, motives, factors
void money_chapter(Draft& draft);       ///< what it costs, what is known about saving
void staff_chapter(Draft& draft);       ///< consequences for staff, for the works council
void control_chapter(Draft& draft);     ///< how the council keeps hold
void per_partner(Draft& draft);         ///< what is in it for us
void next_steps(Draft& draft);          ///< who decides when
void citizens_story(Draft& draft);      ///< the whole, short, for everybody

// Parts that several documents share.
void saving_sections(Draft& draft);
void arrangements_table(Draft& draft);
void spending_table(Draft& draft);
void factors_table(Draft& draft);
void partner_criteria(Draft& draft);
void pair_figures(Draft& draft);
void poll_section(Draft& draft);
void guiding_statements(Draft& draft);

// Draft resolutions (conceptbesluiten): numbered points from the findings.
void resolution_of_college(Draft& draft);
void resolution_of_council(Draft& draft);
void request_to_works_council(Draft& draft);

// Annexes.
void annex_tasks(Draft& draft);
void annex_principles(Draft& draft);
void annex_quantities(Draft& draft);
void annex_evidence(Draft& draft);
void annex_method(Draft& draft);
void annex_assumptions(Draft& draft);
void annex_missing(Draft& draft);
void annex_sources(Draft& draft);
void annex_receipt(Draft& draft);
void closing_annexes(Draft& draft);  ///< what a decision needs; the book of annexes has the rest

}  // namespace koepel::report
