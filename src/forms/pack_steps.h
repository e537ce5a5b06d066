// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "model/pack.h"
#include "model/study.h"
#include "model/trace.h"

// Steps for what the method itself says of tasks and forms.

namespace koepel::forms {

/// "catalogue.<task>": where the catalogue puts each task of the gross list and each subject that is a task.
void add_catalogue_steps(const Study& study, const MethodPack& pack, Trace& trace);

/// What setting up each form of the pack takes: "dossier.<form>.months" and "dossier.<form>.cost".
void add_dossier_steps(const DecisionTree& tree, Trace& trace);

}  // namespace koepel::forms
