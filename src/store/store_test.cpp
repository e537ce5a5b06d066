// SPDX-License-Identifier: EUPL-1.2
#include "store/store.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;
using testing::HasSubstr;

struct Writes : OnBoth {
  void SetUp() override {
    OnBoth::SetUp();
    if (!opened) return;
    EXPECT_TRUE(add_study(db(), {"kempen", 5}));
  }
};
KOEPEL_ON_BOTH(Writes);

TEST_P(Writes, AreUndoneAloneWhenTheyThrow) {
  std::vector<std::jthread> threads;
  std::atomic<int> thrown = 0;
  for (int i = 0; i < 60; ++i)
    threads.emplace_back([&, i] {
      try {
        db().write([&](Database& database) {
          database.query(
              "INSERT INTO audit (time_us, actor, action, object, result, origin) "
              "VALUES (?1, '', '', '', '', '')",
              {std::int64_t{i}});
          if (i % 3 == 0) throw std::logic_error("mine");
          if (i % 3 == 1) database.query("INSERT INTO study SELECT * FROM study");
        });
      } catch (const std::logic_error&) {
        ++thrown;
      } catch (const DatabaseError& error) {
        EXPECT_EQ(error.kind, DatabaseError::Kind::unique);
        ++thrown;
      }
    });
  threads.clear();
  EXPECT_EQ(thrown, 40);
  EXPECT_EQ(rows(db(), "SELECT 1 FROM audit").size(), 20U);
}

TEST_P(Writes, NameWhatTheDatabaseRefuses) {
  using Kind = DatabaseError::Kind;
  const std::pair<const char*, Kind> cases[] = {
      {"INSERT INTO study SELECT * FROM study", Kind::unique},
      {"INSERT INTO draft VALUES ('nowhere', 'r', '{}')", Kind::foreign_key},
      {"INSERT INTO poll VALUES ('kempen', '', '', 'x', '')", Kind::check},
      {"INSERT INTO poll VALUES ('kempen', NULL, '', 'open', '')", Kind::not_null},
      {"SELECT nonsense", Kind::other},
  };
  for (const auto& [sql, kind] : cases) try {
      run(db(), sql);
      ADD_FAILURE() << sql;
    } catch (const DatabaseError& error) {
      EXPECT_EQ(error.kind, kind) << sql << ": " << error.what();
    }
}

TEST_P(Writes, KeepNumbersAndTextsExactly) {
  const Values given{std::int64_t{9'007'199'254'740'993}, 0.1, std::string("it's é"), std::monostate{}};
  db().write([&](Database& database) {
    const auto back = database.query(
        "SELECT CAST(?1 AS BIGINT), CAST(?2 AS DOUBLE PRECISION), CAST(?3 AS TEXT), CAST(?4 AS TEXT)", given);
    EXPECT_EQ(back.at(0).values, given);
  });
}

TEST_P(Writes, AreNotSeenByAReaderWhoBeganBefore) {
  db().read([&](Database& database) {
    EXPECT_EQ(database.query("SELECT id FROM study").size(), 1U);
    std::jthread([&] { EXPECT_TRUE(add_study(db(), {"gooi", 5})); }).join();
    EXPECT_EQ(database.query("SELECT id FROM study").size(), 1U);
  });
  EXPECT_EQ(all_studies(db()).size(), 2U);
}

TEST_P(Writes, AreReadByManyAtOnce) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 40; ++i)
    threads.emplace_back([&] {
      for (int time = 0; time < 20; ++time) EXPECT_TRUE(find_study(db(), "kempen"));
    });
}

TEST_P(Writes, AreRefusedFromAReader) {
  EXPECT_THROW(db().read([](Database& database) { database.query("DELETE FROM study"); }), DatabaseError);
}

TEST_P(Writes, FindStudiesAsTheyWereMade) {
  EXPECT_FALSE(add_study(db(), {"kempen", 6}));
  set_retention(db(), "kempen", 99);
  archive_study(db(), "kempen", 7);
  const auto found = find_study(db(), "kempen");
  EXPECT_EQ(found->created_us, 5);
  EXPECT_EQ(found->archived_us, 7);
  EXPECT_EQ(found->erase_after_us, 99);
  EXPECT_FALSE(find_study(db(), "gooi"));
}

StoreFault fault_at_opening(const Place& place) {
  try {
    (void)place.open();
  } catch (const StoreFault& fault) {
    return fault;
  }
  ADD_FAILURE() << "opened";
  return {StoreFault::Kind::other, ""};
}

struct Folder : testing::Test {
  Place place{"sqlite"};
  std::filesystem::path file = place.folder() / "koepel.sqlite";

  void fill(int events) {
    const auto store = place.open();
    EXPECT_TRUE(add_study(*store, {"kempen", 5}));
    for (int i = 0; i < events; ++i)
      (void)append(*store, batch("kempen", std::to_string(i), {event("a", std::string(2000, 'x'))}));
  }
  static unsigned rights(const std::filesystem::path& path) {
    struct stat found {};
    EXPECT_EQ(stat(path.c_str(), &found), 0) << path;
    return found.st_mode & 0777U;
  }
};

TEST_F(Folder, IsRefusedToASecondStoreAndNamed) {
  const auto first = place.open();
  const auto fault = fault_at_opening(place);
  EXPECT_EQ(fault.kind, StoreFault::Kind::in_use);
  EXPECT_THAT(fault.what(), HasSubstr(place.folder().string()));
}

TEST_F(Folder, IsRefusedToASecondProcess) {
  auto first = std::make_unique<Store>(place.folder());
  const pid_t child = fork();
  if (child == 0) {
    try {
      const Store second(place.folder());
      _exit(1);
    } catch (const StoreFault& fault) {
      _exit(fault.kind == StoreFault::Kind::in_use ? 0 : 2);
    }
  }
  int status = -1;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  first.reset();
  EXPECT_TRUE(place.open());
}

TEST_F(Folder, IsForItsOwnerOnly) {
  const auto store = place.open();
  EXPECT_TRUE(add_study(*store, {"kempen", 5}));
  EXPECT_EQ(rights(place.folder()), 0700U);
  for (const char* name : {"koepel.sqlite", "koepel.sqlite-wal", "koepel.sqlite-shm", "koepel.lock"})
    EXPECT_EQ(rights(place.folder() / name), 0600U) << name;
}

TEST_F(Folder, NamesADamagedFile) {
  fill(50);
  {
    std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
    for (int page = 3; page < 20; ++page) bytes.seekp(page * 4096) << std::string(64, '\x5a');
  }
  const auto fault = fault_at_opening(place);
  EXPECT_EQ(fault.kind, StoreFault::Kind::damaged);
  EXPECT_THAT(fault.what(), HasSubstr(file.string()));
}

TEST_F(Folder, NamesAFileThatIsCutOff) {
  fill(50);
  std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
  EXPECT_EQ(fault_at_opening(place).kind, StoreFault::Kind::damaged);
}

TEST_F(Folder, NamesAFileThatIsNoDatabase) {
  std::filesystem::create_directory(place.folder());
  std::ofstream(file) << std::string(5000, 'x');
  const auto fault = fault_at_opening(place);
  EXPECT_EQ(fault.kind, StoreFault::Kind::damaged);
  EXPECT_THAT(fault.what(), HasSubstr(file.string()));
}

TEST_F(Folder, CannotBeMadeInsideAFile) {
  std::ofstream(place.folder()) << "x";
  EXPECT_EQ(fault_at_opening(place).kind, StoreFault::Kind::other);
}

TEST_F(Folder, IsCopiedWhileOthersWrite) {
  fill(20);
  const Place copied("sqlite");
  std::filesystem::create_directory(copied.folder());
  const auto copy = copied.folder() / "koepel.sqlite";
  {
    const auto store = place.open();
    std::jthread writer([&] {
      for (int i = 20; i < 60; ++i) (void)append(*store, batch("kempen", std::to_string(i), {event("a")}));
    });
    store->backup(copy);
    EXPECT_THROW(store->backup(copy), StoreFault);
  }
  EXPECT_EQ(rights(copy), 0600U);
  const auto store = copied.open();
  EXPECT_TRUE(verify_chain(*store).broken.empty());
  EXPECT_GE(events_after(*store, "kempen", 0).size(), 20U);
}

TEST(Address, OfAnotherKindIsRefused) {
  const WorkFolder work;
  EXPECT_THROW(Store(work.path, "mysql://x"), StoreFault);
}

TEST(Address, WithoutServerIsUnreachable) {
  const WorkFolder work;
  try {
    Store(work.path, "postgresql://koepel:secret@/koepel?host=" + work.path.string());
    FAIL();
  } catch (const StoreFault& fault) {
    EXPECT_EQ(fault.kind, StoreFault::Kind::unreachable);
    EXPECT_THAT(fault.what(), HasSubstr(work.path.string()));
    EXPECT_THAT(fault.what(), testing::Not(HasSubstr("secret")));
  }
}

}  // namespace
}  // namespace koepel::store
