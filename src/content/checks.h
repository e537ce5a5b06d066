// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "base/problem.h"
#include "content/fault.h"
#include "model/pack.h"

// The parts of check_pack: each looks at one thing that must hold in a whole pack and notes where it does not. A pack
// in memory has no line numbers: problems name the file and, as column, the item ("U01.typical_forms").

namespace koepel::content {

void check_ids(const MethodPack& pack, Problems& problems);
void check_references(const MethodPack& pack, Problems& problems);
void check_languages(const MethodPack& pack, Problems& problems);
void check_sentences(const MethodPack& pack, Problems& problems);
void check_tasks(const MethodPack& pack, Problems& problems);
void check_cost_model(const MethodPack& pack, Problems& problems);
void check_approach(const MethodPack& pack, Problems& problems);
void check_tree(const MethodPack& pack, Problems& problems);
/// These two walk the tree: only for a pack whose ids and references are sound.
void check_every_answer_leads_somewhere(const MethodPack& pack, Problems& problems);
void check_worked_examples(const MethodPack& pack, Problems& problems);

/// Notes a fault at an item of a file.
void note(Problems& problems, const Fault& fault, std::string_view file, std::string_view item, std::string_view found);

inline constexpr Fault id_twice{"pack.id-twice", "content.expect.unique", "content.repair.unique"};
inline constexpr Fault id_missing{"pack.id-missing", "content.expect.required_id", "content.repair.required_id"};
inline constexpr Fault reference_unknown{"pack.reference-unknown", "content.expect.reference",
                                         "content.repair.reference"};
inline constexpr Fault language_missing{"pack.language-missing", "content.expect.language", "content.repair.language"};
inline constexpr Fault has_html{"pack.html", "content.expect.plain", "content.repair.plain"};
inline constexpr Fault arguments_differ{"pack.arguments-differ", "content.expect.arguments",
                                        "content.repair.arguments"};
inline constexpr Fault braces_open{"pack.braces-open", "content.expect.braces", "content.repair.braces"};
inline constexpr Fault out_of_range{"pack.out-of-range", "content.expect.in_range", "content.repair.in_range"};
inline constexpr Fault position_differs{"pack.position-differs", "content.expect.position", "content.repair.position"};
inline constexpr Fault weights_not_one{"pack.weights-not-one", "content.expect.weights", "content.repair.weights"};
inline constexpr Fault word_unknown{"pack.word-unknown", "content.expect.word", "content.repair.word"};
inline constexpr Fault steps_wrong{"pack.steps-wrong", "content.expect.steps", "content.repair.steps"};
inline constexpr Fault no_guard{"pack.no-guard", "content.expect.guard", "content.repair.guard"};
inline constexpr Fault too_few_answers{"pack.too-few-answers", "content.expect.answers", "content.repair.answers"};
inline constexpr Fault too_many{"pack.too-many", "content.expect.fewer", "content.repair.fewer"};
inline constexpr Fault no_reason{"pack.no-reason", "content.expect.reason", "content.repair.reason"};
inline constexpr Fault no_article{"pack.no-article", "content.expect.article", "content.repair.article"};
inline constexpr Fault no_date{"pack.no-date", "content.expect.date", "content.repair.date"};
inline constexpr Fault statements_wrong{"pack.statements-wrong", "content.expect.statements",
                                        "content.repair.statements"};
inline constexpr Fault answer_unreachable{"pack.answer-unreachable", "content.expect.reachable",
                                          "content.repair.reachable"};
inline constexpr Fault example_differs{"pack.example-differs", "content.expect.example", "content.repair.example"};
inline constexpr Fault range_wrong{"pack.range-wrong", "content.expect.ordered_range", "content.repair.ordered_range"};
inline constexpr Fault cluster_count{"pack.cluster-count", "content.expect.one_cluster", "content.repair.one_cluster"};

}  // namespace koepel::content
