// SPDX-License-Identifier: EUPL-1.2
// One weighed project in, bars out: how many months each partner needs alone, how many together, beside the deadline.
#include <algorithm>

#include "pictures/chart.h"
#include "pictures/marks.h"
#include "pictures/text_width.h"

namespace koepel::pictures {

namespace {

using projects::WeighedProject;

constexpr double names_width = 170, row_height = 24;

const WeighedProject* project_of(const Canvas& canvas, const std::string& id) {
  for (const auto& project : canvas.analysis.projects.projects)
    if (project.project == id && project.missing.empty()) return &project;
  return nullptr;
}

/// The deadline follows from the months and the hours a month that it asks for; the analysis gives the peak.
std::optional<double> deadline_of(const WeighedProject& project) {
  if (!project.peak_together || *project.peak_together <= 0) return std::nullopt;
  return project.hours_together / *project.peak_together;
}

std::string months(const Canvas& canvas, const std::optional<double>& value) {
  return value ? figure(canvas, *value, 1) : say(canvas, "project.never");
}

void draw_bar(Svg& svg, const Canvas& canvas, const std::string& name, const std::optional<double>& value,
              const Scale& x, double top, bool together) {
  const double y = top + row_height / 2;
  svg.text({margin, y + 4}, shorten(name, names_width - 12, 12, together), {.size = 12, .bold = together});
  if (!value) {
    svg.text({x(0) + 6, y + 4}, say(canvas, "project.never"), {.size = 11, .colour = palette.quiet});
    return;
  }
  const Box bar{x(0), y - 7, x(*value), y + 7};
  svg.rect(bar, {together ? palette.accent : palette.mist, palette.ink, 0.8, ""});
  const std::string label = figure(canvas, *value, 1);
  svg.rect(box_at({bar.right + 3, y - 7}, text_width(label, 11) + 4, 14), filled(palette.paper));
  svg.text({bar.right + 5, y + 4}, label, {.size = 11, .bold = together});
}

std::string describe(const Canvas& canvas, const WeighedProject* project, const std::string& id) {
  if (!project) return say(canvas, "project.description_empty", {term("project", "project", id)});
  return canvas.phrases.say(project->says, canvas.language);
}

void fill_table(Picture& picture, const Canvas& canvas, const WeighedProject& project) {
  const auto yes_no = [&](const std::optional<bool>& in_time) {
    return say(canvas, !in_time ? "none" : *in_time ? "project.in_time" : "project.too_late");
  };
  for (const auto& row : project.rows)
    picture.rows.push_back({name_of(canvas, "partner", row.partner),
                            {figure(canvas, row.hours_alone), row.trace},
                            {months(canvas, row.months_alone), row.trace},
                            yes_no(row.in_time_alone)});
  const std::string step = "projects." + project.project;
  picture.rows.push_back({say(canvas, "project.together"),
                          {figure(canvas, project.hours_together), step + ".together"},
                          {months(canvas, project.months_together), project.months_together ? step + ".months" : ""},
                          yes_no(project.in_time_together)});
}

void draw_deadline(Svg& svg, const Canvas& canvas, double at, double top, double bottom) {
  svg.line({at, top}, {at, bottom}, stroked(palette.ink, 1.6, "5 3"));
  const std::string label = say(canvas, "project.deadline");
  const bool left = at + text_width(label, 11) > page_width - margin;
  svg.text({at, top - 5}, label, {.size = 11, .bold = true, .anchor = left ? Anchor::end : Anchor::middle});
}

}  // namespace

Picture project_bars(const Canvas& canvas, const std::string& id) {
  const WeighedProject* project = project_of(canvas, id);
  Picture picture =
      picture_of(canvas, "project_" + id, say(canvas, "project.title", {term("project", "project", id)}),
                 describe(canvas, project, id),
                 {"map.column.partner", "project.column.hours", "project.column.months", "project.column.in_time"});
  open_by(picture, canvas, "projects." + id + ".together");
  Svg svg(page_width);
  double end = margin;
  if (project) {
    fill_table(picture, canvas, *project);
    const auto deadline = deadline_of(*project);
    std::vector<double> values{project->months_together.value_or(0), deadline.value_or(0)};
    for (const auto& row : project->rows) values.push_back(row.months_alone.value_or(0));
    const Scale x = roomy(values, true, names_width + margin, page_width - margin - 40);
    double top = 30;
    const double bottom = top + row_height * static_cast<double>(project->rows.size() + 1) + 6;
    draw_upright_grid(
        svg, x, top, bottom, [&](double v) { return figure(canvas, v); }, 8);
    svg.text({margin, bottom + 15}, say(canvas, "project.months"), {.size = 11, .colour = palette.quiet});
    if (deadline) draw_deadline(svg, canvas, x(*deadline), top, bottom);
    for (const auto& row : project->rows) {
      draw_bar(svg, canvas, name_of(canvas, "partner", row.partner), row.months_alone, x, top, false);
      top += row_height;
    }
    draw_bar(svg, canvas, say(canvas, "project.together"), project->months_together, x, top + 6, true);
    end = bottom + 26;
  }
  finish(picture, svg, end, canvas.language);
  return picture;
}

}  // namespace koepel::pictures
