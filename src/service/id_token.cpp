// SPDX-License-Identifier: EUPL-1.2
// A signed token in; what it says, or why it is not believed, out.
#include "service/id_token.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "service/url_text.h"

namespace koepel::service {

namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_token = 16'384;
constexpr std::size_t longest_subject = 255;
constexpr double slack_s = 60;

constexpr std::array words{
    std::pair{TokenFlaw::malformed, "malformed"},         std::pair{TokenFlaw::wrong_algorithm, "wrong-algorithm"},
    std::pair{TokenFlaw::unknown_key, "unknown-key"},     std::pair{TokenFlaw::wrong_signature, "wrong-signature"},
    std::pair{TokenFlaw::wrong_issuer, "wrong-issuer"},   std::pair{TokenFlaw::wrong_audience, "wrong-audience"},
    std::pair{TokenFlaw::wrong_nonce, "wrong-nonce"},     std::pair{TokenFlaw::expired, "expired"},
    std::pair{TokenFlaw::not_yet_valid, "not-yet-valid"}, std::pair{TokenFlaw::too_weak, "too-weak"}};

/// The three parts between the dots; `said` is what was signed.
struct Parts {
  Json header;
  Json claims;
  std::string_view said;
  std::string signature;
};

std::optional<Parts> take_apart(std::string_view token) {
  const auto first = token.find('.');
  const auto second = first == token.npos ? first : token.find('.', first + 1);
  if (token.size() > longest_token || second == token.npos || token.find('.', second + 1) != token.npos)
    return std::nullopt;
  Parts parts{Json::parse(from_base64url(token.substr(0, first)), nullptr, false),
              Json::parse(from_base64url(token.substr(first + 1, second - first - 1)), nullptr, false),
              token.substr(0, second), from_base64url(token.substr(second + 1))};
  if (!parts.header.is_object() || !parts.claims.is_object()) return std::nullopt;
  return parts;
}

std::string text(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<double> time(const Json& claims, const char* name) {
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

using Verdict = std::optional<TokenFlaw>;

/// "crit" names extensions that a reader must know; we know none. A "typ" that is not a plain token is for another use.
bool is_plain(const Json& header) {
  const auto kind = text(header, "typ");
  return !header.contains("crit") && (!header.contains("typ") || kind == "JWT" || kind == "jwt");
}

Verdict check_signature(const Parts& parts, const SigningKeys& keys) {
  Signing how{};
  const auto algorithm = text(parts.header, "alg"), id = text(parts.header, "kid");
  if (!is_allowed(algorithm, how)) return TokenFlaw::wrong_algorithm;
  if (!is_plain(parts.header)) return TokenFlaw::malformed;
  bool known = false;
  for (const auto& key : keys) {
    if (id.empty() || key.id != id || (!key.algorithm.empty() && key.algorithm != algorithm)) continue;
    if (is_signed_by(key, how, parts.said, parts.signature)) return std::nullopt;
    known = true;
  }
  return known ? TokenFlaw::wrong_signature : TokenFlaw::unknown_key;
}

/// For us and, when also for others, asked for by us.
bool is_for(const Json& claims, const std::string& client) {
  const auto found = claims.find("aud");
  if (found == claims.end()) return false;
  const auto party = text(claims, "azp");
  if (claims.contains("azp") && party != client) return false;
  if (found->is_string()) return *found == client;
  if (!found->is_array() || std::find(found->begin(), found->end(), Json(client)) == found->end()) return false;
  return found->size() == 1 || party == client;
}

Verdict check_time(const Json& claims, double now_s) {
  const auto made = time(claims, "iat"), end = time(claims, "exp"), begin = time(claims, "nbf");
  if (!made || !end || (claims.contains("nbf") && !begin)) return TokenFlaw::malformed;
  if (*end + slack_s <= now_s) return TokenFlaw::expired;
  if (*made - slack_s > now_s || (begin && *begin - slack_s > now_s)) return TokenFlaw::not_yet_valid;
  return std::nullopt;
}

Verdict check_claims(const Json& claims, const TokenExpectations& expected, double now_s) {
  const auto subject = text(claims, "sub");
  if (subject.empty() || subject.size() > longest_subject) return TokenFlaw::malformed;
  if (expected.issuer.empty() || text(claims, "iss") != expected.issuer) return TokenFlaw::wrong_issuer;
  if (!is_for(claims, expected.client_id)) return TokenFlaw::wrong_audience;
  if (expected.nonce.empty() || text(claims, "nonce") != expected.nonce) return TokenFlaw::wrong_nonce;
  if (const auto flaw = check_time(claims, now_s)) return flaw;
  const auto& levels = expected.levels;
  const bool sure = levels.empty() || std::find(levels.begin(), levels.end(), text(claims, "acr")) != levels.end();
  return sure ? std::nullopt : Verdict(TokenFlaw::too_weak);
}

}  // namespace

std::string_view word_of(TokenFlaw flaw) {
  return std::find_if(words.begin(), words.end(), [&](const auto& one) { return flaw == one.first; })->second;
}

tl::expected<IdToken, TokenFlaw> check_id_token(std::string_view token, const SigningKeys& keys,
                                                const TokenExpectations& expected, std::int64_t now_s) {
  const auto parts = take_apart(token);
  if (!parts) return tl::unexpected(TokenFlaw::malformed);
  // Nothing of what it says counts before it is known who says it.
  if (const auto flaw = check_signature(*parts, keys)) return tl::unexpected(*flaw);
  if (const auto flaw = check_claims(parts->claims, expected, static_cast<double>(now_s))) return tl::unexpected(*flaw);
  const auto& claims = parts->claims;
  const auto verified = claims.find("email_verified");
  return IdToken{text(claims, "sub"), text(claims, "email"), verified != claims.end() && *verified == true,
                 text(claims, "name")};
}

}  // namespace koepel::service
