// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "model/pack.h"

namespace koepel::tree {

/// Question id -> chosen answer ids (one, or several where the question is multi). Skipped questions are absent.
using Answers = std::map<std::string, std::vector<std::string>>;

/// Why a form is out: the answer whose exclusion or force removes it.
struct KnockOut {
  std::string question;
  std::string answer;
};

struct Excluded {
  std::string form;
  std::vector<KnockOut> reasons;  ///< in tree order, at least one
};

struct Ranked {
  std::string form;
  double score = 0;  ///< may exceed 100; not a percentage
};

struct Principle {
  std::string criterion;
  std::string question;
  std::string answer;
};

/// When no form is left: a single answer that, dropped, frees at least one form.
struct Relaxation {
  KnockOut answer;
  std::vector<std::string> frees;
};

struct Outcome {
  double position = 0;                    ///< 0..100
  std::vector<Ranked> ranking;            ///< best first, ties within the margin lighter first
  std::vector<Excluded> excluded;         ///< by exclusion of an answer (as the worked examples list them), by form id
  std::vector<Excluded> outside_force;    ///< not excluded, but a statute forces other forms
  std::vector<std::string> not_in_scope;  ///< forms that a scope rule leaves out here
  std::vector<std::string> carriers;      ///< of a civil-service merger, by score
  std::vector<Principle> principles;      ///< of all chosen answers that have one, tree order
  std::vector<Relaxation> conflict;       ///< only when the ranking is empty
  bool declaration_first = false;         ///< a declaration of intent is a sensible first step
  bool tension = false;                   ///< winner below the pack's low-score warning
  bool institution = false;               ///< the question is about the municipality itself: study amalgamation apart
  int answered = 0;
  int total = 0;
};

/// Walks the tree with one set of answers: domain.md 7.2, reproducing all worked examples of the pack exactly.
/// Answers must exist in the tree (a bug otherwise: exchange checks them). Pure, O(answers x forms).
[[nodiscard]] Outcome walk(const DecisionTree& tree, const Answers& answers);

/// The smallest set of changed answers (1, then 2) that makes another form win; among equals the one with the smallest
/// margin afterwards, then tree order. None when two changes are not enough or nothing wins.
struct Flip {
  std::vector<std::pair<std::string, std::vector<std::string>>> changes;
  std::string becomes;
};
[[nodiscard]] std::optional<Flip> smallest_flip(const DecisionTree& tree, const Answers& answers);

/// The smallest set of changed answers (up to 3) under which `form` wins: what would have to be true for it to be
/// right.
[[nodiscard]] std::optional<Flip> justify(const DecisionTree& tree, const Answers& answers, const std::string& form);

}  // namespace koepel::tree
