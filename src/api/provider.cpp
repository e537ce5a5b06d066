// SPDX-License-Identifier: EUPL-1.2
// Logging in at the organisation's own provider: the page asks where to go, and tells what it came back with.
#include "api/routes.h"

namespace koepel::api {

namespace {

constexpr std::int64_t minute_us = 60'000'000;
constexpr const char* login_cookie = "koepel-login";
constexpr int login_seconds = 600;

/// A town hall is one address, and its council comes in at once; what is guarded is the provider, no secret is guessed.
bool tries_too_often(App& app, const Call& call) {
  return !app.rates.take("provider " + call.request.address, 300, 10 * minute_us, app.desk.now_us());
}

}  // namespace

http::Response begin_provider_login(App& app, const Call& call) {
  if (!app.settings.provider) return problem(app, call, service::Fault::Kind::unknown);
  if (tries_too_often(app, call)) return problem(app, call, service::Fault::Kind::too_many);
  const auto start = service::begin_oidc(*app.settings.provider, app.desk.now_us());
  if (!start) return problem(app, call, start.error());
  auto response = json({{"url", start->url}});
  set_cookie(app, response, login_cookie, start->browser, login_seconds);
  return response;
}

http::Response finish_provider_login(App& app, const Call& call) {
  if (!app.settings.provider) return problem(app, call, service::Fault::Kind::unknown);
  if (tries_too_often(app, call)) return problem(app, call, service::Fault::Kind::too_many);
  Body body(call.body);
  const service::OidcReturn back{.state = body.needed_text("state"),
                                 .code = body.text("code"),
                                 .error = body.text("error"),
                                 .issuer = body.text("iss"),
                                 .browser = std::string(call.request.cookie(cookie_name(app, login_cookie))),
                                 .origin = call.request.address};
  if (!body.fine()) return problem(app, call, {.problems = body.problems()});
  const auto login = service::finish_oidc(app.desk.store, *app.settings.provider, back, app.desk.now_us());
  auto response = login ? opened(app, call, *login) : problem(app, call, login.error());
  set_cookie(app, response, login_cookie, "", 0);
  return response;
}

}  // namespace koepel::api
