// SPDX-License-Identifier: EUPL-1.2
// The worked example of docs/methods/partner-set.md, read from the page, with the weights of the delivered pack.
#include <gtest/gtest.h>

#include <filesystem>

#include "content/pack_reader.h"
#include "partners/partners.h"
#include "survey/sample_page.h"

namespace koepel::partners {
namespace {

TEST(PartnerSetPage, KinshipIsAsPrinted) {
  const auto rows = survey::test::example("partner-set.md", "kinship");
  ASSERT_EQ(rows.size(), 2u);
  const auto pack = content::read_pack(std::filesystem::path(KOEPEL_SOURCE_DIR) / "method/koepel");
  ASSERT_TRUE(pack.has_value());
  Study study;
  study.head.date = "2026-11-23";
  for (const auto& row : rows) {
    Partner partner;
    partner.id = partner.name = row[0];
    partner.inhabitants = std::stoi(row[1]);
    partner.land_area_ha = std::stod(row[2]);
    partner.urbanity = std::stoi(row[3]);
    study.partners.push_back(partner);
  }
  const auto set = judge_partner_set(study, *pack, {}, survey::poll(study, *pack));
  EXPECT_NEAR(set.matrices[2].pairs[0].value.value(), std::stod(rows[0][4]), 5e-4);
}

}  // namespace
}  // namespace koepel::partners
