// SPDX-License-Identifier: EUPL-1.2
// The pack's forms in, an axis from full self-control to divestment with every form at its place out.
#include "pictures/continuum_axis.h"

#include <algorithm>

#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

constexpr double name_size = 11;
constexpr double level_height = 15;
constexpr double zone_name_height = 24;
constexpr int most_levels = 7;

bool is_emphasised(const ContinuumAxis& axis, const Form& form) { return axis.emphasised.count(form.id) > 0; }

struct Zone {
  std::string key;
  double from, to;
};

std::vector<Zone> zones(const MethodPack& pack) {
  const double together = parameter(pack, "pictures.zone_together"), joint = parameter(pack, "pictures.zone_joint"),
               distance = parameter(pack, "pictures.zone_distance");
  return {{"zone.alone", 0, together},
          {"zone.together", together, joint},
          {"zone.joint", joint, distance},
          {"zone.distance", distance, 100}};
}

void draw_form(Svg& svg, const Canvas& canvas, const ContinuumAxis& axis, std::size_t i) {
  const bool strong = is_emphasised(axis, *axis.forms[i]);
  const double x = axis.labels[i].x, bottom = axis.height();
  svg.circle({x, bottom}, strong ? 3 : 1.8, filled(strong ? palette.accent : palette.line));
  if (!axis.places[i]) return;
  const double baseline = bottom - 10 - axis.places[i]->level * level_height;
  const bool beside = x < axis.places[i]->left || x > axis.places[i]->left + axis.labels[i].width;
  svg.line({x, baseline + (beside ? -8 : 3)}, {x, bottom}, stroked(strong ? palette.accent : palette.line, 0.6));
  svg.text({axis.places[i]->left, baseline}, short_form(canvas, axis.forms[i]->id),
           {.size = name_size, .bold = strong, .colour = strong ? palette.accent : palette.quiet});
}

}  // namespace

double ContinuumAxis::height() const { return zone_name_height + levels * level_height + 14; }

ContinuumAxis plan_axis(const Canvas& canvas, std::set<std::string> emphasised) {
  ContinuumAxis axis;
  axis.emphasised = std::move(emphasised);
  for (const Form& form : canvas.pack.tree.forms)
    if (form.position) axis.forms.push_back(&form);
  std::stable_sort(axis.forms.begin(), axis.forms.end(),
                   [](const Form* a, const Form* b) { return *a->position < *b->position; });
  for (const Form* form : axis.forms)
    axis.labels.push_back({axis.scale(*form->position),
                           text_width(short_form(canvas, form->id), name_size, is_emphasised(axis, *form)),
                           is_emphasised(axis, *form)});
  axis.places = stagger(axis.labels, margin, page_width - margin, most_levels);
  for (const auto& place : axis.places)
    if (place) axis.levels = std::max(axis.levels, place->level + 1);
  return axis;
}

void draw_zones(Svg& svg, const Canvas& canvas, const ContinuumAxis& axis, double bottom) {
  bool tinted = true;
  for (const Zone& zone : zones(canvas.pack)) {
    const double left = zone.from <= 0 ? 0 : axis.scale(zone.from),
                 right = zone.to >= 100 ? page_width : axis.scale(zone.to);
    if (tinted) svg.rect({left, 0, right, bottom}, filled(palette.zone));
    svg.text({(left + right) / 2, 16}, say(canvas, zone.key), {.size = 12, .bold = true, .anchor = Anchor::middle});
    tinted = !tinted;
  }
}

void draw_axis(Svg& svg, const Canvas& canvas, const ContinuumAxis& axis) {
  const double y = axis.height();
  svg.line({axis.scale(0), y}, {axis.scale(100), y}, stroked(palette.ink, 1.2));
  for (std::size_t i = 0; i < axis.forms.size(); ++i) draw_form(svg, canvas, axis, i);
  const Font font{.size = 11, .colour = palette.quiet};
  svg.text({margin, y + 16}, say(canvas, "continuum.low_end"), font);
  for (const double tick : {25.0, 50.0, 75.0})
    svg.text({axis.scale(tick), y + 16}, figure(canvas, tick),
             {.size = 11, .colour = palette.quiet, .anchor = Anchor::middle});
  svg.text({page_width - margin, y + 16}, say(canvas, "continuum.high_end"),
           {.size = 11, .colour = palette.quiet, .anchor = Anchor::end});
}

}  // namespace koepel::pictures
