// SPDX-License-Identifier: EUPL-1.2
#include "content/pack_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/work_folder.h"

namespace koepel::content {
namespace {

namespace fs = std::filesystem;

using ::testing::Contains;
using ::testing::Each;
using ::testing::Field;
using ::testing::SizeIs;

const fs::path delivered = fs::path(KOEPEL_SOURCE_DIR) / "method" / "koepel";

std::string told(const Problems& problems) {
  std::string all;
  for (const auto& p : problems)
    all += p.where.file + ":" + std::to_string(p.where.line) + " " + p.code + " " + p.where.column + " '" + p.found +
           "'\n";
  return all;
}

/// A copy of the delivered pack that a test may break.
class BrokenPack : public ::testing::Test {
 protected:
  void SetUp() override { fs::copy(delivered, folder, fs::copy_options::recursive); }

  [[nodiscard]] std::string bytes(const std::string& name) const {
    std::ifstream in(folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder / name, std::ios::binary) << text;
  }
  void replace(const std::string& name, const std::string& from, const std::string& to) const {
    auto text = bytes(name);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(name, text.replace(at, from.size(), to));
  }
  [[nodiscard]] Problems problems() const {
    const auto pack = read_pack(folder);
    return pack ? Problems{} : pack.error();
  }

  WorkFolder work;
  fs::path folder = work.path / "pack";
};

TEST(PackReader, ReadsTheDeliveredPackWithoutProblems) {
  const auto pack = read_pack(delivered);
  ASSERT_TRUE(pack.has_value()) << told(pack.error());
  EXPECT_EQ(pack->id, "koepel");
  EXPECT_THAT(pack->hash, SizeIs(64));
}

TEST(PackReader, FindsEverythingTheMethodNeeds) {
  const auto pack = read_pack(delivered).value();
  EXPECT_THAT(pack.motives, SizeIs(5));
  EXPECT_THAT(pack.factors, SizeIs(6));
  EXPECT_THAT(pack.constructs, SizeIs(27));
  EXPECT_THAT(pack.tree.forms, SizeIs(26));
  EXPECT_THAT(pack.tree.examples, SizeIs(24));
  EXPECT_THAT(pack.approach.indicators, SizeIs(12));
  // The twelve open questions of the research are asked in conversation: items are the 84 with a scale.
  EXPECT_THAT(pack.items, SizeIs(84));
  EXPECT_THAT(pack.evidence, SizeIs(28));
}

TEST(PackReader, ReadsACurveWithItsRangeAndItsVariants) {
  const auto pack = read_pack(delivered).value();
  const auto* tax = find_cluster(pack, "tax");
  ASSERT_NE(tax, nullptr);
  EXPECT_EQ(tax->a_low, 0.093);
  EXPECT_EQ(tax->a_high, 0.134);
  EXPECT_EQ(tax->valid_high, 60);
  EXPECT_EQ(find_cluster(pack, "tax_elasticity")->elasticity_high, 0.85);
  EXPECT_EQ(find_cluster(pack, "tax_large")->variant_of, "tax");
  EXPECT_FALSE(quantity(pack, "scale.vat_leak").drawn);
}

TEST_F(BrokenPack, FindsARangeOfTwoNumbers) {
  replace("quantities.yaml", "[0, 0.4, 0.8]", "[0, 0.8]");
  const auto found = problems();
  ASSERT_THAT(found, SizeIs(1)) << told(found);
  EXPECT_EQ(found[0].code, "pack.not-a-range");
}

TEST(PackReader, KeepsTheFourListsOfTasksApart) {
  const auto pack = read_pack(delivered).value();
  const auto in_group = [&](const std::string& group) {
    return std::count_if(pack.tasks.begin(), pack.tasks.end(), [&](const Task& t) { return t.group == group; });
  };
  EXPECT_THAT(pack.tasks, SizeIs(146));
  EXPECT_EQ(in_group("implementation"), 46);
  EXPECT_EQ(in_group("enabling"), 30);
  EXPECT_EQ(in_group("service"), 40);
  EXPECT_EQ(in_group("development"), 30);
}

TEST(PackReader, AsksFiveGatesAndThenNineteenQuestions) {
  const auto tree = read_pack(delivered).value().tree;
  ASSERT_THAT(tree.criteria, SizeIs(5));
  EXPECT_EQ(tree.criteria.front().id, "gates");
  EXPECT_THAT(tree.criteria.front().questions, SizeIs(5));
  std::size_t trunk = 0;
  for (std::size_t i = 1; i < tree.criteria.size(); ++i) trunk += tree.criteria[i].questions.size();
  EXPECT_EQ(trunk, 19U);
}

TEST(PackReader, WritesExclusionGroupsOutOnce) {
  const auto tree = read_pack(delivered).value().tree;
  const auto* host = find_answer(*find_question(tree, "PC2"), "host");
  ASSERT_NE(host, nullptr);
  EXPECT_THAT(host->exclude, SizeIs(14));
  EXPECT_THAT(host->exclude, Contains("concession"));
}

TEST(PackReader, ReadsATaskAsTheCatalogueSaysIt) {
  const auto pack = read_pack(delivered).value();
  const auto* tax = find_task(pack, "U01");
  ASSERT_NE(tax, nullptr);
  EXPECT_EQ(tax->name.nl, "belastingheffing en invordering");
  EXPECT_EQ(tax->iv3_code, "0.64");
  EXPECT_EQ(tax->default_position, 59);
  EXPECT_EQ(tax->fixed_cost_share, 0.40);
  EXPECT_THAT(tax->legal_basis, SizeIs(2));
}

TEST(PackReader, LeavesAmalgamationOffTheContinuum) {
  const auto tree = read_pack(delivered).value().tree;
  EXPECT_FALSE(find_form(tree, "municipal_merger")->position.has_value());
  EXPECT_EQ(find_form(tree, "bvo")->position, 50);
  EXPECT_FALSE(find_form(tree, "civil_service_merger")->legal_person.has_value());
}

TEST_F(BrokenPack, TellsEveryMistakeInAFileWithItsLine) {
  write("roles.yaml",
        "- {id: administrator, name: {nl: bestuurder}, group: {nl: a, en: b}, named: true}\n"
        "- {id: official, name: {nl: ambtenaar, en: official}, group: {nl: a, en: b}, named: perhaps}\n"
        "- {name: {nl: raadslid, en: council member}, group: {nl: a, en: b}, named: true, colour: red}\n");
  const auto found = problems();
  ASSERT_THAT(found, SizeIs(4)) << told(found);
  EXPECT_THAT(found, Each(Field(&Problem::where, Field(&Origin::file, "roles.yaml"))));
  const auto has = [&](const char* code, int line) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Problem& p) { return p.code == code && p.where.line == line; });
  };
  EXPECT_TRUE(has("pack.key-missing", 1)) << told(found);
  EXPECT_TRUE(has("pack.not-true-or-false", 2)) << told(found);
  EXPECT_TRUE(has("pack.key-missing", 3)) << told(found);
  EXPECT_TRUE(has("pack.key-unknown", 3)) << told(found);
}

TEST_F(BrokenPack, TellsMistakesOfAllFilesAtOnce) {
  fs::remove(folder / "motives.yaml");
  write("groups.yaml", "- id: [\n");
  replace("tasks.csv", ";59;", ";veel;");
  replace("items.csv", "item;instrument", "id;instrument");
  const auto found = problems();
  std::vector<std::string> codes;
  for (const auto& p : found) codes.push_back(p.code);
  EXPECT_THAT(codes, ::testing::UnorderedElementsAre("pack.file-missing", "pack.not-yaml", "pack.not-a-number",
                                                     "pack.wrong-header"))
      << told(found);
}

TEST_F(BrokenPack, NamesTheCellOfATaskThatIsNoNumber) {
  replace("tasks.csv", ";59;", ";veel;");
  const auto found = problems();
  ASSERT_THAT(found, SizeIs(1)) << told(found);
  EXPECT_EQ(found[0].where.line, 2);
  EXPECT_EQ(found[0].where.column, "default_position");
  EXPECT_EQ(found[0].found, "veel");
}

TEST_F(BrokenPack, RefusesAnExclusionGroupThatDoesNotExist) {
  replace("tree.yaml", "exclude_group: private_or_market", "exclude_group: everything_private");
  const auto found = problems();
  ASSERT_THAT(found, SizeIs(1)) << told(found);
  EXPECT_EQ(found[0].code, "pack.group-unknown");
  EXPECT_EQ(found[0].found, "everything_private");
  EXPECT_GT(found[0].where.line, 1);
}

TEST_F(BrokenPack, RefusesASentenceThatStandsInTwoFiles) {
  write("texts/zz_test.yaml", "zz_test.a: {nl: een, en: one}\n");
  write("texts/zz_test2.yaml", "zz_test.a: {nl: een, en: one}\n");
  const auto found = problems();
  ASSERT_THAT(found, SizeIs(1)) << told(found);
  EXPECT_EQ(found[0].code, "pack.key-twice");
  EXPECT_EQ(found[0].where.file, "texts/zz_test2.yaml");
}

TEST_F(BrokenPack, NamesTheLineWhereAnOldSpreadsheetGarbledAnAccent) {
  replace("tasks.csv", "U02;", "U\xE9;");
  const auto found = problems();
  ASSERT_THAT(found, SizeIs(1)) << told(found);
  EXPECT_EQ(found[0].code, "pack.not-utf8");
  EXPECT_EQ(found[0].where.line, 3);
}

TEST_F(BrokenPack, NeedsEveryTextOfAForm) {
  replace("forms.yaml", "  exit: {nl: \"Uitstappen is niet aan de orde.\", en: \"Leaving does not arise.\"}\n", "");
  const auto found = problems();
  ASSERT_THAT(found, SizeIs(1)) << told(found);
  EXPECT_EQ(found[0].code, "pack.key-missing");
  EXPECT_EQ(found[0].where.column, "exit");
}

TEST_F(BrokenPack, ReportsAFolderThatIsNoPack) {
  const auto pack = read_pack(folder / "nowhere");
  ASSERT_FALSE(pack.has_value());
  EXPECT_THAT(pack.error(), Contains(Field(&Problem::code, "pack.file-missing")));
}

TEST_F(BrokenPack, ChangesItsHashWithEveryByte) {
  const auto before = read_pack(folder).value().hash;
  EXPECT_EQ(before, read_pack(delivered).value().hash);
  replace("pack.yaml", "Methode Koepel", "Methode Koepels");
  EXPECT_NE(read_pack(folder).value().hash, before);
}

}  // namespace
}  // namespace koepel::content
