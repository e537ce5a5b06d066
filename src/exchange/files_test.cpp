// SPDX-License-Identifier: EUPL-1.2
#include "exchange/files.h"

#include <gtest/gtest.h>

#include "base/work_folder.h"

namespace koepel::exchange {
namespace {

class Files : public testing::Test {
 protected:
  WorkFolder work;
  std::filesystem::path folder = work.path / "new";
};

TEST_F(Files, WritesIntoANewFolderAndReadsTheSameBytes) {
  const std::string bytes("a\0\r\n\xFF", 5);
  write_file(folder / "deep" / "x.bin", bytes);
  EXPECT_EQ(read_file(folder / "deep" / "x.bin"), bytes);
  write_file(folder / "deep" / "x.bin", "");
  EXPECT_EQ(read_file(folder / "deep" / "x.bin"), "");
}

TEST_F(Files, LeavesNothingBesideTheFile) {
  write_file(folder / "x", "1");
  write_file(folder / "x", "2");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator{}), 1);
}

TEST_F(Files, SayWhatCannotBeRead) {
  EXPECT_THROW((void)read_file(folder / "none"), std::filesystem::filesystem_error);
  std::filesystem::create_directories(folder);
  EXPECT_THROW((void)read_file(folder), std::filesystem::filesystem_error);
}

}  // namespace
}  // namespace koepel::exchange
