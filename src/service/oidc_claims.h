// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "service/id_token.h"
#include "service/oidc.h"

// Inside a login: from the code to what the provider says, and from there to one of our people. The face is oidc.h.

namespace koepel::service {

/// What a code is exchanged with.
struct CodeOrder {
  std::string url;
  std::string code;
  std::string verifier;
};
struct Tokens {
  std::string id_token;
  std::string access_token;
};
/// Why a code gave nothing.
enum class Redeemed { used, no_answer };
[[nodiscard]] tl::expected<Tokens, Redeemed> redeem(const Oidc& oidc, const CodeOrder& order);

/// Asks for the keys again when the token names one that we do not know.
[[nodiscard]] tl::expected<IdToken, TokenFlaw> believed(Oidc& oidc, const std::string& token, const std::string& nonce,
                                                        std::int64_t now_us);

struct OidcClaims {
  IdToken token;
  std::string access_token;
  std::string user_info;  ///< where to ask for the e-mail address when the token does not say it
};
/// The person linked to the subject; else, linked from now on, who was invited at the verified address.
[[nodiscard]] std::optional<store::Person> linked_person(store::Store& store, const Oidc& oidc,
                                                         const OidcClaims& claims);

}  // namespace koepel::service
