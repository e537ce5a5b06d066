// SPDX-License-Identifier: EUPL-1.2
// An ISO date and a number of months in, an ISO date out. Pure arithmetic: the engine has no clock.
#include "partners/dates.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace koepel::partners {

namespace {

std::optional<std::chrono::year_month_day> read(const std::string& iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  int part[3] = {0, 0, 0};
  for (std::size_t i = 0; i < iso.size(); ++i) {
    if (i == 4 || i == 7) continue;
    if (iso[i] < '0' || iso[i] > '9') return std::nullopt;
    int& number = part[i < 4 ? 0 : i < 7 ? 1 : 2];
    number = number * 10 + (iso[i] - '0');
  }
  const std::chrono::year_month_day day{std::chrono::year{part[0]}, std::chrono::month{static_cast<unsigned>(part[1])},
                                        std::chrono::day{static_cast<unsigned>(part[2])}};
  return day.ok() ? std::optional(day) : std::nullopt;
}

}  // namespace

std::optional<std::string> months_later(const std::string& iso, int months) {
  const auto start = read(iso);
  if (!start) return std::nullopt;
  auto day = *start + std::chrono::months{months};
  if (!day.ok()) day = day.year() / day.month() / std::chrono::last;
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                static_cast<unsigned>(day.day()));
  return text;
}

}  // namespace koepel::partners
