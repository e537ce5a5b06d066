// SPDX-License-Identifier: EUPL-1.2
// The code of conduct (gedragscode) for the partners to sign: articles by the six factors, and why the extra ones are
// in. The face is compose_conduct.
#include "report/chapters.h"
#include "report/compose.h"
#include "report/facts.h"

namespace koepel::report {

namespace {

/// Articles are numbered through the whole code, so that one can be pointed at.
void articles_of(Draft& draft, const std::string& factor, int& number_of_article) {
  section(draft, capital(name(draft, "factor", factor)));
  for (const auto& article : draft.analysis().factors.code_of_conduct) {
    if (article.factor != factor) continue;
    named_paragraph(draft, say(draft, "conduct.article", {number("n", ++number_of_article)}), say(draft, article.text));
    if (article.extra && !article.why.empty())
      paragraph(draft, say(draft, "conduct.extra", {nested("why", article.why)}), "note");
  }
}

bool has_articles(const Analysis& analysis, const std::string& factor) {
  for (const auto& article : analysis.factors.code_of_conduct)
    if (article.factor == factor) return true;
  return false;
}

void signatures(Draft& draft) {
  chapter(draft, "chapter.conduct.sign", false);
  TableBlock block;
  block.caption = say(draft, "conduct.sign.table");
  block.header = {say(draft, "conduct.municipality"), say(draft, "conduct.signer"), say(draft, "cover.date"),
                  say(draft, "conduct.signature")};
  block.widths = {3, 3.4, 2, 3.6};
  for (const auto& partner : draft.analysis().partners)
    block.rows.push_back({cell(partner.name), cell({""}), cell({""}), cell({""})});
  table(draft, std::move(block));
}

}  // namespace

Document compose_conduct(const Input& input, Pictures pictures) {
  Draft draft = begin(input, Audience::college, std::move(pictures), "conduct");
  const Analysis& a = draft.analysis();
  chapter(draft, "chapter.conduct");
  paragraph(draft, say(draft, a.factors.code_of_conduct.empty() ? "conduct.none" : "conduct.intro"));
  int number_of_article = 0;
  for (const auto& factor : draft.pack().factors)
    if (has_articles(a, factor.id)) articles_of(draft, factor.id, number_of_article);
  chapter(draft, "chapter.conduct.review", false);
  paragraph(draft, say(draft, "conduct.review"));
  factors_table(draft);
  signatures(draft);
  annex_receipt(draft);
  return std::move(draft.document);
}

}  // namespace koepel::report
