// SPDX-License-Identifier: EUPL-1.2
// Logging in at a provider, told line by line in JSON by login.test.mjs: the part of a server that has to do with it,
// and nothing else.
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>

#include "base/work_folder.h"
#include "service/oidc.h"

namespace {

using namespace koepel;
using Json = nlohmann::json;

std::int64_t now_us(const Json& order) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::microseconds>(now).count() +
         order.value("later_s", std::int64_t{0}) * 1'000'000;
}

std::string last_line(store::Store& store) {
  const auto lines = store::audit_after(store, 0, 10'000);
  return lines.empty() ? "" : lines.back().object;
}

Json fault(service::Fault::Kind kind, const std::string& line) {
  return {{"fault", static_cast<int>(kind)}, {"line", line}};
}

Json begin(service::Oidc& oidc, const Json& order) {
  const auto start = service::begin_oidc(oidc, now_us(order));
  if (!start) return fault(start.error().kind, "");
  return {{"url", start->url}, {"browser", start->browser}};
}

Json finish(store::Store& store, service::Oidc& oidc, const Json& order) {
  const service::OidcReturn back{order.value("state", ""), order.value("code", ""),    order.value("error", ""),
                                 order.value("iss", ""),   order.value("browser", ""), "127.0.0.1"};
  const auto login = service::finish_oidc(store, oidc, back, now_us(order));
  if (!login) return fault(login.error().kind, last_line(store));
  const auto visitor = service::visitor_of(store, login->cookie, now_us(order));
  return {{"email", visitor ? visitor->person.email : ""}, {"line", last_line(store)}};
}

Json invite(store::Store& store, const Json& order) {
  const auto made = service::invite_person(store, "Somebody", order.value("email", ""), "", now_us(order));
  return {{"person", made->person.id}};
}

}  // namespace

/// login ISSUER CLIENT SECRET REDIRECT
int main(int count, char** words) {
  if (count != 5) return 2;
  const WorkFolder work;
  store::Store store(work.path);
  service::Oidc oidc({words[1], words[2], words[3], words[4]});
  for (std::string line; std::getline(std::cin, line);) {
    const auto order = Json::parse(line);
    const auto what = order.value("do", "");
    const auto answer = what == "begin"    ? begin(oidc, order)
                        : what == "finish" ? finish(store, oidc, order)
                                           : invite(store, order);
    std::cout << answer.dump() << std::endl;
  }
}
