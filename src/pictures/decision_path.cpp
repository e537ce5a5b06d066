// SPDX-License-Identifier: EUPL-1.2
// One subject's advice in, the decision tree with the path taken out: gates, four criteria, the place on the continuum,
// and at the roots the forms: the winner strong, the next beside it, what fell away struck through.
#include <algorithm>
#include <cmath>

#include "pictures/continuum_strips.h"
#include "pictures/criterion_box.h"
#include "pictures/graph_layout.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using forms::SubjectAdvice;

constexpr double full_width = page_width - 2 * margin;
constexpr double node_gap = 8;
constexpr double place_height = 30, form_height = 44;
constexpr std::size_t most_forms = 3;

/// What stands at the nodes, top to bottom, in the order in which the graph got them.
struct Path {
  const SubjectAdvice* subject = nullptr;
  AnsweredCriterion gates;
  std::vector<AnsweredCriterion> criteria;
  std::vector<tree::Ranked> forms;  ///< the best few; none without a recorded function
};

Path path_of(const Canvas& canvas, const SubjectAdvice& subject) {
  Path path{&subject, {}, {}, {}};
  for (auto& criterion : answered(canvas.pack.tree, subject.agreed))
    if (criterion.criterion->id == "gates")
      path.gates = criterion;
    else
      path.criteria.push_back(criterion);
  const auto& ranking = subject.outcome.ranking;
  if (subject.function_recorded)
    path.forms.assign(ranking.begin(),
                      ranking.begin() + static_cast<std::ptrdiff_t>(std::min(most_forms, ranking.size())));
  return path;
}

double criterion_width(const Path& path) {
  const auto n = static_cast<double>(std::max<std::size_t>(1, path.criteria.size()));
  return (full_width - node_gap * (n - 1)) / n;
}

Graph graph_of(const Canvas& canvas, const Path& path) {
  Graph graph;
  graph.node_gap = node_gap;
  graph.layer_gap = 22;
  graph.nodes.push_back({full_width, gates_height(canvas, path.gates, full_width), 0});
  double tallest = 0;
  for (const auto& criterion : path.criteria)
    tallest = std::max(tallest, criterion_height(canvas, criterion, criterion_width(path)));
  for (std::size_t i = 0; i < path.criteria.size(); ++i) graph.nodes.push_back({criterion_width(path), tallest, 1});
  const int place = static_cast<int>(graph.nodes.size());
  graph.nodes.push_back({320, place_height, 2});
  for (int i = 1; i < place; ++i) {
    graph.edges.push_back({0, i});
    graph.edges.push_back({i, place});
  }
  for (std::size_t i = 0; i < std::max<std::size_t>(1, path.forms.size()); ++i) {
    graph.nodes.push_back({path.forms.empty() ? 400.0 : 218.0, form_height, 3});
    graph.edges.push_back({place, static_cast<int>(graph.nodes.size()) - 1});
  }
  return graph;
}

/// Straight or gently bent from the middle of one side to the middle of the other: Graphviz's own splines wander over
/// such wide boxes.
void draw_edge(Svg& svg, const Box& from, const Box& to, bool strong) {
  const double x1 = std::clamp(to.centre().x, from.left + 12, from.right - 12);
  const double x2 = std::clamp(from.centre().x, to.left + 12, to.right - 12);
  const Point start{from.width() > to.width() ? x1 : from.centre().x, from.bottom},
      end{from.width() > to.width() ? to.centre().x : x2, to.top};
  const double bend = (end.y - start.y) / 2;
  svg.curve({start, {start.x, start.y + bend}, {end.x, end.y - bend}, end},
            stroked(strong ? palette.accent : palette.line, strong ? 2.2 : 1));
}

void draw_place(Svg& svg, const Canvas& canvas, const Path& path, const Box& box) {
  svg.rect(box, {palette.accent_soft, palette.accent, 1, ""}, 15);
  svg.text({box.centre().x, box.centre().y + 4.5},
           say(canvas, "tree.position", {number("position", path.subject->outcome.position)}),
           {.size = 13, .bold = true, .anchor = Anchor::middle});
}

std::string score_words(const Canvas& canvas, double score) {
  return say(canvas, "tree.score", {number("score", score, score == std::floor(score) ? 0 : 1)});
}

void draw_form(Svg& svg, const Canvas& canvas, const Path& path, std::size_t i, const Box& box) {
  const tree::Ranked& form = path.forms[i];
  const bool winner = form.form == path.subject->form;
  svg.rect(box, winner ? filled(palette.accent) : Ink{palette.paper, palette.line, 1, ""}, 4);
  const std::string& colour = winner ? palette.paper : palette.ink;
  svg.text({box.centre().x, box.top + 18},
           shorten(name_of(canvas, "form_short", form.form), box.width() - 16, 12, true),
           {.size = 12, .bold = true, .colour = colour, .anchor = Anchor::middle});
  svg.text({box.centre().x, box.top + 35}, score_words(canvas, form.score),
           {.size = 11, .colour = winner ? palette.paper : palette.quiet, .anchor = Anchor::middle});
}

void draw_no_form(Svg& svg, const Canvas& canvas, const Path& path, const Box& box) {
  svg.rect(box, {palette.paper, palette.ink, 1, "4 3"}, 4);
  svg.text({box.centre().x, box.centre().y + 4},
           say(canvas, path.subject->function_recorded ? "continuum.no_form" : "continuum.no_function"),
           {.size = 12, .bold = true, .anchor = Anchor::middle});
}

/// Names of the forms that fell away, struck through with a line of our own.
double draw_fallen(Svg& svg, const Canvas& canvas, const Path& path, double top) {
  std::vector<std::string> fallen;
  for (const auto* list : {&path.subject->outcome.excluded, &path.subject->outcome.outside_force})
    for (const auto& form : *list) fallen.push_back(short_form(canvas, form.form));
  if (fallen.empty()) return top;
  double x = margin + 10 + svg.text({margin, top + 12}, say(canvas, "tree.fallen"), {.size = 11, .bold = true}).width();
  for (const auto& name : fallen) {
    const double width = text_width(name, 11);
    if (x + width > page_width - margin) {
      x = margin;
      top += 17;
    }
    svg.text({x, top + 12}, name, {.size = 11, .colour = palette.quiet});
    svg.line({x - 1, top + 8.5}, {x + width, top + 8.5}, stroked(palette.quiet, 0.9));
    x += width + 14;
  }
  return top + 20;
}

std::vector<KeyEntry> key_of(const Canvas& canvas) {
  return {{[](Svg& s, Point c) { s.circle(c, 3.6, filled(palette.accent)); }, 10, say(canvas, "tree.key.chosen")},
          {[](Svg& s, Point c) {
             s.circle(c, 2.4, {palette.paper, palette.line, 1, ""});
           },
           8, say(canvas, "tree.key.other")},
          {[](Svg& s, Point c) {
             s.line({c.x - 22, c.y}, {c.x + 22, c.y}, stroked(palette.line));
             s.line({c.x, c.y - 4}, {c.x, c.y + 4}, stroked(palette.line));
           },
           44, say(canvas, "tree.key.scale")}};
}

void add_form_rows(Picture& picture, const Canvas& canvas, const SubjectAdvice& subject) {
  const std::string part = say(canvas, "tree.form_part");
  if (subject.function_recorded)
    for (const auto& form : subject.outcome.ranking)
      picture.rows.push_back({part,
                              name_of(canvas, "form", form.form),
                              say(canvas, "tree.remains"),
                              {score_words(canvas, form.score), "form." + subject.subject + ".score." + form.form}});
  for (const auto* list : {&subject.outcome.excluded, &subject.outcome.outside_force})
    for (const auto& form : *list) {
      std::string why;
      for (const auto& reason : form.reasons)
        why += (why.empty() ? "" : "; ") + name_of(canvas, "answer", reason.question + "." + reason.answer);
      picture.rows.push_back({part, name_of(canvas, "form", form.form), why, say(canvas, "tree.out")});
    }
}

void fill_table(Picture& picture, const Canvas& canvas, const SubjectAdvice& subject) {
  for (const auto& criterion : answered(canvas.pack.tree, subject.agreed))
    for (const auto& question : criterion.questions)
      picture.rows.push_back({name_of(canvas, "criterion", criterion.criterion->id),
                              question.question->text.in(canvas.language),
                              answer_words(canvas, question),
                              {signed_figure(canvas, question.delta()), "form." + subject.subject + ".position"}});
  add_form_rows(picture, canvas, subject);
}

std::string describe(const Canvas& canvas, const SubjectAdvice& subject) {
  const std::vector<Arg> args{term("subject", "subject", subject.subject), number("position", subject.outcome.position),
                              term("form", "form", subject.form), number("answered", subject.outcome.answered),
                              number("total", subject.outcome.total)};
  return say(canvas, subject.form.empty() ? "tree.description_no_form" : "tree.description", args);
}

std::vector<Box> boxes_of(const Graph& graph, double& bottom) {
  const GraphLayout layout = lay_out(graph);
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const Point at{layout.centres[i].x + (page_width - layout.width) / 2, layout.centres[i].y + 8};
    boxes.push_back(box_around(at, graph.nodes[i].width, graph.nodes[i].height));
    bottom = std::max(bottom, boxes.back().bottom);
  }
  return boxes;
}

void draw_nodes(Svg& svg, const Canvas& canvas, const Path& path, const std::vector<Box>& boxes) {
  draw_gates(svg, canvas, path.gates, boxes[0]);
  std::size_t node = 1;
  for (const auto& criterion : path.criteria) draw_criterion(svg, canvas, criterion, boxes[node++]);
  draw_place(svg, canvas, path, boxes[node++]);
  if (path.forms.empty()) draw_no_form(svg, canvas, path, boxes[node]);
  for (std::size_t i = 0; i < path.forms.size(); ++i) draw_form(svg, canvas, path, i, boxes[node++]);
}

double draw_path(Svg& svg, const Canvas& canvas, const SubjectAdvice& subject) {
  const Path path = path_of(canvas, subject);
  const Graph graph = graph_of(canvas, path);
  double bottom = 0;
  const std::vector<Box> boxes = boxes_of(graph, bottom);
  const std::size_t first_form = 2 + path.criteria.size();
  for (const GraphEdge& edge : graph.edges) {
    const auto to = static_cast<std::size_t>(edge.to);
    const bool strong = to >= first_form && !path.forms.empty() && path.forms[to - first_form].form == subject.form;
    draw_edge(svg, boxes[static_cast<std::size_t>(edge.from)], boxes[to], strong);
  }
  draw_nodes(svg, canvas, path, boxes);
  bottom = draw_fallen(svg, canvas, path, bottom + 14);
  return draw_key(svg, {margin, bottom + 18}, page_width - margin, key_of(canvas)) + 4;
}

}  // namespace

Picture decision_path(const Canvas& canvas, const std::string& subject) {
  const SubjectAdvice* advice = advice_on(canvas, subject);
  const Arg name = term("subject", "subject", subject);
  Picture picture =
      picture_of(canvas, "tree." + subject, say(canvas, "tree.title", {name}),
                 advice ? describe(canvas, *advice) : say(canvas, "tree.description_empty", {name}),
                 {"tree.column.part", "tree.column.question", "tree.column.answer", "tree.column.influence"});
  open_by(picture, canvas, "form." + subject + ".position");
  Svg svg(page_width);
  double bottom = 40;
  if (advice && !advice->agreed.empty()) {
    fill_table(picture, canvas, *advice);
    bottom = draw_path(svg, canvas, *advice);
  } else {
    svg.text({margin, 24}, picture.description, {.size = 12, .colour = palette.quiet});
  }
  finish(picture, svg, bottom, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
