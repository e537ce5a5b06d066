// SPDX-License-Identifier: EUPL-1.2
// GeoJSON with a polygon per municipality in; boundaries.csv out: a row per ring, outer rings first.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "exchange/import_table.h"
#include "exchange/simplify.h"

namespace koepel::exchange {

namespace {

using nlohmann::json;
using Ring = std::vector<std::pair<double, double>>;
constexpr double least_area = 2e-6;  // square degrees: about 1.5 hectares

/// A ring of [lon, lat] pairs; empty when it is something else.
Ring read_ring(const json& points) {
  Ring ring;
  if (!points.is_array()) return ring;
  for (const auto& point : points) {
    const bool pair = point.is_array() && point.size() >= 2 && point[0].is_number() && point[1].is_number();
    if (!pair || std::abs(point[0].get<double>()) > 180 || std::abs(point[1].get<double>()) > 90) return {};
    ring.emplace_back(point[0].get<double>(), point[1].get<double>());
  }
  return ring.size() < 4 ? Ring{} : ring;
}

/// Outer rings first, then holes. Empty when a part is no polygon in degrees.
Boundary read_geometry(const json& geometry) {
  const json type = geometry.value("type", json());  // compared as JSON: whatever stands there, nothing throws
  const json coordinates = geometry.value("coordinates", json::array());
  const json polygons = type == "Polygon"        ? json::array({coordinates})
                        : type == "MultiPolygon" ? coordinates
                                                 : json::array();
  Boundary outer, holes;
  for (const auto& polygon : polygons)
    for (std::size_t i = 0; polygon.is_array() && i < polygon.size(); ++i) {
      Ring ring = read_ring(polygon[i]);
      if (ring.empty()) return {};
      (i == 0 ? outer : holes).push_back(std::move(ring));
    }
  outer.insert(outer.end(), std::make_move_iterator(holes.begin()), std::make_move_iterator(holes.end()));
  return outer;
}

/// The code that publishers give under several names.
std::string code_of(const json& feature) {
  const json properties = feature.value("properties", json::object());
  for (const char* name : {"gm_code", "statcode", "gemeentecode", "GM_CODE", "code"})
    if (properties.is_object() && properties.contains(name) && properties[name].is_string())
      return properties[name].get<std::string>();
  return feature.contains("id") && feature["id"].is_string() ? feature["id"].get<std::string>() : "";
}

std::string points_text(const Ring& ring) {
  std::string out;
  for (const auto& [lon, lat] : ring) out += (out.empty() ? "" : " ") + plain_text(lon) + " " + plain_text(lat);
  return out;
}

}  // namespace

void import_boundaries(const std::string& text, Import& import) {
  const json all = json::parse(text, nullptr, false);
  if (all.is_discarded() || !all.is_object() || !all.contains("features") || !all["features"].is_array())
    return import.problem("import.not-geojson", Severity::error, {}, text.substr(0, 40));
  std::map<std::string, Boundary> boundaries;
  for (const auto& feature : all["features"]) {
    if (!feature.is_object()) continue;
    const std::string code = code_of(feature);
    const json geometry = feature.value("geometry", json());
    Boundary boundary = geometry.is_object() ? read_geometry(geometry) : Boundary{};
    if (boundary.empty() || !code.starts_with("GM"))
      import.problem("import.not-a-boundary", Severity::error, {}, code);
    else
      boundaries[code] = std::move(boundary);
  }
  simplify(boundaries, least_area);
  std::vector<std::vector<std::string>> rows{{"code", "points"}};
  for (const auto& [code, boundary] : boundaries) {
    if (!import.wants(code)) continue;
    ++import.result.rows;
    for (const auto& ring : boundary) rows.push_back({code, points_text(ring)});
  }
  if (rows.size() > 1) import.write("boundaries.csv", rows);
}

}  // namespace koepel::exchange
