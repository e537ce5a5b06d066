// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string_view>

// The law of the method: the few ids that the scope rules of domain.md 7.2 name. Nowhere else does the engine know
// a form, a question or an answer by name.

namespace koepel::tree {

/// A form that is only weighed after a certain answer.
struct OpenedBy {
  std::string_view form;
  std::string_view question;
  std::string_view answer;
};

inline constexpr std::array opened_by{
    OpenedBy{"civil_service_merger", "PC1", "whole_organisation"},
    OpenedBy{"divestment", "G3", "may_drop"},
    OpenedBy{"divestment", "G3", "want_drop"},
    OpenedBy{"ppp", "FL5", "yes_commercial"},
    OpenedBy{"municipal_merger", "G0", "institution"},
};

/// A declaration of intent is a step, not a way to carry out a task: never ranked.
inline constexpr std::string_view declaration = "loi";
/// From this weight on, saying beforehand what one wants together is a sensible first step.
inline constexpr double declaration_from_heaviness = 9;

inline constexpr std::string_view civil_service_merger = "civil_service_merger";
/// Bodies that can carry a civil-service merger; named as its carriers instead of ranked beside it.
inline constexpr std::array<std::string_view, 3> merger_carriers{"public_body_mandate", "bvo", "centre_municipality"};

/// In a question with several answers these mean "none of the others".
inline constexpr std::array<std::string_view, 2> exclusive_answers{"none", "college_only"};

inline constexpr std::string_view gates = "gates";
inline constexpr std::string_view subject_question = "G0";
inline constexpr std::string_view institution_answer = "institution";
inline constexpr std::string_view partners_question = "G2";
inline constexpr std::string_view too_few_partners = "no";

}  // namespace koepel::tree
