// SPDX-License-Identifier: EUPL-1.2
#include "survey/protection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "survey/sample_gen.h"

namespace koepel::survey {
namespace {

Crowd crowd_of(std::size_t partners, std::size_t roles, std::vector<int> people, std::vector<int> k) {
  Crowd crowd{partners, roles, std::move(people), std::move(k), std::vector<bool>(roles, false)};
  crowd.first[0] = true;
  if (roles > 1) crowd.first[1] = true;
  return crowd;
}

bool inside(const Crowd& c, std::size_t cut, std::size_t p, std::size_t r) {
  return cut == 0 || cut == role_cut(c, r) || cut == partner_cut(c, p) || cut == cell_cut(c, p, r);
}

std::vector<bool> published_by(const Crowd& crowd) {
  std::vector<bool> published;
  for (const Shown shown : publishable(crowd)) published.push_back(shown == Shown::shown);
  return published;
}

TEST(Publishable, ShowsEverythingWhereEveryGroupIsLargeEnough) {
  const auto shown = publishable(crowd_of(2, 2, {4, 5, 6, 4}, {4, 4}));
  EXPECT_THAT(shown, testing::Each(Shown::shown));
}

TEST(Publishable, WithholdsATotalThatWouldRevealOnePersonBySubtraction) {
  // One works council member at the first partner: total minus administrators minus officials would be that person.
  const Crowd crowd = crowd_of(2, 3, {4, 6, 1, 5, 7, 4}, {4, 4, 4});
  const auto shown = publishable(crowd);
  EXPECT_EQ(shown[cell_cut(crowd, 0, 2)], Shown::too_few);
  EXPECT_EQ(shown[partner_cut(crowd, 0)], Shown::withheld);
  EXPECT_EQ(shown[cell_cut(crowd, 0, 0)], Shown::shown);
  EXPECT_EQ(shown[cell_cut(crowd, 0, 1)], Shown::shown);
  // The column would give it away too: all works council members minus those of the second partner.
  EXPECT_EQ(shown[cell_cut(crowd, 1, 2)], Shown::withheld);
}

TEST(Publishable, NamesWhyNothingIsShown) {
  const Crowd crowd = crowd_of(2, 2, {0, 3, 0, 0}, {4, 8});
  const auto shown = publishable(crowd);
  EXPECT_EQ(shown[cell_cut(crowd, 0, 0)], Shown::no_answers);
  EXPECT_EQ(shown[cell_cut(crowd, 0, 1)], Shown::too_few);
  EXPECT_EQ(shown[0], Shown::too_few);
}

TEST(Publishable, AsksMorePeopleOfStaffThanOfNamedGroups) {
  const Crowd crowd = crowd_of(1, 2, {5, 5}, {4, 8});
  const auto shown = publishable(crowd);
  EXPECT_EQ(shown[0], Shown::shown);
  EXPECT_EQ(shown[role_cut(crowd, 1)], Shown::too_few);
  EXPECT_EQ(shown[role_cut(crowd, 0)], Shown::withheld);  // ten minus five would be the five staff
}

Crowd any_crowd(std::size_t most_partners, std::size_t most_roles) {
  const auto partners = *test::between<std::size_t>(1, most_partners);
  const auto roles = *test::between<std::size_t>(1, most_roles);
  const auto people = *rc::gen::container<std::vector<int>>(
      partners * roles,
      rc::gen::weightedOneOf<int>({{1, rc::gen::just(0)}, {3, test::between(1, 3)}, {4, test::between(4, 11)}}));
  std::vector<int> k(roles, 4);
  if (roles > 2) k[2] = 8;
  return crowd_of(partners, roles, people, k);
}

/// People in `total` that no cut of `parts` (a set of disjoint published cuts inside it) covers, and the k they ask.
void expect_remainder_safe(const Crowd& c, std::size_t total, const std::vector<std::size_t>& parts) {
  int n = 0;
  int k = 0;
  for (std::size_t p = 0; p < c.partners; ++p)
    for (std::size_t r = 0; r < c.roles; ++r) {
      const bool covered =
          std::any_of(parts.begin(), parts.end(), [&](std::size_t cut) { return inside(c, cut, p, r); });
      const int people = c.people[p * c.roles + r];
      if (!inside(c, total, p, r) || covered || people == 0) continue;
      n += people;
      k = std::max(k, c.k[r]);
    }
  RC_ASSERT(n == 0 || n >= k);
}

/// Every subset of the published cuts among `candidates`, taken off the total.
void expect_all_subtractions_safe(const Crowd& c, const std::vector<bool>& published, std::size_t total,
                                  std::vector<std::size_t> candidates) {
  std::erase_if(candidates, [&](std::size_t cut) { return !published[cut]; });
  for (std::size_t subset = 0; subset < (std::size_t{1} << candidates.size()); ++subset) {
    std::vector<std::size_t> parts;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if ((subset >> i) & 1U) parts.push_back(candidates[i]);
    expect_remainder_safe(c, total, parts);
  }
}

TEST(Publishable, LeavesNoSmallRemainderInAnyTotalMinusAnyPublishedParts) {
  EXPECT_TRUE(rc::check([] {
    const Crowd c = any_crowd(3, 3);
    const auto published = published_by(c);
    std::vector<std::size_t> roles, partners, cells;
    for (std::size_t r = 0; r < c.roles; ++r) roles.push_back(role_cut(c, r));
    for (std::size_t p = 0; p < c.partners; ++p) partners.push_back(partner_cut(c, p));
    for (std::size_t p = 0; p < c.partners; ++p)
      for (std::size_t r = 0; r < c.roles; ++r) cells.push_back(cell_cut(c, p, r));
    if (published[0])
      for (const auto& parts : {roles, partners, cells}) expect_all_subtractions_safe(c, published, 0, parts);
    for (std::size_t r = 0; r < c.roles; ++r) {
      std::vector<std::size_t> column;
      for (std::size_t p = 0; p < c.partners; ++p) column.push_back(cell_cut(c, p, r));
      if (published[role_cut(c, r)]) expect_all_subtractions_safe(c, published, role_cut(c, r), column);
    }
    for (std::size_t p = 0; p < c.partners; ++p) {
      std::vector<std::size_t> row;
      for (std::size_t r = 0; r < c.roles; ++r) row.push_back(cell_cut(c, p, r));
      if (published[partner_cut(c, p)]) expect_all_subtractions_safe(c, published, partner_cut(c, p), row);
    }
  }));
}

/// Number of independent rows.
std::size_t rank(std::vector<std::vector<double>> rows) {
  std::size_t done = 0;
  for (std::size_t column = 0; !rows.empty() && column < rows.front().size(); ++column) {
    auto best =
        std::max_element(rows.begin() + static_cast<std::ptrdiff_t>(done), rows.end(),
                         [&](const auto& x, const auto& y) { return std::abs(x[column]) < std::abs(y[column]); });
    if (best == rows.end() || std::abs((*best)[column]) < 1e-9) continue;
    std::swap(*best, rows[done]);
    for (std::size_t i = done + 1; i < rows.size(); ++i) {
      const double factor = rows[i][column] / rows[done][column];
      for (std::size_t j = column; j < rows[i].size(); ++j) rows[i][j] -= factor * rows[done][j];
    }
    if (++done == rows.size()) break;
  }
  return done;
}

/// By linear algebra alone: is there a set of fewer than k people about exactly whom some combination of the published
/// sums speaks? Combinations that speak only about a set make a space of dimension rank(all) - rank(without the set's
/// columns); one that speaks about every cell of the set exists when each cell adds to that dimension.
bool reveals_a_small_group(const Crowd& c, const std::vector<bool>& published) {
  std::vector<std::size_t> cells;  // with people
  for (std::size_t i = 0; i < c.people.size(); ++i)
    if (c.people[i] > 0) cells.push_back(i);
  const auto rank_without = [&](std::size_t set) {
    std::vector<std::vector<double>> rows;
    for (std::size_t cut = 0; cut < cut_count(c); ++cut) {
      if (!published[cut]) continue;
      rows.emplace_back();
      for (std::size_t i = 0; i < cells.size(); ++i)
        if (!((set >> i) & 1U)) rows.back().push_back(inside(c, cut, cells[i] / c.roles, cells[i] % c.roles) ? 1 : 0);
    }
    return rank(rows);
  };
  for (std::size_t set = 1; set < (std::size_t{1} << cells.size()); ++set) {
    int n = 0;
    int k = 0;
    bool every_cell_counts = true;
    for (std::size_t i = 0; i < cells.size() && every_cell_counts; ++i) {
      if (!((set >> i) & 1U)) continue;
      n += c.people[cells[i]];
      k = std::max(k, c.k[cells[i] % c.roles]);
      every_cell_counts = rank_without(set ^ (std::size_t{1} << i)) > rank_without(set);
    }
    if (every_cell_counts && n < k) return true;
  }
  return false;
}

TEST(IsSafe, AgreesWithLinearAlgebraOverAllCombinationsOfPublishedCuts) {
  EXPECT_TRUE(rc::check([] {
    const Crowd c = any_crowd(3, 3);
    auto published = *rc::gen::container<std::vector<bool>>(cut_count(c), rc::gen::arbitrary<bool>());
    for (std::size_t i = 0; i < c.people.size(); ++i)  // a published small cell is unsafe at once, and teaches nothing
      if (c.people[i] < c.k[i % c.roles]) published[cell_cut(c, i / c.roles, i % c.roles)] = false;
    RC_CLASSIFY(is_safe(c, published));
    RC_ASSERT(is_safe(c, published) == !reveals_a_small_group(c, published));
  }));
}

TEST(Publishable, IsSafeAndNoWithheldCutCouldBeAdded) {
  EXPECT_TRUE(rc::check([] {
    const Crowd c = any_crowd(5, 4);
    const auto shown = publishable(c);
    const auto published = published_by(c);
    RC_ASSERT(is_safe(c, published));
    for (std::size_t cut = 0; cut < shown.size(); ++cut) {
      if (shown[cut] != Shown::withheld) continue;
      auto more = published;
      more[cut] = true;
      RC_ASSERT(!is_safe(c, more));
    }
  }));
}

}  // namespace
}  // namespace koepel::survey
