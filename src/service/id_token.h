// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "service/signing_keys.h"

// What an OpenID Connect provider says of somebody, and whether it says so, to us, now and for this login (OpenID
// Connect Core 1.0, 3.1.3.7). Pure: no network, no clock.

namespace koepel::service {

/// Why a token is not believed; the first reason found.
enum class TokenFlaw {
  malformed,
  wrong_algorithm,
  unknown_key,  ///< or none named: the keys may have been changed since they were read
  wrong_signature,
  wrong_issuer,
  wrong_audience,
  wrong_nonce,
  expired,
  not_yet_valid,
  too_weak  ///< the provider was less sure of who it is than we asked
};
[[nodiscard]] std::string_view word_of(TokenFlaw flaw);

struct TokenExpectations {
  std::string issuer;
  std::string client_id;
  std::string nonce;                     ///< of this one login
  std::vector<std::string> levels = {};  ///< values of "acr" that are sure enough; empty: any
};

/// What a believed token says.
struct IdToken {
  std::string subject;  ///< never changes for this person at this issuer
  std::string email;
  bool email_verified = false;
  std::string name;
};

/// `now_s`: seconds since 1970. Clocks may differ by a minute.
[[nodiscard]] tl::expected<IdToken, TokenFlaw> check_id_token(std::string_view token, const SigningKeys& keys,
                                                              const TokenExpectations& expected, std::int64_t now_s);

}  // namespace koepel::service
