// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct evp_pkey_st;  // OpenSSL's EVP_PKEY

// The public keys with which a provider signs (RFC 7517), and whether one of them signed a text (RFC 7518). All
// cryptography is OpenSSL's.

namespace koepel::service {

/// What a signature may be made with. There is no other: "none", and keys that both sides share (HS256), let anybody
/// sign.
enum class Signing { rs256, ps256, es256 };
[[nodiscard]] bool is_allowed(std::string_view algorithm, Signing& which);

struct SigningKey {
  std::string id;         ///< "kid"
  std::string algorithm;  ///< "alg": the only one it may be used for; empty: any that fits
  bool is_rsa = false;    ///< else a point on the curve P-256
  std::shared_ptr<evp_pkey_st> key;
};
using SigningKeys = std::vector<SigningKey>;

/// The keys of a JSON Web Key Set that may sign and that we trust: RSA of 2,048 to 8,192 bits, or P-256; with an id.
/// Others are left out; what is no key set gives none.
[[nodiscard]] SigningKeys read_signing_keys(std::string_view json);

[[nodiscard]] bool is_signed_by(const SigningKey& key, Signing how, std::string_view text, std::string_view signature);

}  // namespace koepel::service
