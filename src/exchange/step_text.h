// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "model/trace.h"

namespace koepel::exchange {

/// Appends a step as JSON on one line, byte for byte what a tree of values made of it would give. Most of an analysis
/// is steps, and making and dropping such a tree takes several times as long as the text itself.
void add_text(std::string& out, const Step& step);

}  // namespace koepel::exchange
