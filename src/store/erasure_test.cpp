// SPDX-License-Identifier: EUPL-1.2
// What is erased is not only out of the tables but out of the bytes of the files.
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "base/random.h"
#include "store/store_test_parts.h"

namespace koepel::store {
namespace {

using namespace store_tests;

struct Erasure : testing::Test {
  Place place{"sqlite"};
  std::unique_ptr<Store> opened = place.open();
  Random random{7, "erasure"};

  std::string random_text(std::uint32_t most) {
    std::string text(1 + random.below(most), ' ');
    for (char& letter : text) letter = static_cast<char>('a' + random.below(26));
    return text;
  }
  /// Every text of this person holds the id's mark, so that one search finds any of them.
  Person person(int number) {
    const std::string mark = "MARK" + std::to_string(1000 + number);
    Person made{"p-" + std::to_string(number), mark + random_text(60), mark + random_text(20) + "@example.nl",
                mark + random_text(number % 50 == 0 ? 9000 : 90), mark + "totp"};
    made.subject = mark + random_text(30);
    return made;
  }
  void add_everything(int number) {
    auto made = person(number);
    EXPECT_TRUE(add_person(*opened, made));
    const std::string mark = made.totp_secret;
    set_membership(*opened, {"kempen", made.id, "official", mark});
    for (int i = 0; i < 3; ++i) add_session(*opened, {mark + random_text(40), made.id, mark, 9});
    add_login_link(*opened, {mark + random_text(40), made.id, 9});
    const std::string key = std::to_string(number);
    add_invitations(*opened, {{"i-" + key, "kempen", "h" + key, "", "", made.email, "open"}});
    made.name += "changed" + random_text(100);
    change_person(*opened, made);
  }
  [[nodiscard]] std::string all_bytes() const {
    std::ostringstream bytes;
    for (const auto& entry : std::filesystem::directory_iterator(place.folder()))
      bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    return bytes.str();
  }
  void expect_no_trace_of(const std::vector<int>& erased) {
    const std::string bytes = all_bytes();
    for (const int number : erased)
      EXPECT_EQ(bytes.find("MARK" + std::to_string(1000 + number)), std::string::npos) << number;
  }
};

TEST_F(Erasure, LeavesNoTraceInAnyFile) {
  EXPECT_TRUE(add_study(*opened, {"kempen", 5}));
  for (int number = 0; number < 150; ++number) add_everything(number);
  (void)append(*opened, batch("kempen", "c1", {event("a")}));
  EXPECT_NE(all_bytes().find("MARK1007"), std::string::npos);
  std::vector<int> erased;
  for (int number = 0; number < 150; ++number)
    if (random.below(3) == 0) erased.push_back(number);
  for (const int number : erased) erase_person(*opened, "p-" + std::to_string(number));
  run(*opened, "SELECT 1");  // the writer forgets before it takes up its next work
  expect_no_trace_of(erased);
  opened.reset();
  expect_no_trace_of(erased);
  opened = place.open();
  EXPECT_TRUE(verify_chain(*opened).broken.empty());
  EXPECT_EQ(events_after(*opened, "kempen", 0)[0].actor, "p-00000000000000aa");
}

TEST_F(Erasure, LeavesNoTraceOfADraftThatWasHandedIn) {
  EXPECT_TRUE(add_study(*opened, {"kempen", 5}));
  add_invitations(*opened, {{"i-1", "kempen", "h1", "", "", "", "open"}});
  for (int i = 0; i < 50; ++i)
    save_draft(*opened, {"kempen", "r-1", "DRAFTMARK" + std::string(static_cast<std::size_t>(i * 100), 'x')});
  (void)hand_in(*opened, batch("kempen", "c1", {{"r-1", "answer", "q1", "3", {}}}), "r-1", "i-1");
  run(*opened, "SELECT 1");
  EXPECT_EQ(all_bytes().find("DRAFTMARK"), std::string::npos);
}

}  // namespace
}  // namespace koepel::store
