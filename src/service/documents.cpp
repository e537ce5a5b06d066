// SPDX-License-Identifier: EUPL-1.2
// An order for a document in; its blocks with the facilitator's words, or its file, out.
#include "service/documents.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "base/work_folder.h"
#include "exchange/files.h"
#include "exchange/json_values.h"
#include "exchange/names.h"

namespace koepel::service {

namespace {

bool is_known(const DocumentOrder& order) {
  const auto& kinds = document_kinds();
  return report::audience_of(order.audience) &&
         std::any_of(kinds.begin(), kinds.end(), [&](const auto& kind) { return kind.id == order.document; });
}

std::string text_of(const report::Spans& spans) {
  std::string text;
  for (const auto& span : spans) text += span.text;
  return text;
}

/// What somebody wrote over a paragraph.
struct Edit {
  std::string generated;
  std::string text;
};
std::map<std::string, Edit> edits_of(const LiveStudy& live, const DocumentOrder& order, const std::string& id) {
  std::map<std::string, Edit> edits;
  for (const auto& event : live.beside) {
    if (event.kind != "text-edited") continue;
    const auto payload = exchange::Json::parse(event.payload, nullptr, false);
    const auto field = [&](const char* name) { return payload.value(name, std::string{}); };
    if (field("document") == id && field("language") == (order.language == Language::nl ? "nl" : "en"))
      edits[field("block")] = {field("generated"), field("text")};
  }
  return edits;
}

/// Goes through the paragraphs, naming each by its heading and its place below it, and puts edits in.
void put_edits(WrittenDocument& written, const std::map<std::string, Edit>& edits) {
  std::string heading = "top";
  int number = 0;
  auto& blocks = written.document.blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (const auto* above = std::get_if<report::Heading>(&blocks[i])) {
      heading = exchange::folder::folded(above->text).substr(0, 60), number = 0;
    } else if (auto* paragraph = std::get_if<report::Paragraph>(&blocks[i])) {
      EditedBlock block{.block = heading + "/" + std::to_string(++number), .generated = text_of(paragraph->spans)};
      block.text = block.generated;
      if (const auto edit = edits.find(block.block); edit != edits.end() && !edit->second.text.empty()) {
        block.text = edit->second.text, block.edited = true;
        block.replaced = edit->second.generated;
        block.outdated = edit->second.generated != block.generated;
        paragraph->spans = {{.text = block.text}};
      }
      written.paragraphs.emplace_back(i, std::move(block));
    }
  }
}

}  // namespace

const std::vector<DocumentKind>& document_kinds() {
  static const std::vector<DocumentKind> kinds{{"decision", {"college", "council", "works-council", "public"}},
                                               {"zero-phase", {}},
                                               {"gross-list", {}},
                                               {"vision", {}},
                                               {"conduct", {}},
                                               {"annexes", {}}};
  return kinds;
}

Outcome<WrittenDocument> write_document(Desk& desk, const Asker& who, const std::string& study,
                                        const DocumentOrder& order) {
  if (!may(who, Action::see_documents) || !is_known(order)) return refused(Fault::Kind::unknown);
  auto seen = told(desk, study, order.at);
  if (!seen) return refused(Fault::Kind::unknown);
  const report::Input input{seen->analysis, seen->seen, desk.pack, desk.reference.reference, order.language};
  WrittenDocument written{report::compose(order.document, input, *report::audience_of(order.audience)), {}, seen};
  put_edits(written, edits_of(*seen->live, order, written.document.id));
  return written;
}

Outcome<std::string> document_file(Desk& desk, const Asker& who, const std::string& study, const DocumentOrder& order,
                                   const std::string& format) {
  const auto as = report::format_of(format);
  if (!as) return refused(Fault::Kind::unknown);
  const auto written = write_document(desk, who, study, order);
  if (!written) return tl::unexpected(written.error());
  if (format == "html") return report::to_html(written->document);
  static std::mutex one_conversion;
  const std::lock_guard lock(one_conversion);
  const WorkFolder folder;
  const auto files = report::write_document(written->document, {*as}, folder.path);
  if (!files) return refused(files.error());
  return exchange::read_file(files->back());
}

}  // namespace koepel::service
