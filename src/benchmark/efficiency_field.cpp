// SPDX-License-Identifier: EUPL-1.2
// One task field of the accounts in; the frontier, what scale and circumstances do, and where the partners stand out.
// The face is compare_field.
#include <algorithm>
#include <cmath>

#include "benchmark/comparables.h"
#include "benchmark/efficiency_parts.h"
#include "benchmark/frontier_bootstrap.h"
#include "benchmark/task_fields.h"

namespace koepel::benchmark {

namespace {

double setting(const EfficiencyDesk& desk, const std::string& name) {
  return parameter(desk.desk.pack, "benchmark.efficiency_" + name);
}

/// What expenditure on a field is held against: the parameter of the field itself, else of its main field. 1
/// inhabitants, 2 dwellings, 4 land; their sum.
void choose_outputs(const MethodPack& pack, FieldEfficiency& out) {
  std::string own = out.task_field;
  std::replace(own.begin(), own.end(), '.', '_');
  int mask = 1;
  for (const auto& name : {own.substr(0, own.find('_')), own})
    for (const auto& parameter : pack.parameters)
      if (parameter.id == "benchmark.efficiency_outputs_" + name) {
        mask = static_cast<int>(std::lround(parameter.value));
        out.outputs_parameter = parameter.id;
      }
  if ((mask & 2) != 0) out.outputs.emplace_back("dwellings");
  if ((mask & 4) != 0) out.outputs.emplace_back("land");
  if ((mask & 1) != 0 || out.outputs.empty()) out.outputs.insert(out.outputs.begin(), "inhabitants");
}

double amount(const Municipality& municipality, const std::string& output) {
  if (output == "inhabitants") return municipality.inhabitants;
  return output == "dwellings" ? municipality.dwellings : municipality.land_area_ha;
}

/// What takes part, row by row.
struct Frame {
  std::vector<const Municipality*> municipalities;
  std::vector<double> euro;
  UnitTable table;
};

std::vector<FigureFlag> flags_of(const std::string& field, const EfficiencyDesk& desk, FieldEfficiency& out) {
  std::vector<SpendingFigure> figures;
  for (const auto& municipality : desk.municipalities) {
    const auto cents = desk.desk.ledger.cents(municipality.id, field);
    double size = municipality.inhabitants;
    for (const auto& output : out.outputs) size = amount(municipality, output) > 0 ? size : 0;
    if (!profile_of(municipality)) size = 0;
    figures.push_back({municipality.id, cents ? std::optional(static_cast<double>(*cents) / 100) : std::nullopt, size});
  }
  FlagLimits limits{setting(desk, "usual_share"), setting(desk, "large_amount"), setting(desk, "next_to_nothing"),
                    setting(desk, "robust_deviations")};
  return flag_figures(figures, limits);
}

Frame frame_of(const std::string& field, const EfficiencyDesk& desk, FieldEfficiency& out) {
  Frame frame;
  const auto flags = flags_of(field, desk, out);
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const auto& municipality = desk.municipalities[i];
    const auto cents = desk.desk.ledger.cents(municipality.id, field);
    const bool partner = find_partner(desk.desk.study, municipality.id) != nullptr;
    if (partner) {
      out.rows.push_back({municipality.id, flags[i]});
      if (cents) out.rows.back().euro = static_cast<double>(*cents) / 100;
    }
    if (flags[i] != FigureFlag::fine) {
      out.excluded.push_back({municipality.id, flags[i]});
      continue;
    }
    frame.municipalities.push_back(&municipality);
    frame.euro.push_back(static_cast<double>(*cents) / 100);
    frame.table.inputs.push_back({frame.euro.back()});
    frame.table.outputs.emplace_back();
    for (const auto& output : out.outputs) frame.table.outputs.back().push_back(amount(municipality, output));
  }
  out.units = static_cast<int>(frame.euro.size());
  return frame;
}

/// Rows follow the partners of the study, not the alphabet of codes.
void sort_rows(const Study& study, std::vector<EfficiencyRow>& rows) {
  const auto place = [&](const EfficiencyRow& row) { return find_partner(study, row.partner); };
  std::sort(rows.begin(), rows.end(),
            [&](const EfficiencyRow& a, const EfficiencyRow& b) { return place(a) < place(b); });
}

std::vector<EfficiencyPeer> peers_of(const UnitScore& score, const EfficiencyRow& row, const Frame& frame,
                                     const EfficiencyDesk& desk) {
  std::vector<EfficiencyPeer> peers;
  for (const auto& peer : score.peers) {
    const auto& id = frame.municipalities[static_cast<std::size_t>(peer.unit)]->id;
    peers.push_back(
        {id, peer.weight, find_partner(desk.desk.study, id) != nullptr, desk.comparables.at(row.partner).contains(id)});
  }
  const auto rank = [](const EfficiencyPeer& peer) { return peer.partner ? 0 : peer.comparable ? 1 : 2; };
  std::stable_sort(peers.begin(), peers.end(), [&](const EfficiencyPeer& a, const EfficiencyPeer& b) {
    return rank(a) != rank(b) ? rank(a) < rank(b) : a.weight > b.weight;
  });
  return peers;
}

void score_partners(const Frame& frame, const EfficiencyDesk& desk, const Progress& progress, FieldEfficiency& out) {
  BootstrapOptions options;
  options.replications = static_cast<int>(std::lround(setting(desk, "replications")));
  options.confidence = setting(desk, "confidence");
  options.seed = desk.desk.study.head.seed;
  std::vector<EfficiencyRow*> rows;
  for (auto& row : out.rows)
    for (std::size_t i = 0; i < frame.municipalities.size(); ++i)
      if (frame.municipalities[i]->id == row.partner)
        options.targets.push_back(static_cast<int>(i)), rows.push_back(&row);
  if (rows.empty()) return;
  const auto corrected = bootstrap_scores(frame.table, options, progress);
  FrontierOptions with_peers;
  with_peers.slack_sum = SlackSum::shares;
  const auto scores = frontier_scores(frame.table, with_peers, progress);
  const auto scales = scale_scores(frame.table, progress);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto unit = static_cast<std::size_t>(options.targets[i]);
    if (corrected.units[i].outcome != UnitOutcome::solved || scores[unit].outcome != UnitOutcome::solved ||
        scales[unit].outcome != UnitOutcome::solved)
      continue;
    rows[i]->score = scores[unit].score;
    rows[i]->corrected = corrected.units[i].corrected;
    rows[i]->low = corrected.units[i].low;
    rows[i]->high = corrected.units[i].high;
    rows[i]->scale = scales[unit].scale;
    rows[i]->kind = scales[unit].kind;
    rows[i]->peers = peers_of(scores[unit], *rows[i], frame, desk);
  }
}

void add_regression(const Frame& frame, const EfficiencyDesk& desk, FieldEfficiency& out) {
  std::vector<CostRow> rows;
  for (std::size_t i = 0; i < frame.euro.size(); ++i) {
    const auto& municipality = *frame.municipalities[i];
    const auto profile = profile_of(municipality);
    rows.push_back({municipality.id,
                    frame.euro[i],
                    amount(municipality, out.outputs[0]),
                    {profile->urbanity, profile->log_density}});
  }
  const auto fewest = static_cast<int>(std::lround(setting(desk, "fewest_units")));
  out.regression = regress_cost(rows, fewest, setting(desk, "confidence"));
  for (const auto& residual : out.regression.residuals)
    for (auto& row : out.rows)
      if (row.partner == residual.id) row.from_expected = residual.share;
}

void add_factors(const Frame& frame, const EfficiencyDesk& desk, const Progress& progress, FieldEfficiency& out) {
  FrontierOptions quick;
  quick.scores_only = true;
  std::vector<double> scores;
  std::vector<std::vector<double>> factors(3);
  const auto found = frontier_scores(frame.table, quick, progress);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].outcome != UnitOutcome::solved) continue;
    const auto profile = profile_of(*frame.municipalities[i]);
    scores.push_back(found[i].score);
    factors[0].push_back(profile->log_inhabitants);
    factors[1].push_back(profile->urbanity);
    factors[2].push_back(profile->log_density);
  }
  const auto draws = static_cast<int>(std::lround(setting(desk, "factor_draws")));
  out.factors =
      explain_scores(scores, factors, draws, setting(desk, "confidence"), desk.desk.study.head.seed, progress);
}

std::vector<std::string> tasks_on(const std::string& field, const Desk& desk) {
  std::vector<std::string> tasks;
  for (const auto& entry : desk.study.gross_list) {
    const Task* task = entry.on_list ? find_task(desk.pack, entry.task) : nullptr;
    if (task != nullptr && !task->iv3_code.empty() && code_in_accounts(task->iv3_code, desk.ledger.codes()) == field)
      tasks.push_back(task->id);
  }
  return tasks;
}

}  // namespace

FieldEfficiency compare_field(const std::string& field, const EfficiencyDesk& desk, const Progress& progress,
                              Trace& trace) {
  FieldEfficiency out;
  out.task_field = field;
  out.tasks = tasks_on(field, desk.desk);
  choose_outputs(desk.desk.pack, out);
  const auto frame = frame_of(field, desk, out);
  sort_rows(desk.desk.study, out.rows);
  const double fewest = setting(desk, "fewest_units");
  if (out.units < fewest) {
    out.missing = {"benchmark.efficiency.too_few", {number("n", out.units), number("least", fewest)}};
    out.regression.outcome = RegressionOutcome::too_few;
    out.factors.outcome = SecondStageOutcome::too_few;
  } else {
    score_partners(frame, desk, progress, out);
    add_regression(frame, desk, out);
    add_factors(frame, desk, progress, out);
  }
  std::vector<Contender> contenders;
  for (const auto& row : out.rows)
    if (row.score) contenders.push_back({row.partner, row.corrected, row.low, row.high});
  out.lead = lead_of(contenders, setting(desk, "margin"),
                     nested("subject", {"benchmark.efficiency.subject", {word("field", field)}}));
  add_field_steps(out, desk, trace);
  return out;
}

}  // namespace koepel::benchmark
