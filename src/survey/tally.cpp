// SPDX-License-Identifier: EUPL-1.2
// A study's answers in, protected numbers per cut out.
#include "survey/tally.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "survey/agreement.h"
#include "survey/protection.h"

namespace koepel::survey {

namespace {

int people_in(const Counts& counts) { return std::accumulate(counts.begin(), counts.end(), 0); }

const std::vector<Shown>& protect(Tally& tally, const Sample& sample) {
  Crowd crowd{tally.answers.partners.size(), tally.answers.roles.size(), {}, tally.k, {}};
  for (const auto& cell : sample.cells) crowd.people.push_back(people_in(cell));
  const auto known = tally.decided.find(crowd.people);
  if (known != tally.decided.end()) return known->second;
  for (const auto* role : tally.answers.roles)
    crowd.first.push_back(role->id == "administrator" || role->id == "official");
  return tally.decided.emplace(crowd.people, publishable(crowd)).first->second;
}

double median(const std::vector<double>& values, const Counts& counts, int n) {
  const auto value_at = [&](int place) {  // of the place-th person, from 0, in ascending order
    std::size_t v = 0;
    for (int before = counts[0]; before <= place; before += counts[v]) ++v;
    return values[v];
  };
  return (value_at((n - 1) / 2) + value_at(n / 2)) / 2;
}

Numbers numbers_of(const std::vector<double>& values, const Counts& counts) {
  Numbers numbers;
  numbers.n = people_in(counts);
  double sum = 0;
  for (std::size_t v = 0; v < values.size(); ++v) sum += values[v] * counts[v];
  numbers.mean = sum / numbers.n;
  double squares = 0;
  for (std::size_t v = 0; v < values.size(); ++v)
    squares += (values[v] - numbers.mean) * (values[v] - numbers.mean) * counts[v];
  if (numbers.n > 1) numbers.deviation = std::sqrt(squares / (numbers.n - 1));
  numbers.median = median(values, counts, numbers.n);
  return numbers;
}

void add_distribution(Numbers& numbers, const Counts& counts) {
  std::copy(counts.begin(), counts.end(), numbers.counts.begin());
  numbers.agreement = agreement(counts);
  numbers.consensus = consensus(counts);
}

}  // namespace

double Tally::rule(const char* name) const { return parameter(pack, std::string("survey.") + name); }
int Tally::whole(const char* name) const { return static_cast<int>(std::lround(rule(name))); }

Tally open_tally(const Study& study, const MethodPack& pack) {
  Tally tally{pack, study.head.seed, read_answers(study, pack), {}, {}, {}};
  tally.cuts = cuts_of(tally.answers);
  for (const auto* role : tally.answers.roles) tally.k.push_back(tally.whole(role->named ? "k_named_role" : "k_staff"));
  return tally;
}

std::vector<CutResult> measure(Tally& tally, const Sample& sample, bool with_distribution) {
  const std::vector<Shown>& shown = protect(tally, sample);
  std::vector<CutResult> results;
  for (std::size_t i = 0; i < tally.cuts.size(); ++i) {
    results.push_back({tally.cuts[i], shown[i], std::nullopt});
    if (shown[i] != Shown::shown) continue;
    const Counts counts = counts_of(tally.answers, sample, tally.cuts[i]);
    results.back().numbers = numbers_of(sample.values, counts);
    if (with_distribution) add_distribution(*results.back().numbers, counts);
  }
  return results;
}

bool enough(const Tally& tally, const std::vector<const Person*>& people) {
  int k = 1;
  for (const auto* person : people) k = std::max(k, tally.k[person->role]);
  return static_cast<int>(people.size()) >= k;
}

}  // namespace koepel::survey
