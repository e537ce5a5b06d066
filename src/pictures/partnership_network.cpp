// SPDX-License-Identifier: EUPL-1.2
// Existing partnerships in, who is in what out: partners in the middle, partnerships of two on the left, of more on the
// right.
#include <algorithm>

#include "pictures/frame.h"
#include "pictures/graph_layout.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using partners::MappedArrangement;

constexpr double box_width = 208, partner_width = 150;
constexpr double name_size = 12;
constexpr std::size_t most_per_side = 14;  ///< more could not be read on a page
constexpr std::size_t name_lines_shown = 3;

std::size_t members_of(const MappedArrangement& a) { return a.partners.size() + a.others.size(); }

bool bilateral(const MappedArrangement& a) { return members_of(a) <= 2; }

/// Those with most partners of the study; the table has them all.
std::vector<const MappedArrangement*> shown(const Canvas& canvas) {
  std::vector<const MappedArrangement*> all, out;
  for (const auto& a : canvas.analysis.partner_set.map) all.push_back(&a);
  std::stable_sort(all.begin(), all.end(), [](auto* a, auto* b) { return a->partners.size() > b->partners.size(); });
  std::size_t left = 0, right = 0;
  for (const auto* a : all)
    if (++(bilateral(*a) ? left : right) <= most_per_side) out.push_back(a);
  return out;
}

struct Network {
  std::vector<const Partner*> members;
  std::vector<const MappedArrangement*> arrangements;
  Graph graph;  ///< nodes: members, then arrangements
  std::vector<const MappedArrangement*> edge_of;
  std::vector<std::string> edge_partner;
};

std::vector<std::string> name_lines(const MappedArrangement& a) {
  return wrap(a.name, box_width - 16, name_size, false, name_lines_shown);
}

Network network_of(const Canvas& canvas) {
  Network net;
  net.graph.left_to_right = true;
  for (const auto& partner : canvas.analysis.partners) {
    net.members.push_back(&partner);
    net.graph.nodes.push_back({partner_width, 34, 1});
  }
  net.arrangements = shown(canvas);
  net.graph.node_gap = 10;
  for (const auto* a : net.arrangements) {
    const int node = static_cast<int>(net.graph.nodes.size());
    const double height = 10 + 14 * static_cast<double>(name_lines(*a).size());
    net.graph.nodes.push_back({box_width, height, bilateral(*a) ? 0 : 2});
    for (std::size_t i = 0; i < net.members.size(); ++i) {
      if (std::find(a->partners.begin(), a->partners.end(), net.members[i]->id) == a->partners.end()) continue;
      const int member = static_cast<int>(i);
      net.graph.edges.push_back(bilateral(*a) ? GraphEdge{node, member} : GraphEdge{member, node});
      net.edge_of.push_back(a);
      net.edge_partner.push_back(net.members[i]->id);
    }
  }
  return net;
}

/// Columns stand where we want them across the page; Graphviz decides the order and the height.
double column_x(int layer) {
  return layer == 0 ? margin + box_width / 2 : layer == 1 ? page_width / 2 : page_width - margin - box_width / 2;
}

struct Placed {
  std::vector<Box> boxes;
  double bottom = 0;
};

Placed place(const Network& net, const GraphLayout& layout, double top) {
  Placed out;
  for (std::size_t i = 0; i < net.graph.nodes.size(); ++i) {
    const GraphNode& node = net.graph.nodes[i];
    out.boxes.push_back(box_around({column_x(node.layer), top + layout.centres[i].y}, node.width, node.height));
    out.bottom = std::max(out.bottom, out.boxes.back().bottom);
  }
  return out;
}

void draw_edges(Svg& svg, const Network& net, const Placed& placed) {
  for (std::size_t i = 0; i < net.graph.edges.size(); ++i) {
    const Box &a = placed.boxes[static_cast<std::size_t>(net.graph.edges[i].from)],
              &b = placed.boxes[static_cast<std::size_t>(net.graph.edges[i].to)];
    const Point start{a.right, a.centre().y}, end{b.left, b.centre().y};
    const double bend = (end.x - start.x) / 2;
    const bool host = net.edge_of[i]->host == net.edge_partner[i];
    svg.curve({start, {start.x + bend, start.y}, {end.x - bend, end.y}, end},
              stroked(host ? palette.accent : palette.line, host ? 2.6 : 1));
  }
}

void draw_arrangement(Svg& svg, const MappedArrangement& a, const Box& box) {
  const Ink ink{a.exactly_these ? palette.accent_soft : palette.paper, a.expires_soon ? palette.ink : palette.line,
                a.expires_soon ? 1.6 : 0.9, a.expires_soon ? "4 3" : ""};
  svg.rect(box, ink, 3);
  const auto lines = name_lines(a);
  svg.text_lines({box.left + 8, box.centre().y + 4 - 7.0 * static_cast<double>(lines.size() - 1)}, lines,
                 {.size = name_size}, 1.2);
}

void draw_partner(Svg& svg, const Canvas& canvas, const Partner& partner, const Box& box) {
  svg.rect(box, filled(palette.accent), 17);
  svg.text({box.centre().x, box.centre().y + 4.5},
           shorten(name_of(canvas, "partner", partner.id), box.width() - 20, 13, true),
           {.size = 13, .bold = true, .colour = palette.paper, .anchor = Anchor::middle});
}

std::vector<KeyEntry> key_of(const Canvas& canvas, const Network& net) {
  const auto any = [&](auto has) { return std::any_of(net.arrangements.begin(), net.arrangements.end(), has); };
  std::vector<KeyEntry> key;
  if (any([](auto* a) { return !a->host.empty(); }))
    key.push_back({[](Svg& s, Point c) {
                     s.line({c.x - 12, c.y}, {c.x + 12, c.y}, stroked(palette.accent, 2.6));
                   },
                   24, say(canvas, "network.key.host")});
  if (any([](auto* a) { return a->exactly_these; }))
    key.push_back({[](Svg& s, Point c) {
                     s.rect(box_around(c, 24, 12), {palette.accent_soft, palette.line, 0.9, ""}, 3);
                   },
                   24, say(canvas, "network.key.exactly")});
  if (any([](auto* a) { return a->expires_soon; }))
    key.push_back({[](Svg& s, Point c) {
                     s.rect(box_around(c, 24, 12), {palette.paper, palette.ink, 1.6, "4 3"}, 3);
                   },
                   24, say(canvas, "network.key.expires")});
  return key;
}

std::string names(const Canvas& canvas, const MappedArrangement& a) {
  std::string out;
  for (const auto& id : a.partners) out += (out.empty() ? "" : ", ") + name_of(canvas, "partner", id);
  return out;
}

void fill_table(Picture& picture, const Canvas& canvas) {
  for (const auto& a : canvas.analysis.partner_set.map) {
    std::string tasks;
    for (const auto& task : a.tasks) tasks += (tasks.empty() ? "" : ", ") + code_and_name(canvas, task);
    picture.rows.push_back({a.name,
                            a.form.empty() ? say(canvas, "unknown") : name_of(canvas, "form", a.form),
                            names(canvas, a),
                            {figure(canvas, static_cast<double>(a.others.size())), "arrangement." + a.id},
                            a.host.empty() ? say(canvas, "none") : name_of(canvas, "partner", a.host),
                            tasks,
                            a.until.empty() ? say(canvas, "none") : write_date(a.until, canvas.language)});
  }
}

std::string describe(const Canvas& canvas) {
  const auto& map = canvas.analysis.partner_set.map;
  if (map.empty()) return say(canvas, "network.description_empty");
  const auto two = static_cast<double>(std::count_if(map.begin(), map.end(), bilateral));
  const auto exactly =
      static_cast<double>(std::count_if(map.begin(), map.end(), [](auto& a) { return a.exactly_these; }));
  return say(canvas, "network.description",
             {number("n", static_cast<double>(map.size())), number("two", two),
              number("more", static_cast<double>(map.size()) - two), number("exactly", exactly)});
}

void draw_heads(Svg& svg, const Canvas& canvas) {
  const auto head = [&](int layer, const char* key) {
    svg.text({column_x(layer), 18}, say(canvas, key),
             {.size = 12, .bold = true, .colour = palette.quiet, .anchor = Anchor::middle});
  };
  head(0, "network.two");
  head(1, "network.partners");
  head(2, "network.more");
}

}  // namespace

Picture partnership_network(const Canvas& canvas) {
  Picture picture =
      picture_of(canvas, "network", say(canvas, "network.title"), describe(canvas),
                 {"network.column.name", "network.column.form", "network.column.partners", "network.column.others",
                  "network.column.host", "network.column.tasks", "network.column.until"});
  open_by(picture, canvas, "partners.congruence");
  fill_table(picture, canvas);
  const Network net = network_of(canvas);
  const Placed placed = place(net, lay_out(net.graph), 32);
  Svg svg(page_width);
  draw_heads(svg, canvas);
  draw_edges(svg, net, placed);
  for (std::size_t i = 0; i < net.members.size(); ++i) draw_partner(svg, canvas, *net.members[i], placed.boxes[i]);
  for (std::size_t i = 0; i < net.arrangements.size(); ++i)
    draw_arrangement(svg, *net.arrangements[i], placed.boxes[net.members.size() + i]);
  double bottom = draw_key(svg, {margin, placed.bottom + 26}, page_width - margin, key_of(canvas, net));
  if (const auto hidden = picture.rows.size() - net.arrangements.size(); hidden > 0) {
    svg.text({margin, bottom + 10}, say(canvas, "more_in_table", {number("n", static_cast<double>(hidden))}),
             {.size = 11, .colour = palette.quiet});
    bottom += 20;
  }
  finish(picture, svg, bottom + 4, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
