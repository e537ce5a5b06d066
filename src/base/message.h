// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace koepel {

/// One value inside a sentence. The engine never writes sentences: it gives a text key with arguments, and
/// the phrasebook (model/phrasebook.h) says it in Dutch or English, with numbers in that language's notation.
struct Arg {
  enum class Kind {
    word,     ///< language-free text, said as it is (a file name, an article of law)
    number,   ///< `number` with `decimals`
    percent,  ///< `number` is a share in [0, 1], said as a percentage with `decimals`
    money,    ///< `cents`, said in euros; `decimals` -2: rounded to hundreds of euros, -3 thousands ...
    date,     ///< `word` is an ISO date
    term,     ///< `word` names a thing: "task/U01", "partner/GM1724", "form/bvo", "answer/BK1.low", "text/KEY" ...
    list,     ///< `parts`, said as "a, b en c"
    message   ///< `word` is a text key with arguments `parts`
  };
  std::string name;
  Kind kind = Kind::word;
  std::string word;
  double number = 0;
  int decimals = 0;
  std::int64_t cents = 0;
  std::vector<Arg> parts;

  bool operator==(const Arg&) const = default;
};

/// A sentence to be said later: a key of the pack's texts and its arguments.
struct Message {
  std::string key;
  std::vector<Arg> args;

  [[nodiscard]] bool empty() const { return key.empty(); }
  bool operator==(const Message&) const = default;
};

/// A number, a share or an amount.
[[nodiscard]] bool is_figure(const Arg& arg);

// Short makers, so that a call reads as the sentence it becomes.
[[nodiscard]] Arg word(std::string_view name, std::string_view text);
[[nodiscard]] Arg number(std::string_view name, double value, int decimals = 0);
[[nodiscard]] Arg percent(std::string_view name, double share, int decimals = 0);
[[nodiscard]] Arg money(std::string_view name, std::int64_t cents);
/// An expected amount: said with two or three digits, because more would promise more than is known.
[[nodiscard]] Arg about(std::string_view name, double euro);
[[nodiscard]] Arg date(std::string_view name, std::string_view iso);
/// `kind` is "task", "partner", "form", "motive", "factor", "question", "answer", "role", "text" ...
[[nodiscard]] Arg term(std::string_view name, std::string_view kind, std::string_view id);
[[nodiscard]] Arg terms(std::string_view name, std::string_view kind, const std::vector<std::string>& ids);
[[nodiscard]] Arg nested(std::string_view name, const Message& message);

}  // namespace koepel
