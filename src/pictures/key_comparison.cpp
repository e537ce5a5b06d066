// SPDX-License-Identifier: EUPL-1.2
// The compared cost keys of one subject in, a row per partner out: what it would pay more or less than today under each
// key. Keys carry a letter, so that the picture can be read without colour.
#include <algorithm>

#include "pictures/chart.h"
#include "pictures/labels.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

constexpr double names_width = 170, mark_radius = 8, mark_row = 18, gap = 8, tallest = 840;

struct ShownKey {
  const settlement::ComparedKey* compared;
  std::string letter;
  bool keeps_everybody = false;
  std::string name;
};

std::vector<ShownKey> keys_of(const Canvas& canvas, const gains::SubjectGains& gains) {
  std::vector<ShownKey> keys;
  for (const auto& compared : gains.keys.keys) {
    const bool known = std::any_of(compared.rows.begin(), compared.rows.end(), [](auto& r) { return r.difference; });
    if (!known || keys.size() == 26) continue;
    ShownKey key{&compared, std::string(1, static_cast<char>('A' + keys.size())), false,
                 name_of(canvas, "cost_key", compared.key.id)};
    for (const auto& judged : gains.judged_keys)
      if (judged.key == compared.key.id) key.keeps_everybody = judged.keeps_everybody;
    keys.push_back(std::move(key));
  }
  return keys;
}

void draw_letter(Svg& svg, Point at, const ShownKey& key) {
  svg.circle(at, mark_radius, {key.keeps_everybody ? palette.accent : palette.paper, palette.ink, 1, ""});
  svg.text({at.x, at.y + 4}, key.letter,
           {.size = 11, .colour = key.keeps_everybody ? palette.paper : palette.ink, .anchor = Anchor::middle});
}

const settlement::Contribution* row_of(const ShownKey& key, const std::string& partner) {
  for (const auto& row : key.compared->rows)
    if (row.partner == partner && row.difference) return &row;
  return nullptr;
}

double in_euro(Money money) { return static_cast<double>(money.cents) / 100; }

/// The marks of one partner, each with its key.
struct Line {
  std::string partner;
  std::vector<const ShownKey*> keys;
  std::vector<SwarmPlace> places;
  int levels = 1;

  [[nodiscard]] double height() const { return levels * mark_row + gap; }
};

std::vector<Line> lines_of_partners(const Canvas& canvas, const std::vector<ShownKey>& keys, const Scale& x) {
  std::vector<Line> lines;
  for (const auto& partner : canvas.analysis.partners) {
    Line line{partner.id, {}, {}, 1};
    std::vector<SwarmMark> marks;
    for (const auto& key : keys)
      if (const auto* row = row_of(key, partner.id)) {
        line.keys.push_back(&key);
        marks.push_back({x(in_euro(*row->difference)), 2 * mark_radius, 0});
      }
    if (marks.empty()) continue;
    line.places = swarm(marks, 1);
    for (const auto& place : line.places) line.levels = std::max(line.levels, place.row + 1);
    lines.push_back(std::move(line));
  }
  return lines;
}

void draw_line(Svg& svg, const Canvas& canvas, const Line& line, double top) {
  svg.text({margin, top + gap / 2 + mark_row / 2 + 4},
           shorten(name_of(canvas, "partner", line.partner), names_width - 14, 12), {.size = 12});
  for (std::size_t i = 0; i < line.keys.size(); ++i)
    draw_letter(svg, {line.places[i].x, top + gap / 2 + mark_row * (line.places[i].row + 0.5)}, *line.keys[i]);
}

/// Which side of zero is which. A side that is too narrow for its words gets them a line higher, from the edge.
void draw_sides(Svg& svg, const Canvas& canvas, double zero, double y) {
  const std::string less = say(canvas, "keys.pays_less"), more = say(canvas, "keys.pays_more");
  const bool room_left = zero - 8 - text_width(less, 11, true) > margin;
  const bool room_right = zero + 8 + text_width(more, 11, true) < page_width - 4;
  const Font start{.size = 11, .bold = true}, end{.size = 11, .bold = true, .anchor = Anchor::end};
  svg.text({room_left ? zero - 8 : margin, room_left ? y : y - 15}, less, room_left ? end : start);
  svg.text({room_right ? zero + 8 : page_width - margin, room_right ? y : y - 15}, more, room_right ? start : end);
}

double draw_legend(Svg& svg, const Canvas& canvas, const std::vector<ShownKey>& keys, double top) {
  std::vector<KeyEntry> entries;
  for (const auto& key : keys)
    entries.push_back({[&key](Svg& s, Point c) { draw_letter(s, c, key); }, 2 * mark_radius,
                       key.keeps_everybody ? say(canvas, "keys.key.keeps", {word("key", key.name)}) : key.name});
  return draw_key(svg, {margin, top}, page_width - margin, entries);
}

std::string describe(const Canvas& canvas, const gains::SubjectGains& gains, const std::vector<ShownKey>& keys) {
  std::vector<std::string> keeping;
  for (const auto& key : keys)
    if (key.keeps_everybody) keeping.push_back(key.compared->key.id);
  const Arg subject = term("subject", "subject", gains.subject), count = number("n", static_cast<double>(keys.size()));
  if (keeping.empty()) return say(canvas, "keys.description_none", {subject, count});
  return say(canvas, "keys.description", {subject, count, terms("keeping", "cost_key", keeping)});
}

void fill_table(Picture& picture, const Canvas& canvas, const std::vector<ShownKey>& keys) {
  for (const auto& key : keys)
    picture.columns.push_back(
        key.letter + " " + (key.keeps_everybody ? say(canvas, "keys.key.keeps", {word("key", key.name)}) : key.name));
  for (const auto& partner : canvas.analysis.partners) {
    PictureRow row{name_of(canvas, "partner", partner.id)};
    bool known = false;
    for (const auto& key : keys) {
      const auto* found = row_of(key, partner.id);
      known = known || found;
      row.push_back(found ? PictureCell(euro(canvas, *found->difference), found->trace + ".difference")
                          : PictureCell(say(canvas, "unknown")));
    }
    if (known) picture.rows.push_back(std::move(row));
  }
}

}  // namespace

Picture key_comparison(const Canvas& canvas, const std::string& subject) {
  static const gains::SubjectGains nothing;
  const auto* found = gains::find_gains(canvas.analysis.gains, subject);
  const auto& gains = found ? *found : nothing;
  const auto keys = keys_of(canvas, gains);
  Picture picture =
      picture_of(canvas, "keys_" + subject, say(canvas, "keys.title", {term("subject", "subject", subject)}),
                 describe(canvas, gains, keys), {"map.column.partner"});
  open_by(picture, canvas, "gains." + subject);
  fill_table(picture, canvas, keys);
  std::vector<double> values;
  for (const auto& key : keys)
    for (const auto& row : key.compared->rows)
      if (row.difference) values.push_back(in_euro(*row.difference));
  Svg svg(page_width);
  const Scale x = roomy(values, true, names_width + margin + 10, page_width - margin - 10);
  const auto lines = lines_of_partners(canvas, keys, x);
  const double top = draw_legend(svg, canvas, keys, 20) + 36;
  double bottom = top;
  std::size_t shown = 0;
  while (shown < lines.size() && bottom + lines[shown].height() < tallest) bottom += lines[shown++].height();
  draw_sides(svg, canvas, x(0), top - 6);
  draw_upright_grid(svg, x, top, bottom, [&](double v) { return euro(canvas, v); });
  double y = top;
  for (std::size_t i = 0; i < shown; y += lines[i++].height()) draw_line(svg, canvas, lines[i], y);
  double end = bottom + 24;
  if (shown < lines.size())
    end = draw_note(svg, say(canvas, "more_in_table", {number("n", static_cast<double>(lines.size() - shown))}),
                    end + 12);
  finish(picture, svg, end, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
