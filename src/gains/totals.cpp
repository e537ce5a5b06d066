// SPDX-License-Identifier: EUPL-1.2
// Gains and cash flows per task in, the sum for every partner out. The face is totals_of.
#include "gains/totals.h"

#include <algorithm>
#include <array>

namespace koepel::gains {

namespace {

using Years = std::array<Money, scale::horizon>;

/// The first year after which the running total is above zero and stays so.
std::optional<int> payback_of(const Years& net) {
  std::optional<int> year;
  Money sum;
  for (int y = 0; y < scale::horizon; ++y) {
    sum = sum + net[static_cast<std::size_t>(y)];
    if (sum.cents <= 0) year.reset();
    if (sum.cents > 0 && !year) year = y + 1;
  }
  return year;
}

void add_flow(const scale::TaskScale& task, PartnerTotal& total, Years& net) {
  const auto flow = std::ranges::find(task.flows, total.partner, &scale::CashFlow::partner);
  if (flow == task.flows.end()) return;
  total.ten_years = total.ten_years + flow->total;
  for (std::size_t y = 0; y < net.size(); ++y) net[y] = net[y] + flow->years[y].net;
}

void add_share(const SubjectGains& subject, PartnerTotal& total) {
  const auto share = std::ranges::find(subject.shares, total.partner, &Share::partner);
  if (share == subject.shares.end()) return;
  ++total.tasks;
  total.alone = total.alone + share->alone;
  total.saving = total.saving + share->shapley;
}

Step step_of(const PartnerTotal& total, std::vector<std::string> from) {
  return {total.trace,
          {"gains.step.total", {term("partner", "partner", total.partner)}},
          money("value", total.saving.cents),
          {"gains.rule.total",
           {number("n", total.tasks), money("alone", total.alone.cents), money("ten_years", total.ten_years.cents),
            number("left_out", total.left_out)}},
          std::move(from),
          {},
          {},
          "design"};
}

/// Everybody together.
Step step_of(const std::vector<PartnerTotal>& totals) {
  Money saving, ten_years;
  Step step{.id = "gains.total", .what = {"gains.step.total_all", {}}, .source = "design"};
  for (const auto& total : totals) {
    saving = saving + total.saving;
    ten_years = ten_years + total.ten_years;
    step.from.push_back(total.trace);
  }
  step.value = money("value", saving.cents);
  step.rule = {"gains.rule.total_all", {money("ten_years", ten_years.cents)}};
  return step;
}

}  // namespace

std::vector<PartnerTotal> totals_of(const Study& study, const std::vector<SubjectGains>& subjects,
                                    const scale::Scale& scale, Trace& trace) {
  std::vector<PartnerTotal> out;
  for (const auto& partner : study.partners) {
    PartnerTotal total;
    total.partner = partner.id;
    total.trace = "gains.total." + partner.id;
    Years net{};
    std::vector<std::string> from;
    for (const auto& subject : subjects) {
      const auto* task = scale::find_scale(scale, subject.subject);
      if (task == nullptr || std::ranges::find(subject.shares, partner.id, &Share::partner) == subject.shares.end())
        continue;
      from.push_back(subject.trace + "." + partner.id);
      if (task->saving.band.mid <= 0) {
        ++total.left_out;
        continue;
      }
      add_share(subject, total);
      add_flow(*task, total, net);
    }
    if (from.empty()) continue;
    total.payback = payback_of(net);
    trace.push_back(step_of(total, std::move(from)));
    out.push_back(std::move(total));
  }
  if (!out.empty()) trace.push_back(step_of(out));
  return out;
}

}  // namespace koepel::gains
