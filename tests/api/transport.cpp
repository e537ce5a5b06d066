// SPDX-License-Identifier: EUPL-1.2
// Asks every operation of the API over a socket in the ways that are refused before or after the operation itself: a
// request that can be read in two ways, a body that is too long, and an operation that breaks. Writes down the answers.
//     transport OUT.jsonl
#include <iostream>

#include "base/work_folder.h"
#include "content/pack_reader.h"
#include "http/http_test_parts.h"
#include "transcript.h"

namespace koepel::api {

namespace {

/// The bytes of an answer, taken apart.
http::Response read_answer(const std::string& bytes) {
  const auto head = bytes.find("\r\n\r\n");
  if (!bytes.starts_with("HTTP/1.1 ") || head == bytes.npos) throw std::runtime_error("no answer: " + bytes);
  http::Response response{std::stoi(bytes.substr(9, 3)), {}, bytes.substr(head + 4), nullptr};
  for (auto at = bytes.find("\r\n"); at < head;) {
    const auto end = bytes.find("\r\n", at + 2), colon = bytes.find(": ", at);
    response.headers.emplace_back(bytes.substr(at + 2, colon - at - 2), bytes.substr(colon + 2, end - colon - 2));
    at = end;
  }
  return response;
}

/// How a request is spoiled, and what must come of it.
struct Spoiled {
  int status;
  http::Headers headers;
};

std::vector<Spoiled> spoiled(const Route& route) {
  std::vector<Spoiled> all{{400, {{"Host", "a.example"}, {"Host", "b.example"}}},
                           {500, {{"Host", "a.example"}, {"Cookie", "koepel=x; __Host-koepel=x"}}}};
  if (has_body(route)) all.push_back({413, {{"Host", "a.example"}, {"Content-Length", "999999999999"}}});
  return all;
}

int ask_all(const http::http_tests::Running& server, Transcripts& transcripts) {
  int wrong = 0;
  for (const auto& route : routes())
    for (const auto& [status, headers] : spoiled(route)) {
      const http::Request request{.method = std::string(route.method), .path = path_of(route), .headers = headers};
      std::string bytes = request.method + " " + request.path + " HTTP/1.1\r\n";
      for (const auto& [name, value] : headers) bytes += name + ": " + value + "\r\n";
      const auto response = read_answer(server.ask(bytes + "\r\n"));
      transcripts.add(route.id, request.path, request, response);
      if (response.status == status) continue;
      std::cerr << route.id << ": answered " << response.status << ", expected " << status << "\n";
      ++wrong;
    }
  return wrong;
}

/// A server whose clock breaks: no fault that anybody expected.
int run(const std::filesystem::path& out) {
  const WorkFolder folder;
  const auto pack = content::read_pack(content::delivered_pack()).value();
  const auto reference = exchange::read_reference({exchange::delivered_reference()});
  store::Store store(folder.path / "data");
  service::Desk desk{.store = store,
                     .pack = pack,
                     .reference = reference,
                     .examples = folder.path,
                     .now_us = []() -> std::int64_t { throw std::runtime_error("the clock stands still"); },
                     .tell = [](const service::Change&) {}};
  App app{.desk = desk, .settings = {.site = "https://koepel.example"}};
  const http::http_tests::Running server(
      {}, [&](const http::Request& request) { return handle(app, request); }, {},
      [&](http::Response own, const std::string& path) { return adopt(app, std::move(own), path); });
  Transcripts transcripts(out);
  const int wrong = ask_all(server, transcripts);
  std::cout << routes().size() << " operations, " << wrong << " answers other than expected\n";
  return wrong == 0 ? 0 : 1;
}

}  // namespace

}  // namespace koepel::api

int main(int argc, char** argv) { return argc == 2 ? koepel::api::run(argv[1]) : 2; }
