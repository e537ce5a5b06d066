// SPDX-License-Identifier: EUPL-1.2
#include "apps/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace koepel::apps {

namespace {

std::size_t terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  return 100;
}

}  // namespace

bool on_terminal() { return isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr; }

std::string paint(Ink ink, const std::string& text) {
  static const char* const codes[] = {"", "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[32m", "\x1b[2m"};
  if (ink == Ink::plain || !on_terminal()) return text;
  return codes[static_cast<int>(ink)] + text + "\x1b[0m";
}

std::size_t width_of(const std::string& text) {
  std::size_t width = 0;
  for (const char c : text) width += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;  // not a continuation byte
  return width;
}

std::string folded(const std::string& text, std::size_t indent) {
  const std::size_t limit = terminal_width();
  std::string out;
  std::size_t column = indent;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::min(text.find(' ', i), text.size());
    const std::string word = text.substr(i, end - i);
    const std::size_t width = width_of(word);
    if (column > indent && column + 1 + width > limit) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (i > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    i = end + 1;
  }
  return out;
}

Progress::Progress(std::string label, int steps) : label_(std::move(label)), steps_(steps) {
  if (isatty(STDERR_FILENO) != 1) return;
  painter_ = std::thread([this] {
    using namespace std::chrono_literals;
    for (int frame = 0; !over_; ++frame) {
      std::this_thread::sleep_for(100ms);
      if (frame >= 10) draw(frame);
    }
  });
}

Progress::~Progress() {
  over_ = true;
  if (!painter_.joinable()) return;
  painter_.join();
  std::fputs("\r\x1b[K", stderr);
}

void Progress::draw(int frame) const {
  static const char* const turns[] = {"|", "/", "-", "\\"};
  const int width = 24;
  const int filled = steps_ > 0 ? done_ * width / steps_ : 0;
  std::string bar(static_cast<std::size_t>(filled), '#');
  bar.resize(width, '.');
  std::fprintf(stderr, "\r%s [%s] %d/%d %s", label_.c_str(), bar.c_str(), done_.load(), steps_, turns[frame % 4]);
  std::fflush(stderr);
}

}  // namespace koepel::apps
