// SPDX-License-Identifier: EUPL-1.2
#include "pictures/labels.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace koepel::pictures {

namespace {

std::vector<AxisLabel> random_labels() {
  std::vector<AxisLabel> labels;
  const int n = *rc::gen::inRange(1, 18);
  for (int i = 0; i < n; ++i)
    labels.push_back({static_cast<double>(*rc::gen::inRange(20, 680)), static_cast<double>(*rc::gen::inRange(15, 130)),
                      *rc::gen::arbitrary<bool>()});
  std::sort(labels.begin(), labels.end(), [](auto& a, auto& b) { return a.x < b.x; });
  return labels;
}

}  // namespace

TEST(Labels, StaggeredTextsNeverTouchAndNoLeaderCrossesOne) {
  EXPECT_TRUE(rc::check([] {
    const auto labels = random_labels();
    const auto places = stagger(labels, 10, 700, 4);
    RC_ASSERT(places.size() == labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (!places[i]) continue;
      RC_ASSERT(places[i]->left >= 10 && places[i]->left + labels[i].width <= 700);
      for (std::size_t j = 0; j < labels.size(); ++j) {
        if (i == j || !places[j]) continue;
        const bool apart = places[i]->left >= places[j]->left + labels[j].width ||
                           places[j]->left >= places[i]->left + labels[i].width;
        RC_ASSERT(places[i]->level != places[j]->level || apart);
        const bool passes = places[i]->level > places[j]->level;
        RC_ASSERT(!passes || labels[i].x <= places[j]->left || labels[i].x >= places[j]->left + labels[j].width);
      }
    }
  }));
}

TEST(Labels, ALabelAloneStandsOverItsMark) {
  const auto places = stagger({{300, 80, false}}, 0, 700, 3);
  ASSERT_TRUE(places[0].has_value());
  EXPECT_EQ(places[0]->level, 0);
  EXPECT_DOUBLE_EQ(places[0]->left, 260);
}

TEST(Labels, TheImportantStayWhenThereIsNoRoom) {
  const auto places = stagger({{300, 80, false}, {301, 80, true}, {302, 80, false}}, 260, 350, 1);
  EXPECT_FALSE(places[0].has_value());
  EXPECT_TRUE(places[1].has_value());
  EXPECT_FALSE(places[2].has_value());
}

TEST(Labels, SwarmKeepsMarksOfARowApartAndNearTheirPlace) {
  EXPECT_TRUE(rc::check([] {
    std::vector<SwarmMark> marks;
    for (const AxisLabel& label : random_labels())
      marks.push_back({label.x, label.width, static_cast<double>(*rc::gen::inRange(0, 3)) * 8});
    const auto places = swarm(marks, 3);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      RC_ASSERT(std::abs(places[i].x - marks[i].x) <= marks[i].slack + 1e-9);
      for (std::size_t j = 0; j < i; ++j)
        RC_ASSERT(places[i].row != places[j].row ||
                  std::abs(places[i].x - places[j].x) >= (marks[i].width + marks[j].width) / 2 + 3 - 1e-9);
    }
  }));
}

TEST(Labels, SwarmStandsLowerWhenMarksMayMove) {
  const auto height = [](double slack) {
    int rows = 0;
    for (const auto& place : swarm(std::vector<SwarmMark>(9, {300, 30, slack}), 3))
      rows = std::max(rows, place.row + 1);
    return rows;
  };
  EXPECT_EQ(height(0), 9);
  EXPECT_EQ(height(17), 5);
}

TEST(Labels, SwarmLeavesAMarkWithRoomAtItsPlace) { EXPECT_DOUBLE_EQ(swarm({{300, 30, 17}}, 3)[0].x, 300); }

TEST(Labels, PlacerFindsRoomInsideTheFrameAndApart) {
  EXPECT_TRUE(rc::check([] {
    const Box frame{0, 0, 400, 300};
    LabelPlacer placer(frame);
    std::vector<Box> placed;
    for (int i = 0; i < 40; ++i) {
      const Point mark{static_cast<double>(*rc::gen::inRange(0, 400)), static_cast<double>(*rc::gen::inRange(0, 300))};
      const auto room = placer.place(mark, 5, 30, 11);
      if (!room) continue;
      RC_ASSERT(inside(*room, frame));
      for (const Box& other : placed) RC_ASSERT(!overlap(*room, other));
      placed.push_back(*room);
    }
    RC_ASSERT(!placed.empty());
  }));
}

TEST(Labels, PlacerAvoidsLinesWhileThereIsOtherRoom) {
  LabelPlacer placer({0, 0, 200, 100});
  placer.avoid({55, 40, 120, 60});  // right of the mark
  const auto room = placer.place({50, 50}, 5, 30, 11);
  ASSERT_TRUE(room.has_value());
  EXPECT_LT(room->right, 50) << "left instead";
}

}  // namespace koepel::pictures
