// SPDX-License-Identifier: EUPL-1.2
// A part of an archive in, XML events out. By expat; what a taker throws is carried around expat's C code.
#include "exchange/xml.h"

#include <expat.h>

#include <exception>
#include <memory>

namespace koepel::exchange {

namespace {

struct Run {
  XML_Parser parser;
  XmlTaker& taker;
  const std::string& part;
  std::size_t depth = 0;
  std::exception_ptr thrown;
};

/// Calls into our own code; an exception stops the parser and waits outside.
template <class Call>
void guarded(void* data, const Call& call) {
  auto& run = *static_cast<Run*>(data);
  if (run.thrown) return;
  try {
    call(run);
  } catch (...) {
    run.thrown = std::current_exception();
    XML_StopParser(run.parser, XML_FALSE);
  }
}

void on_open(void* data, const char* name, const char** attributes) {
  guarded(data, [&](Run& run) {
    if (++run.depth > workbook_limits.depth) throw Refusal{"sheet.too-large", run.part};
    run.taker.open(name, XmlAttributes(attributes));
  });
}

void on_close(void* data, const char* name) {
  guarded(data, [&](Run& run) {
    --run.depth;
    run.taker.close(name);
  });
}

void on_text(void* data, const char* text, int length) {
  guarded(data, [&](Run& run) { run.taker.text({text, static_cast<std::size_t>(length)}); });
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
  guarded(data, [](Run& run) { throw Refusal{"sheet.doctype", run.part}; });
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name, std::string_view otherwise) const {
  for (const char** at = list_; *at; at += 2) {
    const std::string_view full = *at;
    if (full == name) return at[1];
    if (full.size() > name.size() && full.ends_with(name)) {
      const char before = full[full.size() - name.size() - 1];
      if (before == '|' || before == ':' || before == '/') return at[1];
    }
  }
  return otherwise;
}

std::string_view local_name(std::string_view name) {
  const auto bar = name.rfind('|');
  return bar == name.npos ? name : name.substr(bar + 1);
}

void read_xml(Archive& archive, const std::string& part, XmlTaker& taker) {
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreateNS(nullptr, '|'),
                                                                       XML_ParserFree);
  Run run{parser.get(), taker, part, 0, nullptr};
  XML_SetUserData(parser.get(), &run);
  XML_SetElementHandler(parser.get(), on_open, on_close);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  const auto feed = [&](std::string_view piece, bool last) {
    const auto status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last);
    if (run.thrown) std::rethrow_exception(run.thrown);
    if (status != XML_STATUS_OK) throw Refusal{"sheet.damaged", part};
  };
  archive.stream(part, [&](std::string_view piece) { feed(piece, false); });
  feed({}, true);
}

}  // namespace koepel::exchange
