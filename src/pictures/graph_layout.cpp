// SPDX-License-Identifier: EUPL-1.2
// Boxes in layers and their connections in, places and curves out. The only user of Graphviz.
#include "pictures/graph_layout.h"

#include <graphviz/gvc.h>

#include <map>
#include <memory>
#include <string>

#include "base/ensure.h"
#include "pictures/svg.h"

namespace koepel::pictures {

namespace {

constexpr double points_per_inch = 72;

/// Graphviz reports to the terminal by itself; a layout that fails is a bug of ours and is found by ENSURE.
int silent(char*) { return 0; }

/// cgraph takes char* where it only reads.
char* read_only(const char* text) { return const_cast<char*>(text); }

class Layouter {
 public:
  explicit Layouter(const Graph& graph) : graph_(graph), context_(gvContext(), &gvFreeContext) {
    agseterrf(&silent);
    agseterr(AGMAX);
    drawing_ = agopen(read_only("g"), Agdirected, nullptr);
    ENSURE(drawing_ != nullptr);
    describe();
  }
  Layouter(const Layouter&) = delete;
  Layouter& operator=(const Layouter&) = delete;
  ~Layouter() {
    if (laid_out_) gvFreeLayout(context_.get(), drawing_);
    agclose(drawing_);
  }

  GraphLayout run() {
    laid_out_ = gvLayout(context_.get(), drawing_, "dot") == 0;
    ENSURE(laid_out_);
    return read();
  }

 private:
  static void set(void* thing, const char* name, const std::string& value) {
    agsafeset(thing, read_only(name), read_only(value.c_str()), read_only(""));
  }

  void describe() {
    set(drawing_, "rankdir", graph_.left_to_right ? "LR" : "TB");
    set(drawing_, "ranksep", coordinate(graph_.layer_gap / points_per_inch));
    set(drawing_, "nodesep", coordinate(graph_.node_gap / points_per_inch));
    set(drawing_, "ordering", "");
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) add_node(i);
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
      const GraphEdge& e = graph_.edges[i];
      Agedge_t* edge = agedge(drawing_, nodes_[static_cast<std::size_t>(e.from)],
                              nodes_[static_cast<std::size_t>(e.to)], read_only(std::to_string(i).c_str()), 1);
      ENSURE(edge != nullptr);
      set(edge, "arrowhead", "none");
      edges_.push_back(edge);
    }
  }

  void add_node(std::size_t i) {
    const GraphNode& box = graph_.nodes[i];
    Agnode_t* node = agnode(layer(box.layer), read_only(std::to_string(i).c_str()), 1);
    ENSURE(node != nullptr);
    set(node, "shape", "box");
    set(node, "label", "");
    set(node, "fixedsize", "true");
    set(node, "width", coordinate(box.width / points_per_inch));
    set(node, "height", coordinate(box.height / points_per_inch));
    nodes_.push_back(node);
  }

  Agraph_t* layer(int number) {
    auto [found, is_new] = layers_.try_emplace(number, nullptr);
    if (is_new) {
      found->second = agsubg(drawing_, read_only(("layer" + std::to_string(number)).c_str()), 1);
      set(found->second, "rank", "same");
    }
    return found->second;
  }

  [[nodiscard]] GraphLayout read() const {
    const boxf box = GD_bb(drawing_);
    const auto place = [&](pointf p) { return Point{p.x - box.LL.x, box.UR.y - p.y}; };
    GraphLayout out;
    out.width = box.UR.x - box.LL.x;
    out.height = box.UR.y - box.LL.y;
    for (Agnode_t* node : nodes_) out.centres.push_back(place(ND_coord(node)));
    for (Agedge_t* edge : edges_) {
      std::vector<Point> curve;
      const splines* spline = ED_spl(edge);
      for (int i = 0; spline != nullptr && i < spline->list[0].size; ++i)
        curve.push_back(place(spline->list[0].list[i]));
      out.curves.push_back(std::move(curve));
    }
    return out;
  }

  const Graph& graph_;
  std::unique_ptr<GVC_t, int (*)(GVC_t*)> context_;
  Agraph_t* drawing_ = nullptr;
  std::vector<Agnode_t*> nodes_;
  std::vector<Agedge_t*> edges_;
  std::map<int, Agraph_t*> layers_;
  bool laid_out_ = false;
};

}  // namespace

GraphLayout lay_out(const Graph& graph) { return graph.nodes.empty() ? GraphLayout{} : Layouter(graph).run(); }

}  // namespace koepel::pictures
