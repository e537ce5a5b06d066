// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace koepel::apps {

enum class Ink { plain, bold, red, yellow, green, faint };

/// Colours and progress only where a person watches: standard output is a terminal and NO_COLOR is not set.
[[nodiscard]] bool on_terminal();
[[nodiscard]] std::string paint(Ink ink, const std::string& text);

/// The text folded at spaces so that no line is wider than the terminal (100 when unknown), continued lines indented.
[[nodiscard]] std::string folded(const std::string& text, std::size_t indent = 0);

/// Columns a text takes: characters, not bytes.
[[nodiscard]] std::size_t width_of(const std::string& text);

/// A progress bar on standard error for work of `steps` parts. Shows itself only on a terminal and only after a second.
class Progress {
 public:
  Progress(std::string label, int steps);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance() { ++done_; }

 private:
  void draw(int frame) const;

  std::string label_;
  int steps_;
  std::atomic<int> done_ = 0;
  std::atomic<bool> over_ = false;
  std::thread painter_;
};

}  // namespace koepel::apps
