// SPDX-License-Identifier: EUPL-1.2
// A step in, its line of JSON out, without a tree of values between. The face is add_text().
#include "exchange/step_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

#include "exchange/json_values.h"

namespace koepel::exchange {

namespace {

bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

/// Nearly every string is plain; the others, foreign letters among them, are left to the library, which also refuses
/// what is no UTF-8.
void add(std::string& out, const std::string& text) {
  if (std::all_of(text.begin(), text.end(), is_plain))
    out.append(1, '"').append(text).append(1, '"');
  else
    out += Json(text).dump();
}

void add(std::string& out, std::int64_t number) {
  char digits[24];
  out.append(digits, std::to_chars(std::begin(digits), std::end(digits), number).ptr);
}

/// By the library's own digits: other ways to write the shortest number differ in the last of them, or in the exponent.
void add(std::string& out, double number) {
  char digits[64];
  if (std::isfinite(number))
    out.append(digits, nlohmann::detail::to_chars(std::begin(digits), std::end(digits), number));
  else
    out += "null";
}

void add(std::string& out, const Arg& arg);
void add(std::string& out, const Message& message);
void add(std::string& out, const Origin& origin);

template <class Element>
void add(std::string& out, const std::vector<Element>& list) {
  out += '[';
  for (const auto& element : list) {
    if (&element != list.data()) out += ',';
    add(out, element);
  }
  out += ']';
}

/// One member of an object that has been opened with '{'.
template <class Value>
void member(std::string& out, std::string_view key, const Value& value) {
  if (out.back() != '{') out += ',';
  out.append(1, '"').append(key).append("\":");
  add(out, value);
}

template <class Value>
void member_if_any(std::string& out, std::string_view key, const Value& value) {
  if (!value.empty()) member(out, key, value);
}

void add_value(std::string& out, const Arg& arg) {
  switch (arg.kind) {
    case Arg::Kind::word:
      return member(out, "word", arg.word);
    case Arg::Kind::number:
      return member(out, "number", arg.number);
    case Arg::Kind::percent:
      return member(out, "share", arg.number);
    case Arg::Kind::money:
      return member(out, "cents", arg.cents);
    case Arg::Kind::date:
      return member(out, "date", arg.word);
    case Arg::Kind::term:
      return member(out, "term", arg.word);
    case Arg::Kind::list:
      return member(out, "list", arg.parts);
    case Arg::Kind::message:
      return member(out, "message", Message{arg.word, arg.parts});
  }
}

void add(std::string& out, const Arg& arg) {
  out += '{';
  member_if_any(out, "name", arg.name);
  add_value(out, arg);
  if (arg.kind == Arg::Kind::number || arg.kind == Arg::Kind::percent)
    member(out, "decimals", std::int64_t{arg.decimals});
  out += '}';
}

void add(std::string& out, const Message& message) {
  if (message.empty()) return void(out += "null");
  out += '{';
  member(out, "key", message.key);
  member_if_any(out, "args", message.args);
  out += '}';
}

void add(std::string& out, const Origin& origin) {
  out += '{';
  member(out, "file", origin.file);
  member_if_any(out, "sheet", origin.sheet);
  if (origin.line > 0) member(out, "line", std::int64_t{origin.line});
  member_if_any(out, "column", origin.column);
  out += '}';
}

}  // namespace

void add_text(std::string& out, const Step& step) {
  out += '{';
  member(out, "id", step.id);
  member(out, "what", step.what);
  member(out, "value", step.value);
  member(out, "rule", step.rule);
  member_if_any(out, "from", step.from);
  member_if_any(out, "inputs", step.inputs);
  member_if_any(out, "parameters", step.parameters);
  member_if_any(out, "source", step.source);
  out += '}';
}

}  // namespace koepel::exchange
