// SPDX-License-Identifier: EUPL-1.2
// A scan in; the steps that open its amounts down to the accounts, the research and the quantities, out. Face:
// trace_scan.
#include <cmath>

#include "gains/scan_parts.h"

namespace koepel::gains {

namespace {

class Tracer {
 public:
  Tracer(const ScanDesk& desk, Scan& scan) : desk_(desk), scan_(scan), costs_(desk.model, desk.likely) {}

  void run() {
    for (const auto& row : scan_.rows) {
      if (row.own) scan_.trace.push_back(own(row));
      scan_.trace.push_back(place(row));
    }
    for (std::size_t g = 0; g < scan_.groups.size(); ++g) {
      scan_.trace.push_back(saving(g));
      scan_.trace.push_back(ten_years(scan_.groups[g]));
    }
    scan_.trace.push_back(total());
  }

 private:
  [[nodiscard]] std::string own_id(const std::string& municipality) const {
    return scan_root(scan_) + "." + municipality + ".own";
  }

  [[nodiscard]] Arg field() const { return word("field", scan_.task_field); }

  [[nodiscard]] Step own(const ScanRow& row) const {
    Step step;
    step.id = own_id(row.municipality);
    step.what = {"scan.step.own", {word("who", name_of(desk_, row.municipality)), field()}};
    step.value = money("value", row.own->cents);
    step.rule = {"scan.rule.own",
                 {word("year", std::to_string(scan_.year)), term("kind", "text", "scan.accounts." + scan_.kind),
                  number("people", row.inhabitants)}};
    step.inputs = {{"accounts_" + std::to_string(scan_.year) + "_" + scan_.kind + ".csv", "", 0, scan_.task_field}};
    if (!scan_.source.empty()) step.inputs.push_back({scan_.source, "", 0, ""});
    return step;
  }

  [[nodiscard]] Step place(const ScanRow& row) const {
    Step step;
    step.id = row.trace;
    step.what = {"scan.step.share", {word("who", name_of(desk_, row.municipality)), field()}};
    step.value = term("value", "text", std::string("scan.place.") + word_of(row.place));
    step.rule = {std::string("scan.why.") + word_of(row.place), {}};
    step.source = "design";
    if (row.own) step.from.push_back(own_id(row.municipality));
    if (row.group) {
      const auto& group = scan_.groups[*row.group];
      step.value = money("value", row.share.cents);
      step.rule.args = {names_arg("members", desk_, group.members), money("saving", group.saving.cents),
                        percent("part", static_cast<double>(row.own->cents) / static_cast<double>(group.own.cents), 1)};
      step.from.insert(step.from.begin(), group.trace);
    } else if (row.place == ScanPlace::alone && row.options.empty()) {
      step.rule = {"scan.why.alone_no_gain", {number("most", scan_.most_members)}};
      step.parameters = saving_quantities();
      step.source = desk_.cluster->source;
    } else if (row.place == ScanPlace::alone) {
      step.rule.args = {money("saving", row.options.front().saving.cents),
                        names_arg("members", desk_, row.options.front().members)};
    }
    return step;
  }

  [[nodiscard]] Step saving(std::size_t g) const {
    const auto& group = scan_.groups[g];
    const auto cost = costs_.of(partners_of(group));
    const auto euro = [](std::string_view name, double amount) { return money(name, std::llround(amount * 100)); };
    Step step;
    step.id = group.trace;
    step.what = {"scan.step.group", {names_arg("members", desk_, group.members), field()}};
    step.value = money("value", group.saving.cents);
    step.rule = {
        "scan.rule.group",
        {euro("alone", cost.alone), number("people", group.inhabitants), euro("gain", cost.gain),
         euro("realised", cost.realised), euro("coordination", cost.coordination), euro("rest", cost.tax_and_interest),
         euro("low", group.spread.band.low), euro("high", group.spread.band.high),
         percent("loss", group.spread.loss_chance), nested("curve", curve_of(*desk_.cluster))}};
    for (const auto& member : group.members) step.from.push_back(own_id(member));
    step.parameters = saving_quantities();
    step.source = desk_.cluster->source;
    return step;
  }

  [[nodiscard]] Step ten_years(const ScanGroup& group) const {
    Step step;
    step.id = group.trace + ".ten_years";
    step.what = {"scan.step.ten_years", {names_arg("members", desk_, group.members), field()}};
    step.value = money("value", std::llround(group.ten_years * 100));
    step.rule = {group.payback ? "scan.rule.ten_years" : "scan.rule.ten_years_never",
                 {number("year", group.payback.value_or(0))}};
    step.from = {group.trace};
    step.parameters = {"scale.years_to_saving", "scale.friction_light", "scale.unwind_probability",
                       "scale.unwind_cost"};
    step.source = "design";
    return step;
  }

  /// Those that the yearly saving depends on with an agreement or host municipality.
  static std::vector<std::string> saving_quantities() {
    return {"scale.realised_share", "scale.coordination_share", "scale.vat_leak", "scale.labour_share"};
  }

  [[nodiscard]] Step total() const {
    Step step;
    step.id = scan_root(scan_);
    step.what = {"scan.step.total", {field()}};
    step.value = money("value", scan_.saving.cents);
    step.rule = {"scan.rule.total",
                 {number("groups", static_cast<double>(scan_.groups.size())), number("most", scan_.most_members)}};
    for (const auto& group : scan_.groups) step.from.push_back(group.trace);
    step.source = "design";
    return step;
  }

  [[nodiscard]] std::vector<int> partners_of(const ScanGroup& group) const {
    std::vector<int> out;
    for (std::size_t i = 0; i < desk_.rows.size(); ++i)
      if (scan_.rows[desk_.rows[i]].group == static_cast<std::size_t>(&group - scan_.groups.data()))
        out.push_back(static_cast<int>(i));
    return out;
  }

  const ScanDesk& desk_;
  Scan& scan_;
  scale::JointCosts costs_;
};

}  // namespace

void trace_scan(const ScanDesk& desk, Scan& out) { Tracer(desk, out).run(); }

}  // namespace koepel::gains
