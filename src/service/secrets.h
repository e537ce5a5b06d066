// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Tokens, passwords and codes. All cryptography is libsodium's and liboath's.

namespace koepel::service {

/// 256 random bits in 43 characters that may stand in a URL's fragment.
[[nodiscard]] std::string new_token();
/// A short code that people can read out: 8 letters and digits without look-alikes, "K7PM-2WQX".
[[nodiscard]] std::string new_short_code();
/// `prefix` and 16 random hex digits: "p-3f...".
[[nodiscard]] std::string new_pseudonym(std::string_view prefix);
/// What the store keeps of a token or code. Codes are compared without case, blanks and hyphens.
[[nodiscard]] std::string token_hash(std::string_view token);
[[nodiscard]] std::string code_hash(std::string_view code);
/// The respondent's pseudonym "r-...", made from the token itself (keyed BLAKE2b with the study): only who holds the
/// token can make it; token_hash does not lead to it.
[[nodiscard]] std::string respondent_pseudonym(std::string_view token, std::string_view study);

/// Argon2id, 3 passes over 64 MiB; at most two at a time in the whole process. Costs about 0.1 s.
[[nodiscard]] std::string hash_password(const std::string& password);
[[nodiscard]] bool is_password(const std::string& hash, const std::string& password);

/// A base32 secret for an authenticator app, and the otpauth:// address that its QR code holds.
[[nodiscard]] std::string new_totp_secret();
[[nodiscard]] std::string totp_uri(const std::string& secret, const std::string& email);
/// The six digits that an app shows at this moment; for tests and for nobody else.
[[nodiscard]] std::string totp_code(const std::string& secret, std::int64_t now_us);
/// The time step of a right six-digit code (one step of 30 s either way), greater than `after`; 0 when it is wrong or
/// was used.
[[nodiscard]] std::int64_t totp_step(const std::string& secret, const std::string& code, std::int64_t now_us,
                                     std::int64_t after);

}  // namespace koepel::service
