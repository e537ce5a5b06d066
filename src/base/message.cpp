// SPDX-License-Identifier: EUPL-1.2
// Small values in, arguments of a sentence out.
#include "base/message.h"

#include <cmath>

namespace koepel {

namespace {

Arg make(std::string_view name, Arg::Kind kind, std::string text = {}) {
  Arg arg;
  arg.name = name;
  arg.kind = kind;
  arg.word = std::move(text);
  return arg;
}

}  // namespace

bool is_figure(const Arg& arg) {
  return arg.kind == Arg::Kind::number || arg.kind == Arg::Kind::percent || arg.kind == Arg::Kind::money;
}

Arg word(std::string_view name, std::string_view text) { return make(name, Arg::Kind::word, std::string(text)); }

Arg number(std::string_view name, double value, int decimals) {
  Arg arg = make(name, Arg::Kind::number);
  arg.number = value;
  arg.decimals = decimals;
  return arg;
}

Arg percent(std::string_view name, double share, int decimals) {
  Arg arg = make(name, Arg::Kind::percent);
  arg.number = share;
  arg.decimals = decimals;
  return arg;
}

Arg money(std::string_view name, std::int64_t cents) {
  Arg arg = make(name, Arg::Kind::money);
  arg.cents = cents;
  return arg;
}

Arg about(std::string_view name, double euro) {
  Arg arg = money(name, std::llround(euro * 100));
  const double size = std::abs(euro);
  arg.decimals = size >= 1e6 ? -3 : size >= 1e4 ? -2 : -1;
  return arg;
}

Arg date(std::string_view name, std::string_view iso) { return make(name, Arg::Kind::date, std::string(iso)); }

Arg term(std::string_view name, std::string_view kind, std::string_view id) {
  return make(name, Arg::Kind::term, std::string(kind) + "/" + std::string(id));
}

Arg terms(std::string_view name, std::string_view kind, const std::vector<std::string>& ids) {
  Arg arg = make(name, Arg::Kind::list);
  for (const auto& id : ids) arg.parts.push_back(term("", kind, id));
  return arg;
}

Arg nested(std::string_view name, const Message& message) {
  Arg arg = make(name, Arg::Kind::message, message.key);
  arg.parts = message.args;
  return arg;
}

}  // namespace koepel
