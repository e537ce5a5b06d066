// SPDX-License-Identifier: EUPL-1.2
// A study's tree answers in; voices per subject, the agreed answers and the questions that divide out.
#include "forms/voices.h"

#include <algorithm>
#include <map>

namespace koepel::forms {

namespace {

std::string partner_of(const Study& study, const TreeAnswers& said) {
  if (!said.partner.empty() || said.respondent.empty()) return said.partner;
  const auto* respondent = find_respondent(study, said.respondent);
  return respondent == nullptr ? std::string{} : respondent->partner;
}

int voters(const std::vector<Counted>& counts) {
  int sum = 0;
  for (const auto& c : counts) sum += c.voices;
  return sum;
}

int votes_for(const std::vector<Counted>& counts, std::size_t answer) {
  int sum = 0;
  for (const auto& c : counts)
    if ((c.choice & tree::answer_bit(answer)) != 0) sum += c.voices;
  return sum;
}

tree::Choice most_given(const tree::CompiledQuestion& question, const std::vector<Counted>& counts) {
  std::size_t best = 0;
  for (std::size_t a = 1; a < question.answers.size(); ++a) {
    const int votes = votes_for(counts, a), most = votes_for(counts, best);
    if (votes > most || (votes == most && question.answers[a].delta < question.answers[best].delta)) best = a;
  }
  return tree::answer_bit(best);
}

tree::Choice given_by_half(const tree::CompiledQuestion& question, const std::vector<Counted>& counts) {
  tree::Choice result = 0;
  for (std::size_t a = 0; a < question.answers.size(); ++a) {
    const tree::Choice one = tree::answer_bit(a);
    if ((question.exclusive & one) == 0 && 2 * votes_for(counts, a) >= voters(counts)) result |= one;
  }
  if (result != 0) return result;
  return question.exclusive != 0 ? question.exclusive : most_given(question, counts);
}

double largest_share(const Division& division) {
  double largest = 0;
  for (const auto& [answer, share] : division.shares) largest = std::max(largest, share);
  return largest;
}

}  // namespace

Voices voices_on(const Study& study, const tree::Compiled& tree, const std::string& subject) {
  Voices voices;
  for (const auto& said : study.tree_answers) {
    if (said.subject != subject) continue;
    const tree::Answers answers(said.answers.begin(), said.answers.end());
    Voice voice{&said, partner_of(study, said), choices_of(tree, answers)};
    // A row in which nothing was filled in says nothing, not "the starting point".
    const bool spoke = std::any_of(voice.choices.begin(), voice.choices.end(), [](tree::Choice c) { return c != 0; });
    if (spoke) voices.push_back(std::move(voice));
  }
  return voices;
}

Voices of_partner(const Voices& voices, const std::string& partner) {
  Voices result;
  std::copy_if(voices.begin(), voices.end(), std::back_inserter(result),
               [&](const Voice& v) { return v.partner == partner; });
  return result;
}

std::vector<Counted> counted(const Voices& voices, std::size_t question) {
  std::map<tree::Choice, int> counts;
  for (const auto& voice : voices)
    if (voice.choices[question] != 0) ++counts[voice.choices[question]];
  std::vector<Counted> result;
  for (const auto& [choice, n] : counts) result.push_back({choice, n});
  return result;
}

tree::Choices agreed(const tree::Compiled& tree, const Voices& voices) {
  tree::Choices result(tree.questions.size(), 0);
  for (std::size_t q = 0; q < result.size(); ++q) {
    const auto& question = tree.questions[q];
    const auto counts = counted(voices, q);
    if (counts.empty()) continue;
    result[q] = question.source->multi ? given_by_half(question, counts) : most_given(question, counts);
  }
  return result;
}

std::vector<Division> divisions(const tree::Compiled& tree, const Voices& voices) {
  std::vector<Division> result;
  for (std::size_t q = 0; q < tree.questions.size(); ++q) {
    const auto& question = tree.questions[q];
    const auto counts = counted(voices, q);
    if (counts.size() < 2) continue;
    Division division{question.source->id, {}};
    for (std::size_t a = 0; a < question.answers.size(); ++a)
      if (const int votes = votes_for(counts, a); votes > 0)
        division.shares.emplace_back(question.answers[a].source->id, static_cast<double>(votes) / voters(counts));
    result.push_back(std::move(division));
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Division& a, const Division& b) { return largest_share(a) < largest_share(b); });
  return result;
}

}  // namespace koepel::forms
