// SPDX-License-Identifier: EUPL-1.2
// Which input changed which conclusion, on the kempen study.
#include "service/causes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "service/changes.h"
#include "service/desk_test_parts.h"

namespace koepel::service {

using testing_desk::TestDesk;

class CausesOfAChange : public ::testing::Test {
 protected:
  TestDesk test;
  std::string study = make_from_example(test.desk, test.maker, "kempen").value().id;
  Asker facilitator = test.as(Role::facilitator);
  std::shared_ptr<const Told> before = told(test.desk, study);

  void change(const std::string& id, const char* kind, const exchange::Json& cells) {
    const auto done = submit(test.desk, facilitator, {study, id, {{.kind = kind, .cells = cells}}});
    ASSERT_TRUE(done) << done.error().problems.size();
  }
};

TEST_F(CausesOfAChange, AnIndicatorChangesTheApproachAndNotTheSpending) {
  change("c1", "indicator-set", {{"indicator", "trust"}, {"value", "1"}});
  const auto after = told(test.desk, study);
  const Causes causes(*before, *after);
  const auto changes = differences(*before, *after);
  bool approach = false;
  for (const auto& one : changes) {
    const auto records = causes.of(one);
    if (one.id == "approach") {
      approach = true;
      ASSERT_EQ(records.size(), 1u);
      EXPECT_EQ(records[0]->kind, "indicator-set");
    }
    EXPECT_FALSE(one.id.starts_with("spending.")) << "the accounts did not change";
  }
  EXPECT_TRUE(approach);
}

TEST_F(CausesOfAChange, NameOnlyWhatChanged) {
  change("c1", "arrangement-mapped",
         {{"id", "S9"},
          {"name", "Nieuwe regeling"},
          {"form", "covenant"},
          {"tasks", "U01"},
          {"members", "GM0770|GM1724"}});
  const auto after = told(test.desk, study);
  const Causes causes(*before, *after);
  std::size_t named = 0;
  for (const auto& one : differences(*before, *after))
    for (const auto* record : causes.of(one)) {
      ++named;
      EXPECT_GT(record->sequence, before->live->sequence) << one.id << ": " << record->key;
    }
  EXPECT_GT(named, 0u);
}

TEST_F(CausesOfAChange, ARecordThatIsGoneIsACause) {
  const auto ends =
      std::ranges::find_if(before->analysis.findings, [](const auto& f) { return f.id.starts_with("expiring."); });
  ASSERT_NE(ends, before->analysis.findings.end());
  const Causes same(*before, *before);
  EXPECT_TRUE(same.of({ends->id, &*ends, &*ends}).empty()) << "nothing changed";
  const auto& records = before->live->records;
  const auto arrangement = std::ranges::find_if(records, [&](const auto& record) {
    const auto* what = std::get_if<Arrangement>(&record->what);
    return what != nullptr && "expiring." + what->id == ends->id;
  });
  ASSERT_NE(arrangement, records.end());
  ASSERT_TRUE(submit(test.desk, facilitator,
                     {study, "c1", {{.kind = "arrangement-mapped", .key = (*arrangement)->key, .withdraw = true}}}));
  const auto after = told(test.desk, study);
  const Causes causes(*before, *after);
  const auto changes = differences(*before, *after);
  const auto gone = std::ranges::find(changes, ends->id, &FindingChange::id);
  ASSERT_NE(gone, changes.end());
  EXPECT_EQ(gone->after, nullptr);
  EXPECT_THAT(causes.of(*gone), ::testing::ElementsAre(arrangement->get()));
}

}  // namespace koepel::service
