// SPDX-License-Identifier: EUPL-1.2
// E-mail addresses, names and passwords as people type them. Face: plain_address(), plain_name(), is_well_known().
#include "service/account_rules.h"

#include <algorithm>
#include <array>
#include <set>

namespace koepel::service {

namespace {

constexpr std::size_t longest_address = 254;  // RFC 5321
constexpr std::size_t longest_name = 200;

/// What guessers try first, without the digits and signs that people put round it: "Welkom2026!!!!".
constexpr std::array<std::string_view, 40> words{
    "wachtwoord", "welkom",       "geheim",   "gemeente",  "samenwerken", "samenwerking", "koepel",  "beheerder",
    "raadhuis",   "gemeentehuis", "stadhuis", "nederland", "voetbal",     "feyenoord",    "ajax",    "amsterdam",
    "rotterdam",  "utrecht",      "lente",    "zomer",     "herfst",      "winter",       "januari", "september",
    "december",   "password",     "passwort", "welcome",   "letmein",     "secret",       "admin",   "administrator",
    "changeme",   "iloveyou",     "sunshine", "football",  "princess",    "dragon",       "monkey",  "superman"};

/// Walks along the keyboard.
constexpr std::array<std::string_view, 8> rows{
    "12345678901234567890",       "qwertyuiop", "asdfghjkl",        "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyz", "azertyuiop", "1q2w3e4r5t6y7u8i", "qazwsxedcrfv"};

constexpr std::size_t longest_walk = 20;
constexpr std::size_t fewest_different = 5;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// The word, once or several times in a row.
bool repeats(std::string_view text, std::string_view word) {
  if (text.empty() || text.size() % word.size() != 0) return false;
  for (std::size_t i = 0; i < text.size(); i += word.size())
    if (text.substr(i, word.size()) != word) return false;
  return true;
}

bool follows_keyboard(std::string_view text) {
  if (text.size() > longest_walk) return false;  // what comes after it then counts
  return std::any_of(rows.begin(), rows.end(), [&](std::string_view row) {
    const auto beginning = text.substr(0, std::min(text.size(), std::size_t{8}));
    return row.find(beginning) != row.npos || beginning.starts_with(row);
  });
}

}  // namespace

std::string lower(std::string_view text) {
  std::string plain(text);
  std::transform(plain.begin(), plain.end(), plain.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return plain;
}

std::string plain_address(std::string_view address) {
  const auto at = address.find('@');
  const bool whole = at != address.npos && at > 0 && at + 1 < address.size() && address.size() <= longest_address;
  const bool clean =
      std::none_of(address.begin(), address.end(), is_control) && address.find_first_of(" <>\"") == address.npos;
  return whole && clean ? lower(address) : "";
}

std::string plain_name(std::string_view name) {
  std::string plain;
  std::size_t count = 0;
  for (const char c : name) {
    if (begins_character(c) && ++count > longest_name) break;
    plain += is_control(c) ? ' ' : c;
  }
  return plain;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

bool is_well_known(std::string_view password) {
  const auto plain = lower(password);
  std::string letters;
  std::copy_if(plain.begin(), plain.end(), std::back_inserter(letters), is_letter);
  if (std::any_of(words.begin(), words.end(), [&](std::string_view word) { return repeats(letters, word); }))
    return true;
  return follows_keyboard(plain) || std::set<char>(plain.begin(), plain.end()).size() < fewest_different;
}

}  // namespace koepel::service
