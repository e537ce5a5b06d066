// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "service/fetch.h"
#include "service/sample_tokens.h"

// For tests: an OpenID Connect provider without a network.

namespace koepel::service::samples {

inline const std::string issuer = "https://login.example.nl/realm";

/// The parameters of an address or form.
inline std::map<std::string, std::string> parameters(const std::string& text) {
  std::map<std::string, std::string> found;
  std::string name, value;
  bool in_value = false;
  const auto keep = [&] { found[name] = value, name.clear(), value.clear(), in_value = false; };
  for (std::size_t i = text.find('?') + 1; i < text.size(); ++i) {
    auto& into = in_value ? value : name;
    if (text[i] == '&')
      keep();
    else if (text[i] == '=')
      in_value = true;
    else if (text[i] == '%')
      into += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16)), i += 2;
    else
      into += text[i];
  }
  keep();
  return found;
}

/// A provider, and what it was asked.
struct Provider {
  PrivateKey key = curve("k1");
  Json places{{"issuer", issuer},
              {"authorization_endpoint", "https://login.example.nl/auth"},
              {"token_endpoint", "https://login.example.nl/token"},
              {"jwks_uri", "https://login.example.nl/keys"},
              {"userinfo_endpoint", "https://login.example.nl/me"}};
  Json claims{{"sub", "7"}, {"email", "Anna@example.nl"}, {"email_verified", true}};
  Json user_info;
  std::string nonce;
  std::int64_t now_s = 1'700'000'000;
  Fetched token_answer{200, ""};  ///< instead of tokens
  bool down = false;
  std::vector<FetchOrder> asked;

  std::size_t times(const std::string& end) const {
    return static_cast<std::size_t>(
        std::count_if(asked.begin(), asked.end(), [&](const auto& o) { return o.url.ends_with(end); }));
  }
  std::string id_token() const {
    Json all{{"iss", issuer}, {"aud", "koepel"}, {"nonce", nonce}, {"iat", now_s}, {"exp", now_s + 300}};
    all.update(claims);
    return token(key, {{"alg", "ES256"}, {"kid", key.id}}, all);
  }
  std::optional<Fetched> answer(const FetchOrder& order) {
    asked.push_back(order);
    if (down) return std::nullopt;
    if (order.url == issuer + "/.well-known/openid-configuration") return Fetched{200, places.dump()};
    if (order.url.ends_with("/keys")) return Fetched{200, Json{{"keys", {jwk(key)}}}.dump()};
    if (order.url.ends_with("/me")) return Fetched{200, user_info.dump()};
    if (!order.url.ends_with("/token")) return Fetched{404, ""};
    if (!token_answer.body.empty()) return token_answer;
    return Fetched{200, Json{{"id_token", id_token()}, {"access_token", "access-1"}}.dump()};
  }
};

}  // namespace koepel::service::samples
