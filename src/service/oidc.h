// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "service/accounts.h"
#include "service/oidc_provider.h"

// Logging in at the organisation's own OpenID Connect provider: authorization code flow with PKCE (RFC 7636), as a
// confidential client. Tokens never reach the browser. Nobody gets in uninvited.

namespace koepel::service {

struct OidcConfig {
  std::string issuer;  ///< "https://login.example.nl/realms/gemeente", letter for letter as the provider says it
  std::string client_id;
  std::string client_secret;
  std::string redirect_uri;  ///< on our own site, as registered at the provider
  std::string scope = "openid email profile";
  std::vector<std::string> levels = {};  ///< "acr" values that are sure enough; empty: any. The first is asked for
  /// The provider gives out the e-mail addresses itself, to its own people only, and therefore says of none that it was
  /// verified. Where people choose their own address this would let them in as somebody else.
  bool addresses_are_its_own = false;
};

/// A login between leaving and coming back.
struct BegunLogin {
  std::string browser_hash;
  std::string nonce;
  std::string verifier;
  std::int64_t ends_us = 0;
};

/// Logins that have begun, by state; each is taken once, within ten minutes. Safe from any thread.
class BegunLogins {
 public:
  /// False when there are too many.
  [[nodiscard]] bool add(const std::string& state, BegunLogin login, std::int64_t now_us);
  [[nodiscard]] std::optional<BegunLogin> take(const std::string& state, std::int64_t now_us);

 private:
  std::mutex mutex_;
  std::map<std::string, BegunLogin> logins_;
};

/// One per server.
struct Oidc {
  explicit Oidc(OidcConfig with, Fetch fetch = over_the_network())
      : config(std::move(with)), provider(config.issuer, std::move(fetch)) {}
  OidcConfig config;
  OidcProvider provider;
  BegunLogins begun;
};

/// Where to send the browser, and what to put in a cookie of its own (Secure, HttpOnly, SameSite=Lax, ten minutes):
/// without it somebody could let another finish a login that he began himself.
struct OidcStart {
  std::string url;
  std::string browser;
};
/// Fails when the provider does not answer (unavailable) or when too many logins have begun (too_many). Where somebody
/// wanted to be is for the browser to remember.
[[nodiscard]] Outcome<OidcStart> begin_oidc(Oidc& oidc, std::int64_t now_us);

/// With what the browser came back: the parameters of the address, and its cookie.
struct OidcReturn {
  std::string state;
  std::string code;
  std::string error;   ///< or empty
  std::string issuer;  ///< "iss", or empty
  std::string browser;
  std::string origin;  ///< network address, for the audit
};
/// The person is who was linked to this subject before, else the invited one with this verified e-mail address, who is
/// linked from now on. Fails as gone (no such login has begun here, or the code was used), not_logged_in (refused or
/// cancelled at the provider), unavailable, wrong_credentials (the token is not believed) or forbidden (not invited).
/// The audit line tells which. A second factor of our own is not asked: that is the provider's to do.
[[nodiscard]] Outcome<OpenSession> finish_oidc(store::Store& store, Oidc& oidc, const OidcReturn& back,
                                               std::int64_t now_us);

}  // namespace koepel::service
