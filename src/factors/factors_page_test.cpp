// SPDX-License-Identifier: EUPL-1.2
// The worked example of docs/methods/factors.md, read from the page.
#include <gtest/gtest.h>

#include <filesystem>

#include "content/pack_reader.h"
#include "factors/factors.h"
#include "survey/sample_page.h"
#include "survey/sample_poll.h"

namespace koepel::factors {
namespace {

std::string word_of(Light light) {
  switch (light) {
    case Light::weak:
      return "weak";
    case Light::mixed:
      return "mixed";
    case Light::strong:
      return "strong";
    case Light::unknown:
      return "unknown";
  }
  return {};
}

TEST(FactorsPage, ScoresAndLightsAreAsPrinted) {
  const auto rows = survey::test::example("factors.md", "factor");
  ASSERT_EQ(rows.size(), 3u);
  auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel").value();
  std::erase_if(pack.factors, [](const Factor& f) { return f.id != "working_together"; });
  pack.factors.front().constructs = {"trust_spirit"};
  Study study;
  for (std::size_t p = 0; p < 2; ++p) {
    survey::test::add_partner(study, rows[p][0]);
    survey::test::add_people(study, pack, rows[p][0], "administrator", std::vector<int>(4, std::stoi(rows[p][1])));
    survey::test::add_people(study, pack, rows[p][0], "official", std::vector<int>(4, std::stoi(rows[p][2])));
  }
  const auto factors = judge_factors(study, pack, survey::poll(study, pack), {});
  const auto& factor = factors.factors.front();
  for (std::size_t p = 0; p < 2; ++p) {
    EXPECT_NEAR(factor.partners[p].all.value(), std::stod(rows[p][3]), 5e-3);
    EXPECT_EQ(word_of(factor.partners[p].light), rows[p][4]);
  }
  EXPECT_NEAR(factor.score.value(), std::stod(rows[2][3]), 5e-3);
  EXPECT_EQ(word_of(factor.light), rows[2][4]);
  EXPECT_NEAR(factor.spread.value(), 1.41, 5e-3);
  EXPECT_TRUE(factors.code_of_conduct.back().extra);
}

}  // namespace
}  // namespace koepel::factors
