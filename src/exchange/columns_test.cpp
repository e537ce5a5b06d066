// SPDX-License-Identifier: EUPL-1.2
#include "exchange/columns.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "exchange/names.h"

namespace koepel::exchange::folder {
namespace {

std::vector<std::string> names_of(const Column& column) {
  std::vector<std::string> names{std::string(column.id), std::string(column.nl), std::string(column.en)};
  std::string rest(column.aliases);
  for (std::size_t bar = 0; !rest.empty(); rest.erase(0, bar + 1)) {
    bar = std::min(rest.find('|'), rest.size());
    names.push_back(rest.substr(0, bar));
  }
  return names;
}

TEST(Columns, NoNameMeansTwoColumnsOfOneTable) {
  for (const auto& table : all_tables()) {
    auto columns = table.columns;
    columns.insert(columns.end(), table.long_form.begin(), table.long_form.end());
    std::map<std::string, std::string_view> meant;
    for (const auto& column : columns)
      for (const auto& name : names_of(column)) {
        const auto [place, fresh] = meant.emplace(folded(name), column.id);
        EXPECT_EQ(place->second, column.id) << table.name.id << ": " << name;
      }
  }
}

TEST(Columns, NoFileNameMeansTwoTables) {
  std::set<std::string> names;
  for (const auto& table : all_tables()) {
    EXPECT_TRUE(names.insert(folded(table.name.id)).second) << table.name.id;
    if (table.name.nl != table.name.id) {
      EXPECT_TRUE(names.insert(folded(table.name.nl)).second) << table.name.nl;
    }
  }
  EXPECT_EQ(all_tables().size(), 21u);
}

TEST(Columns, EveryKindHasAName) {
  std::set<std::string_view> names;
  for (int kind = 0; kind <= static_cast<int>(Kind::yes_no); ++kind)
    EXPECT_TRUE(names.insert(kind_name(static_cast<Kind>(kind))).second);
}

}  // namespace
}  // namespace koepel::exchange::folder
