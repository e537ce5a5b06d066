// SPDX-License-Identifier: EUPL-1.2
// Somebody who goes to the provider and comes back in; a session, or why not, out. Face: begin_oidc(), finish_oidc().
#include "service/oidc.h"

#include <array>

#include "service/id_token.h"
#include "service/oidc_claims.h"
#include "service/open_session.h"
#include "service/secrets.h"
#include "service/sodium_start.h"
#include "service/url_text.h"

namespace koepel::service {

namespace {

constexpr std::int64_t login_us = 600'000'000;  // ten minutes to log in over there
constexpr std::size_t most_logins = 10'000;

/// What PKCE sends ahead of the verifier (method S256).
std::string challenge_of(const std::string& verifier) {
  start_sodium();
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
  return base64url({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

std::string authorization_url(const OidcConfig& config, const std::string& place, const std::string& state,
                              const BegunLogin& login) {
  const auto challenge = challenge_of(login.verifier);
  Fields fields{{"response_type", "code"},
                {"client_id", config.client_id},
                {"redirect_uri", config.redirect_uri},
                {"scope", config.scope},
                {"state", state},
                {"nonce", login.nonce},
                {"code_challenge", challenge},
                {"code_challenge_method", "S256"}};
  if (!config.levels.empty()) fields.emplace_back("acr_values", config.levels.front());
  return place + (place.find('?') == place.npos ? "?" : "&") + form_of(fields);
}

/// Why a login failed: for its user, and (a word) for who reads the audit.
struct Refusal {
  Fault::Kind kind;
  std::string why;
};
tl::unexpected<Refusal> because(Fault::Kind kind, std::string_view why) {
  return tl::unexpected(Refusal{kind, std::string(why)});
}

tl::expected<BegunLogin, Refusal> begun_by(Oidc& oidc, const OidcReturn& back, std::int64_t now_us) {
  auto login = oidc.begun.take(back.state, now_us);
  if (!login) return because(Fault::Kind::gone, "unknown-state");
  if (login->browser_hash != token_hash(back.browser)) return because(Fault::Kind::gone, "another-browser");
  return std::move(*login);
}

/// What the provider says of the person, believed.
tl::expected<OidcClaims, Refusal> claims_of(Oidc& oidc, const OidcReturn& back, const BegunLogin& login,
                                            std::int64_t now_us) {
  const auto places = oidc.provider.places(now_us);
  if (!places) return because(Fault::Kind::unavailable, "no-answer");
  const bool issuer_fits = back.issuer.empty() ? !places->names_itself : back.issuer == oidc.config.issuer;
  if (!issuer_fits) return because(Fault::Kind::wrong_credentials, "wrong-issuer");
  if (!back.error.empty() || back.code.empty()) return because(Fault::Kind::not_logged_in, "refused-there");
  const auto tokens = redeem(oidc, {places->token, back.code, login.verifier});
  if (!tokens)
    return because(tokens.error() == Redeemed::used ? Fault::Kind::gone : Fault::Kind::unavailable,
                   tokens.error() == Redeemed::used ? "code-refused" : "no-answer");
  const auto token = believed(oidc, tokens->id_token, login.nonce, now_us);
  if (!token) return because(Fault::Kind::wrong_credentials, word_of(token.error()));
  return OidcClaims{*token, tokens->access_token, places->user_info};
}

tl::expected<store::Person, Refusal> person_behind(store::Store& store, Oidc& oidc, const OidcReturn& back,
                                                   const BegunLogin& login, std::int64_t now_us) {
  const auto claims = claims_of(oidc, back, login, now_us);
  if (!claims) return tl::unexpected(claims.error());
  auto person = linked_person(store, oidc, *claims);
  if (!person) return because(Fault::Kind::forbidden, "not-invited");
  return std::move(*person);
}

}  // namespace

bool BegunLogins::add(const std::string& state, BegunLogin login, std::int64_t now_us) {
  const std::lock_guard lock(mutex_);
  if (logins_.size() >= most_logins)
    std::erase_if(logins_, [&](const auto& entry) { return entry.second.ends_us <= now_us; });
  return logins_.size() < most_logins && logins_.emplace(state, std::move(login)).second;
}

std::optional<BegunLogin> BegunLogins::take(const std::string& state, std::int64_t now_us) {
  const std::lock_guard lock(mutex_);
  auto found = logins_.extract(state);
  if (found.empty() || found.mapped().ends_us <= now_us) return std::nullopt;
  return std::move(found.mapped());
}

Outcome<OidcStart> begin_oidc(Oidc& oidc, std::int64_t now_us) {
  const auto places = oidc.provider.places(now_us);
  if (!places) return refused(Fault::Kind::unavailable);
  const auto state = new_token(), browser = new_token();
  const BegunLogin login{token_hash(browser), new_token(), new_token(), now_us + login_us};
  if (!oidc.begun.add(state, login, now_us)) return refused(Fault::Kind::too_many);
  return OidcStart{authorization_url(oidc.config, places->authorization, state, login), browser};
}

Outcome<OpenSession> finish_oidc(store::Store& store, Oidc& oidc, const OidcReturn& back, std::int64_t now_us) {
  const auto refuse = [&](const Refusal& refusal) {
    store::add_audit(store, {now_us, "", "session.open", "oidc " + refusal.why, "failed", back.origin});
    return refused(refusal.kind);
  };
  const auto login = begun_by(oidc, back, now_us);
  if (!login) return refuse(login.error());
  const auto person = person_behind(store, oidc, back, *login, now_us);
  if (!person) return refuse(person.error());
  auto session = open_for(store, *person, {.origin = back.origin, .way = "oidc"}, now_us);
  if (!session) return refuse({session.error().kind, "changed-meanwhile"});
  return session;
}

}  // namespace koepel::service
