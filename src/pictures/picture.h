// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "model/pack.h"
#include "model/phrasebook.h"
#include "model/reference.h"

namespace koepel::pictures {

/// A picture, drawn once for document, command line and web: SVG with <title> and <desc> inside, the same texts beside
/// it as title and alternative text, and a table that says the same as the picture. All in one language. Same input,
/// same bytes.
struct Picture {
  std::string id;  ///< "continuum", "opportunity", "tree.U01" ... also the file name
  std::string svg;
  int width = 0;  ///< px; the SVG has a viewBox of this size
  int height = 0;
  std::string title;
  std::string description;  ///< what it shows, in one or two sentences with the main figures
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< first cell is the row header
};

/// What every picture draws from.
struct Canvas {
  const Analysis& analysis;
  const MethodPack& pack;
  const Reference& reference;
  const Phrasebook& phrases;
  Language language = Language::nl;
};

/// All tasks on the continuum from full self-control to divestment: today's place, advised band, forms along the axis.
[[nodiscard]] Picture continuum(const Canvas& canvas);
/// Value against feasibility, with the packages as regions.
[[nodiscard]] Picture opportunity_map(const Canvas& canvas);
/// Motives and factors by partner and role: one cell per published mean, "too few" cells marked as such.
[[nodiscard]] Picture motive_heat_map(const Canvas& canvas);
[[nodiscard]] Picture factor_heat_map(const Canvas& canvas);
/// dependence | conflict | kinship per pair of partners.
[[nodiscard]] Picture pair_matrix(const Canvas& canvas, const std::string& criterion);
/// Existing partnerships and who is in them; laid out by Graphviz.
[[nodiscard]] Picture partnership_network(const Canvas& canvas);
/// The decision tree with the path taken for one subject; laid out by Graphviz.
[[nodiscard]] Picture decision_path(const Canvas& canvas, const std::string& subject);
/// How sure the packages are: share of draws per package for each task.
[[nodiscard]] Picture rank_acceptability(const Canvas& canvas);
/// The partners on the map: real boundaries where imported, else centroids with neighbour lines.
[[nodiscard]] Picture partner_map(const Canvas& canvas);

/// Every picture that this analysis has something to show in, in the order of a document. Pictures without content are
/// left out.
[[nodiscard]] std::vector<Picture> all_pictures(const Canvas& canvas);

}  // namespace koepel::pictures
