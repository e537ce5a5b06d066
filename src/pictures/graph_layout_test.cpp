// SPDX-License-Identifier: EUPL-1.2
#include "pictures/graph_layout.h"

#include <gtest/gtest.h>

namespace koepel::pictures {

namespace {

/// Three partners between two and four partnerships, as the network draws them.
Graph network() {
  Graph graph;
  graph.left_to_right = true;
  for (int i = 0; i < 3; ++i) graph.nodes.push_back({150, 34, 1});
  for (int i = 0; i < 2; ++i) graph.nodes.push_back({200, 24, 0});
  for (int i = 0; i < 4; ++i) graph.nodes.push_back({200, 38, 2});
  for (int i = 0; i < 3; ++i)
    for (int j = 5; j < 9; ++j)
      if ((i + j) % 2 == 0) graph.edges.push_back({i, j});
  graph.edges.push_back({3, 0});
  graph.edges.push_back({3, 1});
  graph.edges.push_back({4, 2});
  return graph;
}

std::vector<Box> boxes(const Graph& graph, const GraphLayout& layout) {
  std::vector<Box> out;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i)
    out.push_back(box_around(layout.centres[i], graph.nodes[i].width, graph.nodes[i].height));
  return out;
}

}  // namespace

TEST(GraphLayout, KeepsBoxesApartAndInside) {
  const Graph graph = network();
  const GraphLayout layout = lay_out(graph);
  const auto placed = boxes(graph, layout);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    EXPECT_TRUE(inside(placed[i], {-1, -1, layout.width + 1, layout.height + 1}));
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(placed[i], placed[j])) << i << " and " << j;
  }
}

TEST(GraphLayout, PutsLayersBehindEachOther) {
  const Graph graph = network();
  const auto placed = boxes(graph, lay_out(graph));
  for (std::size_t i = 0; i < placed.size(); ++i)
    for (std::size_t j = 0; j < placed.size(); ++j)
      if (graph.nodes[i].layer < graph.nodes[j].layer) {
        EXPECT_LT(placed[i].right, placed[j].left);
      }
}

TEST(GraphLayout, GivesEveryEdgeACurve) {
  const Graph graph = network();
  const GraphLayout layout = lay_out(graph);
  ASSERT_EQ(layout.curves.size(), graph.edges.size());
  for (const auto& curve : layout.curves) EXPECT_EQ(curve.size() % 3, 1u);
}

TEST(GraphLayout, IsTheSameEveryTime) {
  const GraphLayout a = lay_out(network()), b = lay_out(network());
  for (std::size_t i = 0; i < a.centres.size(); ++i) {
    EXPECT_EQ(a.centres[i].x, b.centres[i].x);
    EXPECT_EQ(a.centres[i].y, b.centres[i].y);
  }
  EXPECT_TRUE(lay_out({}).centres.empty());
}

}  // namespace koepel::pictures
