// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "pictures/geometry.h"

namespace koepel::pictures {

/// A box to be placed. Boxes of the same `layer` stand in one line; layers follow each other in the direction of the
/// graph.
struct GraphNode {
  double width = 0;
  double height = 0;
  int layer = 0;
};

struct GraphEdge {
  int from = 0;
  int to = 0;
};

struct Graph {
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
  bool left_to_right = false;  ///< layers from left to right; else from top to bottom
  double layer_gap = 60;
  double node_gap = 10;
};

/// All in px from the top left corner of the layout.
struct GraphLayout {
  std::vector<Point> centres;              ///< by node
  std::vector<std::vector<Point>> curves;  ///< by edge: Bezier points, start and three per piece
  double width = 0;
  double height = 0;
};

/// Places boxes in layers with few crossings, by Graphviz's `dot`. Same graph, same layout. Graphviz keeps global
/// state: draw pictures from one thread.
[[nodiscard]] GraphLayout lay_out(const Graph& graph);

}  // namespace koepel::pictures
