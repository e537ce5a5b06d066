// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "report/document.h"

// For tests: every text of a document, so that one look finds a missing key or a gap that was not filled.

namespace koepel::report::sample {

using Texts = std::vector<std::string>;

inline void add(Texts& out, const Spans& spans) {
  std::string text;
  for (const auto& span : spans) text += span.text;
  out.push_back(text);
}

inline void add(Texts& out, const Bullets& list) {
  for (const auto& item : list.items) add(out, item);
}

inline void add(Texts& out, const Box& box) {
  out.push_back(box.title);
  for (const auto& part : box.body) {
    if (const auto* paragraph = std::get_if<Paragraph>(&part))
      add(out, paragraph->spans);
    else
      add(out, std::get<Bullets>(part));
  }
}

inline void add(Texts& out, const TableBlock& table) {
  out.push_back(table.caption);
  out.push_back(table.note);
  for (const auto& one : table.header) out.push_back(one);
  for (const auto& row : table.rows)
    for (const auto& cell : row) add(out, cell.spans);
}

inline Texts texts_of(const Document& document) {
  Texts out{document.title,  document.subtitle,    document.subject,        document.banner,
            document.footer, document.labels.kind, document.labels.contents};
  for (const auto& [name, value] : document.cover) {
    out.push_back(name);
    out.push_back(value);
  }
  for (const auto& block : document.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block))
      out.push_back(heading->text);
    else if (const auto* paragraph = std::get_if<Paragraph>(&block))
      add(out, paragraph->spans);
    else if (const auto* list = std::get_if<Bullets>(&block))
      add(out, *list);
    else if (const auto* box = std::get_if<Box>(&block))
      add(out, *box);
    else if (const auto* table = std::get_if<TableBlock>(&block))
      add(out, *table);
    else
      out.push_back(std::get<Figure>(block).caption);
  }
  return out;
}

inline std::string all_text(const Document& document) {
  std::string out;
  for (const auto& text : texts_of(document)) out += text + "\n";
  return out;
}

}  // namespace koepel::report::sample
