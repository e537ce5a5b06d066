// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "pictures/country_map.h"
#include "pictures/read_svg.h"
#include "pictures/sample_analysis.h"

namespace koepel::pictures {

namespace {

using gains::ScanPlace;
using sample::Scene;

/// Two groups in De Kempen, one municipality that does better alone and one that filed nothing.
gains::Scan scan_of(const Reference& reference) {
  gains::Scan scan;
  scan.task_field = "7.3";
  scan.name = "Afval <en meer>";
  scan.year = 2023;
  scan.groups.resize(2);
  scan.groups[0].members = {"GM0770", "GM1724"};
  scan.groups[0].saving = Money{9000000};
  scan.groups[1].members = {"GM0823", "GM1728"};
  scan.groups[1].saving = Money{4000000};
  for (const auto& m : reference.municipalities) {
    gains::ScanRow row;
    row.municipality = m.id;
    row.inhabitants = m.inhabitants;
    for (std::size_t g = 0; g < scan.groups.size(); ++g)
      if (std::ranges::count(scan.groups[g].members, m.id) > 0) row.group = g, row.place = ScanPlace::grouped;
    if (m.id == "GM1667") row.place = ScanPlace::not_filed;
    row.share = Money{row.group ? 4500000 : 0};
    scan.rows.push_back(row);
  }
  return scan;
}

/// A country of squares, so crowded that numbers must give way.
Reference chequered() {
  Reference r;
  for (int i = 0; i < 300; ++i) {
    Municipality m;
    m.id = "GM" + std::to_string(1000 + i);
    m.name = "Gemeente met een naam " + std::to_string(i);
    m.inhabitants = 20000 + 500 * i;
    const int column = i % 20, line = i / 20;
    const auto lon = [](int c) { return 4.0 + 0.12 * c; };  // the same double from both sides of a border
    const auto lat = [](int l) { return 50.9 + 0.10 * l; };
    m.lon = lon(column);
    m.lat = lat(line);
    r.municipalities.push_back(m);
    r.boundaries[m.id] = {{{lon(column), lat(line)},
                           {lon(column + 1), lat(line)},
                           {lon(column + 1), lat(line + 1)},
                           {lon(column), lat(line + 1)}}};
  }
  return r;
}

gains::Scan pairs_of(const Reference& reference) {
  gains::Scan scan;
  scan.task_field = "0.4";
  scan.name = "Overhead";
  for (std::size_t i = 0; i < reference.municipalities.size(); ++i) {
    gains::ScanRow row;
    row.municipality = reference.municipalities[i].id;
    row.group = i / 2;
    row.place = ScanPlace::grouped;
    if (i % 2 == 0) scan.groups.emplace_back().saving = Money{100000000 - static_cast<std::int64_t>(i)};
    scan.groups.back().members.push_back(row.municipality);
    scan.rows.push_back(row);
  }
  return scan;
}

std::vector<Picture> many_maps() {
  std::vector<Picture> out;
  for (const Language language : {Language::nl, Language::en})
    for (const auto& reference : {sample::reference(), sample::with_boundaries(), chequered()}) {
      Scene scene(Analysis{}, language);
      scene.facts = reference;
      const bool small = reference.municipalities.size() < 100;
      out.push_back(scan_map(scene.canvas(), small ? scan_of(reference) : pairs_of(reference)));
      auto bare = reference;
      bare.boundaries.clear();
      scene.facts = bare;
      out.push_back(scan_map(scene.canvas(), small ? scan_of(reference) : pairs_of(reference)));
    }
  return out;
}

}  // namespace

TEST(ScanMap, IsWellFormedFitsThePageAndNeverWritesOneTextOverAnother) {
  for (const auto& picture : many_maps()) {
    const auto elements = SvgReader::read(picture.svg);
    EXPECT_EQ(elements[1].text, picture.title);
    EXPECT_EQ(elements[2].text, picture.description);
    EXPECT_LE(picture.height, 1000);
    EXPECT_EQ(picture.svg.find("[pictures."), std::string::npos);
    const auto lines = lines_of(picture.svg);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      EXPECT_TRUE(inside(lines[i].box, {0, 0, 720, static_cast<double>(picture.height)})) << lines[i].text;
      EXPECT_GE(lines[i].size, 11) << lines[i].text;
      for (std::size_t j = 0; j < i; ++j)
        EXPECT_FALSE(overlap(lines[i].box, lines[j].box, -0.5)) << lines[i].text << " / " << lines[j].text;
    }
  }
}

TEST(ScanMap, HasARowForEveryMunicipalityThatSaysWhatTheMapShows) {
  Scene scene(Analysis{}, Language::nl);
  scene.facts = sample::with_boundaries();
  const Picture picture = scan_map(scene.canvas(), scan_of(scene.facts));
  ASSERT_EQ(picture.rows.size(), scene.facts.municipalities.size());
  std::map<std::string, std::string> group;
  for (const auto& row : picture.rows) {
    EXPECT_EQ(row.size(), picture.columns.size());
    group[row[0].text] = row[1].text;
  }
  EXPECT_EQ(group["Eersel"], "1");
  EXPECT_EQ(group["Bladel"], "2");
  EXPECT_EQ(group["Reusel-De Mierden"], "geen opgave");
  EXPECT_EQ(group["Eindhoven"], "blijft alleen");
  for (const char* number : {"1", "2"}) {
    const auto lines = lines_of(picture.svg);
    EXPECT_EQ(std::ranges::count_if(lines, [&](const auto& l) { return l.text == number; }), 2) << "map and list";
  }
}

TEST(ScanMap, WithoutAnyGroupSaysSo) {
  Scene scene(Analysis{}, Language::nl);
  scene.facts = sample::with_boundaries();
  gains::Scan scan = scan_of(scene.facts);
  scan.groups.clear();
  for (auto& row : scan.rows) row.group.reset(), row.place = ScanPlace::alone;
  EXPECT_THAT(scan_map(scene.canvas(), scan).description, testing::HasSubstr("Geen enkele groep"));
}

TEST(CountryMap, DrawsEveryBorderOnce) {
  Scene scene;
  scene.facts = chequered();
  const auto map = country_of(scene.canvas());
  const auto all = borders_of(scene.canvas(), map, [](int, int) { return true; });
  const auto coast = borders_of(scene.canvas(), map, [](int a, int) { return a < 0; });
  const auto length = [](const std::vector<std::vector<Point>>& lines) {
    double sum = 0;
    for (const auto& line : lines)
      for (std::size_t i = 1; i < line.size(); ++i)
        sum += std::abs(line[i].x - line[i - 1].x) + std::abs(line[i].y - line[i - 1].y);
    return sum;
  };
  const double across = 0.12 * map.project.px_per_degree * map.project.cosine, down = 0.1 * map.project.px_per_degree;
  EXPECT_NEAR(length(coast), 2 * (20 * across + 15 * down), 1);
  EXPECT_NEAR(length(all), 16 * 20 * across + 21 * 15 * down, 1);
}

}  // namespace koepel::pictures
