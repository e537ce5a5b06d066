// SPDX-License-Identifier: EUPL-1.2
// Documents: which there are, one to read and edit, and as a file.
#include "service/documents.h"

#include "api/routes.h"
#include "api/shapes.h"
#include "store/studies.h"

namespace koepel::api {

namespace {

using Kind = service::Fault::Kind;

std::optional<service::DocumentOrder> order_in(const Call& call) {
  service::DocumentOrder order{.document = call.id(1), .language = call.language};
  if (const auto audience = call.request.parameter("audience"); !audience.empty()) order.audience = audience;
  const auto at = query_number(call, "at", 0);
  if (!at) return std::nullopt;
  order.at = *at;
  return order;
}

std::string words(const App& app, const Call& call, const std::string& key) {
  return app.phrases.text(key, call.language);
}

Json kind_json(const App& app, const Call& call, const service::DocumentKind& kind) {
  return {{"id", kind.id},
          {"name", words(app, call, "service.document." + kind.id)},
          {"audiences", exchange::list_of(
                            kind.audiences,
                            [&](const std::string& audience) {
                              return Json{{"id", audience}, {"name", words(app, call, "service.audience." + audience)}};
                            })},
          {"formats", {"pdf", "odt", "docx", "html"}}};
}

Json document_json(const App& app, const service::WrittenDocument& written) {
  const auto now = store::find_study(app.desk.store, written.told->live->id)->last_sequence;
  Json blocks = blocks_json(written.document.blocks);
  for (const auto& [place, paragraph] : written.paragraphs) {
    auto& block = blocks[place];
    block["block"] = paragraph.block;
    block["generated"] = paragraph.generated;
    block["edited"] = paragraph.edited;
    block["outdated"] = paragraph.outdated;
    if (paragraph.outdated) block["replaced"] = paragraph.replaced;
  }
  const auto& document = written.document;
  return {{"id", document.id},
          {"title", document.title},
          {"subtitle", document.subtitle},
          {"kind", document.labels.kind},
          {"banner", document.banner},
          {"footer", document.footer},
          {"cover", exchange::list_of(document.cover,
                                      [](const auto& line) {
                                        return Json{{"label", line.first}, {"text", line.second}};
                                      })},
          {"sequence", written.told->live->sequence},
          {"stale", written.told->live->sequence < now},
          {"blocks", std::move(blocks)}};
}

std::string media_type(const std::string& format) {
  if (format == "pdf") return "application/pdf";
  if (format == "odt") return "application/vnd.oasis.opendocument.text";
  if (format == "docx") return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return "text/html; charset=utf-8";
}

}  // namespace

http::Response list_documents(App& app, const Call& call) {
  if (!may(asker(app, call), service::Action::see_documents)) return problem(app, call, Kind::unknown);
  return json(
      exchange::list_of(service::document_kinds(), [&](const auto& kind) { return kind_json(app, call, kind); }));
}

http::Response get_document(App& app, const Call& call) {
  const auto order = order_in(call);
  if (!order) return problem(app, call, {.problems = {wrong_number("at")}});
  return answer(app, call, service::write_document(app.desk, asker(app, call), call.id(), *order),
                [&](const auto& written) { return document_json(app, written); });
}

http::Response get_document_file(App& app, const Call& call) {
  const auto order = order_in(call);
  if (!order) return problem(app, call, {.problems = {wrong_number("at")}});
  const auto& format = call.id(2);
  auto file = service::document_file(app.desk, asker(app, call), call.id(), *order, format);
  if (!file) return problem(app, call, file.error());
  const auto name = order->document + "-" + order->audience + "." + format;
  return {200,
          {{"Content-Type", media_type(format)}, {"Content-Disposition", "attachment; filename=\"" + name + "\""}},
          std::move(*file),
          nullptr};
}

}  // namespace koepel::api
