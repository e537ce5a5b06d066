// SPDX-License-Identifier: EUPL-1.2
// A request in; a page, a file, or what the API says, out. The face is serve.
#include "api/site.h"

#include <algorithm>

#include "api/answer.h"

namespace koepel::api {

namespace {

/// Everything from ourselves, nothing inline, nowhere to be framed.
constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; frame-src 'none'";

void add_page_headers(const App& app, http::Response& response) {
  auto& headers = response.headers;
  const bool own = std::ranges::any_of(headers, [](const auto& h) { return h.first == "Content-Security-Policy"; });
  if (!own) headers.emplace_back("Content-Security-Policy", page_policy);
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back("X-Frame-Options", "DENY");
  headers.emplace_back("Referrer-Policy", "no-referrer");
  headers.emplace_back("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  if (app.settings.secure_cookies)
    headers.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

http::Response plain(int status, std::string text) {
  return {
      status, {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}}, std::move(text), nullptr};
}

const Asset* find(std::span<const Asset> assets, std::string_view path) {
  const auto found = std::find_if(assets.begin(), assets.end(), [&](const Asset& one) { return one.path == path; });
  return found == assets.end() ? nullptr : &*found;
}

/// The page behind an address: files by their path, the respondent's page, and for all else the program's own.
const Asset* page_for(std::span<const Asset> assets, std::string_view path) {
  if (const auto* file = find(assets, path)) return file;
  const auto last = path.substr(path.find_last_of('/') + 1);
  if (path.starts_with("/assets/") || last.find('.') != last.npos) return nullptr;
  return find(assets, path == "/answer" || path.starts_with("/answer/") ? "/answer.html" : "/index.html");
}

http::Response file_answer(const Asset& asset, const http::Request& request) {
  // Names of assets carry their hash: what is under one never changes. Pages do.
  const bool forever = asset.path.starts_with("/assets/");
  http::Response response{200,
                          {{"Content-Type", std::string(asset.type)},
                           {"Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache"},
                           {"Vary", "Accept-Encoding"}},
                          {},
                          nullptr};
  const bool packed = !asset.gzip.empty() && request.header("accept-encoding").find("gzip") != std::string_view::npos;
  if (packed) response.headers.emplace_back("Content-Encoding", "gzip");
  response.body = std::string(packed ? asset.gzip : asset.bytes);
  return response;
}

std::string security_text(const App& app) {
  // A year is the most that the standard allows; every answer renews it, so a forgotten server does not lapse.
  const auto expires = utc(app.desk.now_us() + 300LL * 86'400'000'000);
  return "Contact: " + app.settings.security_contact + "\nExpires: " + expires + "\nPreferred-Languages: nl, en\n" +
         "Canonical: " + app.settings.site + "/.well-known/security.txt\n";
}

http::Response themed(const std::string& bytes, const std::string& type) {
  return {200, {{"Content-Type", type}, {"Cache-Control", "no-cache"}}, bytes, nullptr};
}

/// A drawing may hold a script: as a picture on a page it does not run, and opened by itself this policy keeps it
/// still.
http::Response logo(const Theme& theme) {
  if (theme.logo.empty()) return plain(404, "404\n");
  auto response = themed(theme.logo, theme.logo_type);
  response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  return response;
}

http::Response ready(App& app) {
  try {
    app.desk.store.read([](store::Database& database) { (void)database.query("SELECT 1"); });
    return plain(200, "ready\n");
  } catch (const std::exception&) {
    return plain(503, "the database does not answer\n");
  }
}

http::Response site_answer(App& app, std::span<const Asset> assets, const http::Request& request) {
  if (request.method != "GET" && request.method != "HEAD") return plain(405, "405\n");
  if (request.path == "/healthz") return plain(200, "ok\n");
  if (request.path == "/readyz") return ready(app);
  if (request.path == "/theme.css") return themed(app.settings.theme.css, "text/css; charset=utf-8");
  if (request.path == "/theme/logo") return logo(app.settings.theme);
  if (request.path == "/.well-known/security.txt") return plain(200, security_text(app));
  const auto* asset = page_for(assets, request.path);
  return asset == nullptr ? plain(404, "404\n") : file_answer(*asset, request);
}

}  // namespace

http::Response serve(App& app, std::span<const Asset> assets, const http::Request& request) {
  if (request.path.starts_with("/api/v1/")) return handle(app, request);
  auto response = site_answer(app, assets, request);
  add_page_headers(app, response);
  return response;
}

}  // namespace koepel::api
