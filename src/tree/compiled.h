// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/pack.h"
#include "tree/tree.h"

// The tree as small numbers: forms, questions and answers by their place in the pack, sets of them as bits. For work
// that walks the tree thousands of times (draws, flips): one walk costs well under a microsecond.

namespace koepel::tree {

using FormSet = std::uint64_t;        ///< forms as bits, pack order
using Choice = std::uint16_t;         ///< answers chosen on one question as bits; 0 is not answered
using Choices = std::vector<Choice>;  ///< one per question, tree order

inline constexpr std::size_t max_forms = 64;
inline constexpr std::size_t max_answers = 16;
inline constexpr int no_form = -1;

[[nodiscard]] constexpr FormSet bit(std::size_t form) { return FormSet{1} << form; }
[[nodiscard]] constexpr Choice answer_bit(std::size_t answer) { return static_cast<Choice>(1U << answer); }
[[nodiscard]] constexpr bool contains(FormSet set, std::size_t form) { return (set >> form & 1U) != 0; }

struct CompiledAnswer {
  const Answer* source = nullptr;
  double delta = 0;
  std::vector<std::pair<std::size_t, double>> prefer;
  FormSet exclude = 0;
  FormSet allow = ~FormSet{0};  ///< narrower where a statute forces forms
  FormSet opens = 0;            ///< forms that the scope rules let in after this answer
};

struct CompiledQuestion {
  const Criterion* criterion = nullptr;
  const Question* source = nullptr;
  bool gate = false;
  Choice exclusive = 0;  ///< the answers that mean "none of the others"
  std::vector<CompiledAnswer> answers;
};

struct Compiled {
  const DecisionTree* source = nullptr;  ///< must outlive this
  std::vector<CompiledQuestion> questions;
  std::vector<double> position, heaviness;
  FormSet all = 0;
  FormSet never = 0;   ///< off the continuum, or a step instead of a form
  FormSet scoped = 0;  ///< only after an answer that opens them
  FormSet merger = 0;
  FormSet carriers = 0;

  [[nodiscard]] std::size_t forms() const { return position.size(); }
};

[[nodiscard]] Compiled compile(const DecisionTree& tree);

/// Answers as bits. A question or answer that the tree lacks, or two answers to a single question, is a bug.
[[nodiscard]] Choices choices_of(const Compiled& tree, const Answers& answers);
[[nodiscard]] Answers answers_of(const Compiled& tree, const Choices& choices);
[[nodiscard]] std::vector<std::string> answer_ids(const CompiledQuestion& question, Choice choice);
/// "none" or "executives only" beside other answers: it alone counts.
[[nodiscard]] Choice normal(const CompiledQuestion& question, Choice choice);

/// What a set of answers adds up to. Additive: answers may be added in parts.
struct Tally {
  double delta = 0;
  std::array<double, max_forms> prefer{};
  FormSet excluded = 0;
  FormSet allowed = ~FormSet{0};
  FormSet opened = 0;
};

/// What an answer excludes, forces and lets into scope, without its points.
void add_knock_outs(Tally& tally, const CompiledAnswer& answer);
void add(Tally& tally, const CompiledAnswer& answer);
void add(Tally& tally, const CompiledQuestion& question, Choice choice);
[[nodiscard]] Tally tally(const Compiled& tree, const Choices& choices);

[[nodiscard]] double position(const Compiled& tree, const Tally& tally);
[[nodiscard]] double score(const Compiled& tree, const Tally& tally, double position, std::size_t form);
/// Forms that stand: not excluded, inside what a statute forces, inside the scope rules. Without carriers of a merger.
[[nodiscard]] FormSet standing(const Compiled& tree, const Tally& tally);
/// Carriers of a merger that itself stands; empty otherwise.
[[nodiscard]] FormSet carriers(const Compiled& tree, const Tally& tally);

struct Placed {
  std::size_t form = 0;
  double score = 0;
};
/// The standing forms, best first; those within the tie margin of the best that is left: the lighter first.
[[nodiscard]] std::vector<Placed> rank(const Compiled& tree, const Tally& tally);
/// First of `rank`, without making the list; no_form when nothing stands.
[[nodiscard]] int winner(const Compiled& tree, const Tally& tally);

}  // namespace koepel::tree
