// SPDX-License-Identifier: EUPL-1.2
// A whole Koepel behind one door, for bodies that nobody should send: a manager who is logged in, one study, and a
// clock that runs so fast that no limit on rate gets in the way.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "api/routes.h"
#include "base/work_folder.h"
#include "content/pack_reader.h"
#include "exchange/files.h"
#include "service/studies.h"
#include "store/studies.h"

namespace koepel::api::fuzz {

/// Operations that read a body.
inline std::vector<const Route*> readers() {
  std::vector<const Route*> out;
  for (const auto& route : routes())
    if (route.method == "POST" || route.method == "PUT") out.push_back(&route);
  return out;
}

class World {
 public:
  World() {
    person_ = service::first_manager(store_, now_us_).person.id;
    const service::Asker maker{.person = person_, .manager = true};
    const exchange::StudyFiles files{
        {"study.yaml", "id: proef\ntitle: Proef\ndate: 2026-03-01\npartners: [GM0770, GM1728]\n"},
        {"taken.csv", "taak\nU01\nU03\n"}};
    study_ = service::make_from_files(desk_, maker, files).value().id;
    log_in();
  }

  /// The status of the answer to this body. Never throws: that is what is tried.
  int status(const Route& route, const std::string& body) {
    const auto response = ask(route, body);
    if (response.status == 401) log_in();
    return response.status;
  }

 private:
  http::Response ask(const Route& route, const std::string& body) {
    now_us_ += 60'000'000;
    http::Request request{.method = std::string(route.method), .path = path_of(route), .address = "192.0.2.7"};
    request.headers = {
        {"accept", "*/*"}, {"content-type", "application/json"}, {"cookie", cookie_}, {"x-csrf-token", csrf_}};
    request.body = body;
    return handle(app_, request);
  }

  void log_in() {
    const auto token = service::make_login_link(store_, person_, now_us_);
    for (const auto& route : routes()) {
      if (route.id != "openSessionByLink") continue;
      cookie_.clear(), csrf_.clear();
      const auto response = ask(route, Json{{"token", token}}.dump());
      for (const auto& [name, value] : response.headers)
        if (name == "Set-Cookie") cookie_ = value.substr(0, value.find(';'));
      csrf_ = Json::parse(response.body).value("csrf", "");
    }
  }

  std::string path_of(const Route& route) const {
    std::string path = "/api/v1";
    for (std::string_view rest = route.path; !rest.empty();) {
      rest.remove_prefix(1);
      const auto part = rest.substr(0, rest.find('/'));
      path += "/" + (part == "{study}"       ? study_
                     : part == "{person}"    ? person_
                     : part == "{subject}"   ? "U01"
                     : part.starts_with('{') ? "1"
                                             : std::string(part));
      rest.remove_prefix(part.size());
    }
    return path;
  }

  WorkFolder folder_;
  MethodPack pack_ = content::read_pack(content::delivered_pack()).value();
  exchange::ReferenceReading reference_ = exchange::read_reference({exchange::delivered_reference()});
  store::Store store_{folder_.path / "data"};
  std::int64_t now_us_ = 1'795'000'000'000'000;
  service::Desk desk_{.store = store_,
                      .pack = pack_,
                      .reference = reference_,
                      .examples = std::filesystem::path(KOEPEL_SOURCE_DIR) / "cases",
                      .now_us = [this] { return now_us_ += 1'000; },
                      .tell = [](const service::Change&) {}};
  App app_{.desk = desk_, .settings = {.site = "https://koepel.example"}};
  std::string person_, study_, cookie_, csrf_;
};

}  // namespace koepel::api::fuzz
