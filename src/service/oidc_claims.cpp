// SPDX-License-Identifier: EUPL-1.2
// A code in; what the provider says of whom, and who of our people that is, out.
#include "service/oidc_claims.h"

#include <nlohmann/json.hpp>

#include "service/account_rules.h"
#include "service/url_text.h"

namespace koepel::service {

namespace {

using Json = nlohmann::json;

std::string text(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// With the e-mail address that the provider tells of the same person when asked, if it did not say it at once.
IdToken with_address(const Oidc& oidc, const OidcClaims& claims) {
  auto token = claims.token;
  if (!token.email.empty() || claims.user_info.empty() || claims.access_token.empty()) return token;
  const auto answer = oidc.provider.ask({.url = claims.user_info, .bearer = claims.access_token});
  if (!answer || answer->status != 200) return token;
  const auto said = Json::parse(answer->body, nullptr, false);
  if (!said.is_object() || text(said, "sub") != token.subject) return token;
  const auto verified = said.find("email_verified");
  token.email = text(said, "email"), token.email_verified = verified != said.end() && *verified == true;
  return token;
}

std::optional<store::Person> invited_at(store::Store& store, const Oidc& oidc, const IdToken& token) {
  const auto address = plain_address(token.email);
  if (address.empty() || !(token.email_verified || oidc.config.addresses_are_its_own)) return std::nullopt;
  return store::person_by_email(store, address);
}

}  // namespace

tl::expected<Tokens, Redeemed> redeem(const Oidc& oidc, const CodeOrder& order) {
  const auto& config = oidc.config;
  const auto answer = oidc.provider.ask({.url = order.url,
                                         .form = form_of({{"grant_type", "authorization_code"},
                                                          {"code", order.code},
                                                          {"redirect_uri", config.redirect_uri},
                                                          {"code_verifier", order.verifier}}),
                                         .user = percent_encoded(config.client_id),
                                         .password = percent_encoded(config.client_secret)});
  const auto said = answer ? Json::parse(answer->body, nullptr, false) : Json();
  if (!said.is_object()) return tl::unexpected(Redeemed::no_answer);
  if (answer->status != 200)
    return tl::unexpected(text(said, "error") == "invalid_grant" ? Redeemed::used : Redeemed::no_answer);
  return Tokens{text(said, "id_token"), text(said, "access_token")};
}

tl::expected<IdToken, TokenFlaw> believed(Oidc& oidc, const std::string& token, const std::string& nonce,
                                          std::int64_t now_us) {
  const TokenExpectations expected{oidc.config.issuer, oidc.config.client_id, nonce, oidc.config.levels};
  const auto check = [&](bool again) -> tl::expected<IdToken, TokenFlaw> {
    const auto keys = oidc.provider.keys(now_us, again);
    return check_id_token(token, keys ? *keys : SigningKeys{}, expected, now_us / 1'000'000);
  };
  auto said = check(false);
  return !said && said.error() == TokenFlaw::unknown_key ? check(true) : said;
}

std::optional<store::Person> linked_person(store::Store& store, const Oidc& oidc, const OidcClaims& claims) {
  const auto subject = oidc.config.issuer + "|" + claims.token.subject;
  if (auto known = store::person_by_subject(store, subject)) return known;
  const auto invited = invited_at(store, oidc, with_address(oidc, claims));
  // Whoever was linked before keeps that link: an address may have passed to another employee.
  if (!invited || !store::set_subject(store, invited->id, subject)) return std::nullopt;
  return store::find_person(store, invited->id);
}

}  // namespace koepel::service
