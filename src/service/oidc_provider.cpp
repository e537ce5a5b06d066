// SPDX-License-Identifier: EUPL-1.2
// An issuer in; where it answers and with which keys it signs out.
#include "service/oidc_provider.h"

#include <nlohmann/json.hpp>

#include "service/url_text.h"

namespace koepel::service {

namespace {

using Json = nlohmann::json;

constexpr std::int64_t hour_us = 3'600'000'000;

std::string place(const Json& document, const char* name, const std::string& issuer) {
  const auto found = document.find(name);
  if (found == document.end() || !found->is_string()) return {};
  auto url = found->get<std::string>();
  const bool safe = is_loopback(issuer) ? is_loopback(url) : url.starts_with("https://");
  return safe ? url : "";
}

std::string well_known(std::string issuer) {
  if (issuer.ends_with('/')) issuer.pop_back();
  return issuer + "/.well-known/openid-configuration";
}

}  // namespace

std::optional<ProviderPlaces> read_places(const std::string& json, const std::string& issuer) {
  const auto document = Json::parse(json, nullptr, false);
  if (!document.is_object() || !document.contains("issuer") || document["issuer"] != issuer) return std::nullopt;
  const auto names = document.find("authorization_response_iss_parameter_supported");
  ProviderPlaces places{place(document, "authorization_endpoint", issuer), place(document, "token_endpoint", issuer),
                        place(document, "jwks_uri", issuer), place(document, "userinfo_endpoint", issuer),
                        names != document.end() && *names == true};
  if (places.authorization.empty() || places.token.empty() || places.keys.empty()) return std::nullopt;
  return places;
}

std::optional<std::string> OidcProvider::document(const std::string& url) const {
  if (!url.starts_with("https://") && !is_loopback(url)) return std::nullopt;
  auto answer = fetch_({.url = url});
  if (!answer || answer->status != 200) return std::nullopt;
  return std::move(answer->body);
}

std::shared_ptr<const ProviderPlaces> OidcProvider::places(std::int64_t now_us) {
  return places_.get(now_us, hour_us, [&]() -> std::optional<ProviderPlaces> {
    const auto text = document(well_known(issuer_));
    return text ? read_places(*text, issuer_) : std::nullopt;
  });
}

std::shared_ptr<const SigningKeys> OidcProvider::keys(std::int64_t now_us, bool again) {
  const auto known = places(now_us);
  if (!known) return nullptr;
  return keys_.get(now_us, again ? 0 : hour_us, [&]() -> std::optional<SigningKeys> {
    const auto text = document(known->keys);
    return text ? std::optional(read_signing_keys(*text)) : std::nullopt;
  });
}

}  // namespace koepel::service
