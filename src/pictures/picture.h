// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analysis.h"
#include "gains/scan.h"
#include "model/pack.h"
#include "model/phrasebook.h"
#include "model/reference.h"

namespace koepel::pictures {

/// What a cell of the table says, and the step of the analysis that opens it; no step: no figure, or one of the facts
/// that the picture is drawn on.
struct PictureCell {
  PictureCell(std::string said, std::string opened_by = {}) : text(std::move(said)), step(std::move(opened_by)) {}
  std::string text;
  std::string step;
  bool operator==(std::string_view words) const { return text == words; }
};
using PictureRow = std::vector<PictureCell>;

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
  std::string step;         ///< of the analysis, opens the description; empty when there is none
  std::vector<std::string> columns;
  std::vector<PictureRow> rows;  ///< first cell is the row header
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

/// Cost per unit (or inhabitant) against scale for one task: today's places, joining one by one, all together with its
/// range, and how far research reaches. For collecting waste: the curve of the service with target and connections.
[[nodiscard]] Picture cost_curve(const Canvas& canvas, const std::string& task);
/// What each partner would save a year with the tasks that are expected to save, as a range, beside no saving at all.
[[nodiscard]] Picture saving_partners(const Canvas& canvas);
/// Ten years of costs and savings: of one task, or with "all" of every task that is expected to save.
[[nodiscard]] Picture cash_flow(const Canvas& canvas, const std::string& task);
/// What each partner pays more or less than today under every cost key, for one task or package.
[[nodiscard]] Picture key_comparison(const Canvas& canvas, const std::string& subject);
/// The best teams on the map.
[[nodiscard]] Picture team_map(const Canvas& canvas);
/// Who works with the least in one task field, with intervals and the municipalities it is held against.
[[nodiscard]] Picture efficiency_scores(const Canvas& canvas, const std::string& task_field);
/// Who deals with which third party, and what agreeing once would save.
[[nodiscard]] Picture third_party_matrix(const Canvas& canvas);
/// How long a project takes each partner alone, and together, beside the deadline.
[[nodiscard]] Picture project_bars(const Canvas& canvas, const std::string& project);

/// The country with the groups of neighbours that a scan found: real boundaries where imported, else a dot for every
/// municipality. Not one of all_pictures: it shows no study.
[[nodiscard]] Picture scan_map(const Canvas& canvas, const gains::Scan& scan);

/// Every picture that this analysis has something to show in, in the order of a document. Pictures without content are
/// left out.
[[nodiscard]] std::vector<Picture> all_pictures(const Canvas& canvas);

}  // namespace koepel::pictures
