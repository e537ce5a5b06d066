// SPDX-License-Identifier: EUPL-1.2
// A scan of the country in, JSON out. The face is scan_json.
#include <cmath>

#include "exchange/scan_files.h"

namespace koepel::exchange {

namespace {

Json spread_json(const scale::Spread& spread) {
  return {{"low", spread.band.low},
          {"mean", spread.band.mid},
          {"high", spread.band.high},
          {"worst", spread.worst},
          {"loss_chance", spread.loss_chance}};
}

Json option_json(const gains::ScanOption& option) {
  return {{"members", option.members}, {"saving", option.saving.cents}, {"share", option.share.cents}};
}

Json row_json(const gains::ScanRow& row) {
  Json out{{"municipality", row.municipality}, {"place", word_of(row.place)}, {"inhabitants", row.inhabitants}};
  out["own"] = row.own ? Json(row.own->cents) : Json(nullptr);
  if (row.group) {
    out["group"] = *row.group + 1;
    out["share"] = row.share.cents;
    out["range"] = json_of(row.range);
  }
  out["clamped"] = row.clamped;
  out["options"] = list_of(row.options, option_json);
  out["trace"] = row.trace;
  return out;
}

Json group_json(const gains::ScanGroup& group) {
  return {{"members", group.members},
          {"inhabitants", group.inhabitants},
          {"own", group.own.cents},
          {"saving", group.saving.cents},
          {"spread", spread_json(group.spread)},
          {"ten_years", group.ten_years},
          {"ten_years_own_organisation", group.ten_years_house},
          {"payback", json_of(group.payback)},
          {"trace", group.trace}};
}

}  // namespace

Json scan_json(const gains::Scan& scan) {
  return {{"task_field", scan.task_field},
          {"name", scan.name},
          {"year", scan.year},
          {"kind", scan.kind},
          {"source", scan.source},
          {"cluster", scan.cluster},
          {"tasks", scan.tasks},
          {"other_tasks", scan.other_tasks},
          {"evidence", scan.evidence},
          {"most_members", scan.most_members},
          {"groups_tried", scan.groups_tried},
          {"gap", std::isfinite(scan.gap) ? Json(scan.gap) : Json(nullptr)},
          {"complete", scan.complete},
          {"own", scan.own.cents},
          {"saving", scan.saving.cents},
          {"spread", spread_json(scan.spread)},
          {"no_saving_year", scan.no_saving_year},
          {"no_saving_ten_years", scan.no_saving_net},
          {"ten_years", scan.ten_years},
          {"ten_years_own_organisation", scan.ten_years_house},
          {"says", list_of(scan.says)},
          {"groups", list_of(scan.groups, group_json)},
          {"municipalities", list_of(scan.rows, row_json)},
          {"trace", list_of(scan.trace)}};
}

}  // namespace koepel::exchange
