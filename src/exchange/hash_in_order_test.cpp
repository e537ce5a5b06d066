// SPDX-License-Identifier: EUPL-1.2
#include "exchange/hash_in_order.h"

#include <gtest/gtest.h>

#include "base/parallel.h"

namespace koepel::exchange {
namespace {

std::string text_of(std::size_t i) { return std::string(i * 37 % 200, static_cast<char>('a' + i % 26)); }

std::string all_texts(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text_of(i);
  return out;
}

TEST(HashInOrder, DoesNotDependOnWhoIsFirst) {
  constexpr std::size_t count = 100;
  HashInOrder backward(count), together(count);
  for (std::size_t i = count; i-- > 0;) backward.take(i, text_of(i));
  in_parallel(count, [&](std::size_t i) { together.take(i, text_of(i)); });
  EXPECT_EQ(backward.hex(), sha256(all_texts(count)));
  EXPECT_EQ(together.hex(), sha256(all_texts(count)));
}

}  // namespace
}  // namespace koepel::exchange
