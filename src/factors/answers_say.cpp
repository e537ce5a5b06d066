// SPDX-License-Identifier: EUPL-1.2
// The scores of a factor in, what they mean in sentences out.
#include "factors/answers_say.h"

#include <algorithm>
#include <cmath>

namespace koepel::factors {

namespace {

/// A statement's published mean as given, and how good that is for cooperation.
struct Statement {
  const Item* item = nullptr;
  double given = 0;
  double good = 0;
};

std::vector<Statement> statements_of(const FactorAnswers& answers, const MethodPack& pack,
                                     const survey::SurveyResult& poll) {
  std::vector<Statement> statements;
  for (const auto& result : poll.items) {
    const Item* item = find_item(pack, result.item);
    const auto* all = survey::find_cut(result.cuts, {});
    if (item == nullptr || all == nullptr || !all->numbers) continue;
    for (const auto* construct : answers.constructs()) {
      if (construct->id != item->construct) continue;
      const double given = all->numbers->mean;
      statements.push_back({item, given, turned(*construct, item->reverse ? 6 - given : given)});
    }
  }
  return statements;
}

/// A reversed statement scores well when people disagree with it; the sentence says so.
Message statement_message(const std::string& which, const Statement& statement) {
  return {"factors.says." + which + (statement.item->reverse ? "_reverse" : ""),
          {term("item", "item", statement.item->id), number("mean", statement.given, 1)}};
}

void add_statements(std::vector<Message>& says, const std::vector<Statement>& statements) {
  if (statements.size() < 2) return;
  const auto [weakest, strongest] = std::minmax_element(statements.begin(), statements.end(),
                                                        [](const auto& x, const auto& y) { return x.good < y.good; });
  if (weakest->good == strongest->good) return;
  says.push_back(statement_message("strongest", *strongest));
  says.push_back(statement_message("weakest", *weakest));
}

void add_partners(std::vector<Message>& says, const FactorResult& result, bool differ) {
  if (!result.spread) return;
  std::vector<const PartnerScore*> known;
  for (const auto& partner : result.partners)
    if (partner.all) known.push_back(&partner);
  const auto [low, high] =
      std::minmax_element(known.begin(), known.end(), [](const auto* x, const auto* y) { return *x->all < *y->all; });
  says.push_back({differ ? "factors.says.partners_differ" : "factors.says.partners_agree",
                  {term("lowest", "partner", (*low)->partner), number("low", *(*low)->all, 1),
                   term("highest", "partner", (*high)->partner), number("high", *(*high)->all, 1)}});
}

}  // namespace

Views views_of(const FactorResult& result, const FactorAnswers& answers, const MethodPack& pack) {
  Views views;
  views.administrators = answers.of_cut({{}, "administrator"});
  views.officials = answers.of_cut({{}, "official"});
  views.partners_differ = result.spread && *result.spread >= parameter(pack, "factors.spread_high");
  views.roles_differ = views.administrators && views.officials &&
                       std::abs(*views.administrators - *views.officials) >= parameter(pack, "factors.roles_apart");
  return views;
}

std::vector<Message> answers_say(const FactorResult& result, const FactorAnswers& answers, const Views& views,
                                 const MethodPack& pack, const survey::SurveyResult& poll) {
  if (!result.score) return {{"factors.says.unknown", {}}};
  std::vector<Message> says;
  if (answers.constructs().size() > 1)
    for (const auto* construct : answers.constructs())
      says.push_back({"factors.says.construct",
                      {term("construct", "construct", construct->id),
                       number("mean", survey::mean_of(poll, construct->id).value(), 1)}});
  add_partners(says, result, views.partners_differ);
  if (views.administrators && views.officials)
    says.push_back({views.roles_differ ? "factors.says.roles_differ" : "factors.says.roles_agree",
                    {number("administrators", *views.administrators, 1), number("officials", *views.officials, 1)}});
  add_statements(says, statements_of(answers, pack, poll));
  return says;
}

}  // namespace koepel::factors
