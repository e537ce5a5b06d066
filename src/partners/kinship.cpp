// SPDX-License-Identifier: EUPL-1.2
// How much two partners are alike and belong together: size, urbanity, density, border, shared partnerships, answers.
#include <algorithm>
#include <cmath>

#include "partners/evidence.h"

namespace koepel::partners {

namespace {

/// A figure of a partner: its own where the study gives it, else the reference table's.
struct Figure {
  std::optional<double> value;
  Origin origin;
};

template <class Given, class Known>
Figure figure(const Material& material, const Partner& partner, Given given, Known known) {
  if (const auto own = given(partner)) return {static_cast<double>(*own), partner.origin};
  const Municipality* municipality = find_municipality(material.reference, partner.id);
  if (municipality == nullptr || known(*municipality) <= 0) return {};
  return {static_cast<double>(known(*municipality)), {material.reference.municipalities_source, {}, 0, partner.id}};
}

Figure inhabitants(const Material& m, const Partner& partner) {
  return figure(
      m, partner, [](const Partner& p) { return p.inhabitants; }, [](const Municipality& r) { return r.inhabitants; });
}

Figure urbanity(const Material& m, const Partner& partner) {
  return figure(
      m, partner, [](const Partner& p) { return p.urbanity; }, [](const Municipality& r) { return r.urbanity; });
}

/// Inhabitants per square kilometre of land.
Figure density(const Material& m, const Partner& partner) {
  Figure people = inhabitants(m, partner);
  const Figure land = figure(
      m, partner, [](const Partner& p) { return p.land_area_ha; },
      [](const Municipality& r) { return r.land_area_ha; });
  if (!people.value || !land.value || *land.value <= 0) return {};
  return {*people.value / (*land.value / 100), people.origin};
}

/// Smaller to larger: 1 = equal.
Clue ratio_clue(const std::string& id, const Figure& a, const Figure& b) {
  Clue clue{id, std::nullopt, {"partners.missing." + id, {}}, {}, {}};
  if (!a.value || !b.value || *a.value <= 0 || *b.value <= 0) return clue;
  clue.value = std::min(*a.value, *b.value) / std::max(*a.value, *b.value);
  clue.says = {"partners.clue." + id, {number("a", *a.value), number("b", *b.value)}};
  clue.inputs = {a.origin, b.origin};
  return clue;
}

Clue urbanity_clue(const Figure& a, const Figure& b) {
  Clue clue{"urbanity", std::nullopt, {"partners.missing.urbanity", {}}, {}, {}};
  if (!a.value || !b.value) return clue;
  clue.value = 1 - std::abs(*a.value - *b.value) / 4;
  clue.says = {"partners.clue.urbanity", {number("a", *a.value), number("b", *b.value)}};
  clue.inputs = {a.origin, b.origin};
  return clue;
}

/// Unknown without a table of neighbours: a table in which nobody has any was never imported.
Clue border_clue(const Material& material, const Partner& a, const Partner& b) {
  Clue clue{"border", std::nullopt, {"partners.missing.border", {}}, {}, {}};
  const auto& all = material.reference.municipalities;
  const bool table = std::any_of(all.begin(), all.end(), [](const auto& m) { return !m.neighbours.empty(); });
  const Municipality* of_a = find_municipality(material.reference, a.id);
  const Municipality* of_b = find_municipality(material.reference, b.id);
  if (!table || of_a == nullptr || of_b == nullptr) return clue;
  const bool touch =
      std::any_of(of_a->neighbours.begin(), of_a->neighbours.end(), [&](const auto& n) { return n.first == b.id; }) ||
      std::any_of(of_b->neighbours.begin(), of_b->neighbours.end(), [&](const auto& n) { return n.first == a.id; });
  clue.value = touch ? 1 : 0;
  clue.says = {touch ? "partners.clue.border" : "partners.clue.no_border", {}};
  clue.inputs = {{material.reference.municipalities_source, {}, 0, a.id},
                 {material.reference.municipalities_source, {}, 0, b.id}};
  return clue;
}

}  // namespace

std::vector<Clue> kinship_clues(const Material& m, const Partner& a, const Partner& b) {
  return {ratio_clue("size", inhabitants(m, a), inhabitants(m, b)),
          urbanity_clue(urbanity(m, a), urbanity(m, b)),
          ratio_clue("density", density(m, a), density(m, b)),
          border_clue(m, a, b),
          arrangements_clue(m, a, b),
          answers_clue(m, "kinship", a, b)};
}

}  // namespace koepel::partners
