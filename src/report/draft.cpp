// SPDX-License-Identifier: EUPL-1.2
// The words and blocks that every document is made of. The faces are begin, say and the block makers.
#include "report/draft.h"

#include <cctype>

namespace koepel::report {

namespace {

/// Which part is invented, as a sentence that says so even where the study only names the part.
std::string invented_of(const Draft& draft) {
  const std::string what = draft.input.analysis.head.invented.in(draft.document.language);
  if (what.empty() || what.find(say(draft, "banner.word")) != std::string::npos) return what;
  return say(draft, "banner.invented", {word("what", what)});
}

Labels labels_of(const Draft& draft, const std::string& kind) {
  return {say(draft, "kind." + kind), say(draft, "label.contents"),    say(draft, "label.page"),
          say(draft, "label.of"),     say(draft, "label.table"),       say(draft, "label.figure"),
          say(draft, "label.skip"),   say(draft, "label.figure_table")};
}

std::vector<std::string> partner_ids(const Analysis& analysis) {
  std::vector<std::string> ids;
  for (const auto& partner : analysis.partners) ids.push_back(partner.id);
  return ids;
}

std::vector<std::pair<std::string, std::string>> cover_of(const Draft& draft, const std::string& kind) {
  const StudyHead& head = draft.analysis().head;
  std::vector<std::pair<std::string, std::string>> lines;
  const std::string reader =
      kind == "decision" ? "cover.reader." + std::string(id_of(draft.audience)) : "cover.reader." + kind;
  lines.emplace_back(say(draft, "cover.for"), say(draft, reader));
  lines.emplace_back(say(draft, "cover.partners"),
                     say(draft, "cover.partner_list", {terms("partners", "partner", partner_ids(draft.analysis()))}));
  lines.emplace_back(say(draft, "cover.date"), write_date(head.date, draft.document.language));
  if (!head.facilitator.empty()) lines.emplace_back(say(draft, "cover.by"), head.facilitator);
  lines.emplace_back(say(draft, "cover.status"), say(draft, "cover.concept"));
  if (const auto invented = invented_of(draft); !invented.empty())
    lines.emplace_back(say(draft, "cover.note"), say(draft, "cover.invented", {word("what", invented)}));
  return lines;
}

Span span(const Sentence& sentence) { return {sentence.text, false, false, {}, sentence.step}; }

/// A span for each line that has words, the later ones after `between`.
Spans spans_of(const Lines& lines, const std::string& between) {
  Spans out;
  for (const auto& line : lines)
    if (!line.text.empty()) out.push_back(span({(out.empty() ? "" : between) + line.text, line.step}));
  return out;
}

std::string next_id(Draft& draft) { return "h" + std::to_string(++draft.headings); }

}  // namespace

const char* id_of(Audience audience) {
  switch (audience) {
    case Audience::college:
      return "college";
    case Audience::council:
      return "council";
    case Audience::works_council:
      return "works_council";
    case Audience::citizens:
      break;
  }
  return "public";
}

Draft begin(const Input& input, Audience audience, std::vector<pictures::Picture> pictures, const std::string& kind) {
  Draft draft{input, audience, Phrasebook(input.pack, input.study), std::move(pictures), {}};
  const StudyHead& head = input.analysis.head;
  Document& document = draft.document;
  document.language = input.language;
  document.id = say(draft, "file." + kind);
  if (kind == "decision") document.id += "-" + say(draft, std::string("file.audience.") + id_of(audience));
  document.title = head.title.in(input.language);
  document.subtitle = head.question.in(input.language);
  document.subject = say(draft, "kind." + kind) + ": " + document.title;
  document.author = head.facilitator;
  document.date = head.date;
  document.banner = invented_of(draft);
  const std::string& hash = input.analysis.receipt.result_hash;
  if (!hash.empty()) document.footer = say(draft, "footer.receipt", {word("hash", hash.substr(0, 12))});
  document.labels = labels_of(draft, kind);
  document.cover = cover_of(draft, kind);
  return draft;
}

std::string say(const Draft& draft, const std::string& key, const Args& args) {
  return draft.phrases.say(Message{"report." + key, args}, draft.document.language);
}

std::string say(const Draft& draft, const Message& message) {
  return draft.phrases.say(message, draft.document.language);
}

Sentence say(const Draft& draft, const Finding& finding) { return {say(draft, finding.says), step_of(finding)}; }

Sentence say(const Draft& draft, const Warning& warning) { return {say(draft, warning.says), warning.trace}; }

Lines say_all(const Draft& draft, const std::vector<Message>& messages, const std::string& step, std::size_t most) {
  Lines out;
  for (const auto& message : messages)
    if (out.size() < most && !message.empty()) out.emplace_back(say(draft, message), step);
  return out;
}

Sentence value_of(const Draft& draft, const std::string& step) {
  return {draft.phrases.say(find_step(draft.analysis(), step)->value, draft.document.language), step};
}

std::string step_of(const Finding& finding) { return finding.trace.empty() ? "" : finding.trace.front(); }

const std::string& say(const Draft& draft, const Text& text) { return text.in(draft.document.language); }

std::string name(const Draft& draft, const std::string& kind, const std::string& id) {
  return draft.phrases.name(kind, id, draft.document.language);
}

std::string write(const Draft& draft, double value, int decimals) {
  return write_number(value, decimals, draft.document.language);
}

std::string write_percent(const Draft& draft, double share) {
  return draft.phrases.say(percent("share", share), draft.document.language);
}

std::string capital(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

void chapter(Draft& draft, const std::string& key, bool page_break) {
  const std::string text = std::to_string(++draft.chapters) + ". " + say(draft, key);
  draft.document.blocks.push_back(Heading{1, text, next_id(draft), page_break, true});
}

void annex(Draft& draft, const std::string& key) {
  if (draft.annexes == 0)
    draft.document.blocks.push_back(Heading{1, say(draft, "annexes"), next_id(draft), draft.chapters == 0, true});
  const std::string letter(1, static_cast<char>('A' + draft.annexes++));
  section(draft, letter + ". " + say(draft, key));
}

void section(Draft& draft, const std::string& text, bool in_contents, bool page_break) {
  draft.document.blocks.push_back(Heading{2, capital(text), next_id(draft), page_break, in_contents});
}

void small_section(Draft& draft, const std::string& text) {
  draft.document.blocks.push_back(Heading{3, capital(text), next_id(draft), false, false});
}

void paragraph(Draft& draft, const Sentence& sentence, const std::string& style) {
  if (!sentence.text.empty()) draft.document.blocks.push_back(Paragraph{{span(sentence)}, style});
}

void sentences(Draft& draft, const Lines& lines, const std::string& style) {
  if (Spans spans = spans_of(lines, " "); !spans.empty())
    draft.document.blocks.push_back(Paragraph{std::move(spans), style});
}

void named_paragraph(Draft& draft, const std::string& name, const Sentence& sentence) {
  named_sentences(draft, name, {sentence});
}

void named_sentences(Draft& draft, const std::string& name, const Lines& lines) {
  Spans spans = spans_of(lines, " ");
  if (spans.empty()) return;
  spans.insert(spans.begin(), {name + " ", true, false, {}});
  draft.document.blocks.push_back(Paragraph{std::move(spans), {}});
}

void bullets(Draft& draft, const Lines& lines, bool numbered) {
  Bullets list{{}, numbered};
  for (const auto& line : lines)
    if (!line.text.empty()) list.items.push_back({span({capital(line.text), line.step})});
  if (!list.items.empty()) draft.document.blocks.push_back(std::move(list));
}

void table(Draft& draft, TableBlock block) {
  if (!block.rows.empty()) draft.document.blocks.push_back(std::move(block));
}

bool figure(Draft& draft, const std::string& id) {
  for (const auto& picture : draft.pictures) {
    if (picture.id != id) continue;
    draft.document.blocks.push_back(Figure{picture, picture.title + ". " + picture.description, false});
    return true;
  }
  return false;
}

void box(Draft& draft, const std::string& kind, const std::string& title, const Lines& parts, const Lines& points) {
  Box block{kind, title, {}};
  for (const auto& part : parts)
    if (!part.text.empty()) block.body.emplace_back(Paragraph{{span(part)}, {}});
  Bullets list{{}, true};
  for (const auto& point : points) list.items.push_back({span(point)});
  if (!list.items.empty()) block.body.emplace_back(std::move(list));
  if (!block.body.empty()) draft.document.blocks.push_back(std::move(block));
}

Cell cell(const Sentence& sentence) { return {{span(sentence)}, false}; }
Cell cell_of(const Lines& lines) { return {spans_of(lines, "; "), false}; }

Cell number_cell(const Sentence& sentence) { return {{span(sentence)}, true}; }

}  // namespace koepel::report
