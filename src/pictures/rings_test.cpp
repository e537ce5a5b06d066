// SPDX-License-Identifier: EUPL-1.2
#include "pictures/rings.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace koepel::pictures {

namespace {

double area(const std::vector<Point>& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point &a = ring[i], &b = ring[(i + 1) % ring.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return std::abs(sum) / 2;
}

}  // namespace

TEST(Rings, ClipKeepsExactlyThePartInside) {
  const std::vector<Point> square{{-10, -10}, {10, -10}, {10, 10}, {-10, 10}};
  EXPECT_DOUBLE_EQ(area(clip(square, {0, 0, 50, 50})), 100);
  EXPECT_DOUBLE_EQ(area(clip(square, {-50, -50, 50, 50})), 400);
  EXPECT_TRUE(clip(square, {20, 20, 50, 50}).empty());
}

TEST(Rings, ClippedPointsLieInTheFrame) {
  EXPECT_TRUE(rc::check([] {
    std::vector<Point> ring;
    for (int i = 0; i < 12; ++i)
      ring.push_back(
          {static_cast<double>(*rc::gen::inRange(-100, 200)), static_cast<double>(*rc::gen::inRange(-100, 200))});
    for (const Point& p : clip(ring, {0, 0, 100, 100}))
      RC_ASSERT(p.x >= -1e-9 && p.x <= 100 + 1e-9 && p.y >= -1e-9 && p.y <= 100 + 1e-9);
  }));
}

TEST(Rings, ThinOutLeavesOnlyPointsThatCanBeToldApart) {
  EXPECT_EQ(thin_out({{0, 0}, {0.1, 0}, {0.2, 0}, {1, 0}, {1, 0.5}, {1, 2}}, 0.6).size(), 3u);
}

TEST(Rings, WidestPlaceIsWhereANameFits) {
  // A T: a narrow stem under a wide bar.
  const std::vector<Point> t{{0, 0}, {100, 0}, {100, 20}, {55, 20}, {55, 100}, {45, 100}, {45, 20}, {0, 20}};
  const Point place = widest_place({t});
  EXPECT_DOUBLE_EQ(place.x, 50);
  EXPECT_LT(place.y, 20);
}

}  // namespace koepel::pictures
