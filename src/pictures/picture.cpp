// SPDX-License-Identifier: EUPL-1.2
// An analysis in, every picture that has something to show out, in the order of a document.
#include "pictures/picture.h"

namespace koepel::pictures {

std::vector<Picture> all_pictures(const Canvas& canvas) {
  std::vector<Picture> drawn{continuum(canvas),          opportunity_map(canvas), rank_acceptability(canvas),
                             motive_heat_map(canvas),    factor_heat_map(canvas), partner_map(canvas),
                             partnership_network(canvas)};
  for (const auto& matrix : canvas.analysis.partner_set.matrices)
    if (matrix.overall) drawn.push_back(pair_matrix(canvas, matrix.criterion));
  for (const auto& subject : canvas.analysis.forms.subjects) drawn.push_back(decision_path(canvas, subject.subject));
  std::erase_if(drawn, [](const Picture& picture) { return picture.rows.empty(); });
  return drawn;
}

}  // namespace koepel::pictures
