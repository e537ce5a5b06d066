// SPDX-License-Identifier: EUPL-1.2
// One of the three criteria for the set of partners in, a staircase of all pairs out: every name stands once, on its
// stair.
#include <algorithm>

#include "pictures/frame.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using partners::Pair;
using partners::PairMatrix;

const PairMatrix* find_matrix(const Canvas& canvas, const std::string& criterion) {
  for (const auto& matrix : canvas.analysis.partner_set.matrices)
    if (matrix.criterion == criterion) return &matrix;
  return nullptr;
}

const Pair* find_pair(const PairMatrix& matrix, const std::string& a, const std::string& b) {
  for (const auto& pair : matrix.pairs)
    if ((pair.a == a && pair.b == b) || (pair.a == b && pair.b == a)) return &pair;
  return nullptr;
}

void draw_cell(Svg& svg, const Canvas& canvas, const Box& box, const Pair* pair) {
  const Point c = box.centre();
  if (!pair || !pair->value) {
    hatch(svg, box, palette.hairline);
    svg.rect(box, stroked(palette.line, 0.8));
    svg.circle(c, 8, filled(palette.paper));
    svg.text({c.x, c.y + 4}, "?", {.size = 12, .colour = palette.quiet, .anchor = Anchor::middle});
    return;
  }
  const std::string& shade = shade_of(*pair->value);
  svg.rect(box, {shade, palette.line, 0.8, ""});
  const double size = box.width() < 30 ? 11 : 13;
  svg.text({c.x, c.y + size * 0.36}, figure(canvas, *pair->value, 2),
           {.size = size, .colour = text_on(shade), .anchor = Anchor::middle});
}

std::vector<KeyEntry> key_of(const Canvas& canvas) {
  std::vector<KeyEntry> key;
  for (std::size_t i = 0; i < palette.shades.size(); ++i) {
    const double low = 0.2 * static_cast<double>(i);
    key.push_back({[i](Svg& s, Point c) {
                     s.rect(box_around(c, 18, 12), {palette.shades[i], palette.line, 0.8, ""});
                   },
                   18, figure(canvas, low, 1) + " – " + figure(canvas, low + 0.2, 1)});
  }
  key.push_back({[](Svg& s, Point c) {
                   hatch(s, box_around(c, 18, 12), palette.line, 4);
                   s.rect(box_around(c, 18, 12), stroked(palette.line, 0.8));
                 },
                 18, say(canvas, "pairs.key.missing")});
  return key;
}

std::string pair_names(const Canvas& canvas, const Pair& pair) {
  return name_of(canvas, "partner", pair.a) + " – " + name_of(canvas, "partner", pair.b);
}

void fill_table(Picture& picture, const Canvas& canvas, const PairMatrix& matrix) {
  for (const Pair& pair : matrix.pairs) {
    std::string why;
    for (const auto& evidence : pair.evidence)
      why += (why.empty() ? "" : "; ") + canvas.phrases.say(evidence.what, canvas.language);
    for (const auto& missing : pair.missing)
      if (!pair.value) why += (why.empty() ? "" : "; ") + canvas.phrases.say(missing, canvas.language);
    picture.rows.push_back({pair_names(canvas, pair),
                            {pair.value ? figure(canvas, *pair.value, 2) : say(canvas, "unknown"), pair.trace},
                            why});
  }
}

std::string describe(const Canvas& canvas, const PairMatrix* matrix, const std::string& criterion) {
  const Arg title = term("criterion", "pictures.pairs", criterion);
  if (!matrix || !matrix->overall) return say(canvas, "pairs.description_empty", {title});
  const Pair *least = nullptr, *most = nullptr;
  for (const Pair& pair : matrix->pairs) {
    if (!pair.value) continue;
    if (!least || *pair.value < *least->value) least = &pair;
    if (!most || *pair.value > *most->value) most = &pair;
  }
  if (!least || !most) return say(canvas, "pairs.description_empty", {title});
  return say(
      canvas, "pairs.description",
      {title, number("overall", *matrix->overall, 2), word("most", pair_names(canvas, *most)),
       number("high", *most->value, 2), word("least", pair_names(canvas, *least)), number("low", *least->value, 2)});
}

}  // namespace

Picture pair_matrix(const Canvas& canvas, const std::string& criterion) {
  const PairMatrix* matrix = find_matrix(canvas, criterion);
  Picture picture =
      picture_of(canvas, "pairs." + criterion, say(canvas, "pairs." + criterion + ".title"),
                 describe(canvas, matrix, criterion), {"pairs.column.pair", "pairs.column.value", "pairs.column.why"});
  open_by(picture, canvas, "pairs." + criterion);
  if (matrix) fill_table(picture, canvas, *matrix);
  const auto& members = canvas.analysis.partners;
  const auto n = static_cast<double>(members.size());
  const double names = 190, width = std::min(88.0, (page_width - 2 * margin - names) / std::max(1.0, n - 1)),
               height = std::clamp(width * 0.62, 22.0, 42.0);
  Svg svg(page_width);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const double top = 6 + height * static_cast<double>(i);
    for (std::size_t j = 0; matrix && j < i; ++j)
      draw_cell(svg, canvas, box_at({margin + width * static_cast<double>(j), top}, width, height),
                find_pair(*matrix, members[i].id, members[j].id));
    svg.text({margin + width * static_cast<double>(i) + 8, top + height / 2 + 5},
             shorten(name_of(canvas, "partner", members[i].id), names - 10, 13, true), {.size = 13, .bold = true});
  }
  const double bottom = draw_key(svg, {margin, 6 + height * n + 26}, page_width - margin, key_of(canvas));
  finish(picture, svg, bottom + 4, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
