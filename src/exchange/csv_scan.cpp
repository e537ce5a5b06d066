// SPDX-License-Identifier: EUPL-1.2
// CSV text in, rows of cells out. Separators and line ends are found 64 bytes at a time; only quoted cells go byte by
// byte.
#include "exchange/csv_scan.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "exchange/trim.h"

namespace koepel::exchange {

namespace {

constexpr std::ptrdiff_t block_size = 64;

/// Bit i is set when byte i of the block is the separator or a line end.
std::uint64_t marks(const char* block, char separator) {
  std::uint64_t mask = 0;
#ifdef __SSE2__
  const __m128i separators = _mm_set1_epi8(separator), lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r');
  for (int part = 0; part < 4; ++part) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + 16 * part));
    const __m128i hit = _mm_or_si128(_mm_cmpeq_epi8(bytes, separators),
                                     _mm_or_si128(_mm_cmpeq_epi8(bytes, lf), _mm_cmpeq_epi8(bytes, cr)));
    mask |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hit))) << (16 * part);
  }
#else
  for (int i = 0; i < block_size; ++i) {
    const bool hit = block[i] == separator || block[i] == '\n' || block[i] == '\r';
    mask |= static_cast<std::uint64_t>(hit) << i;
  }
#endif
  return mask;
}

/// Finds the next separator or line end, remembering what it already saw of the current block.
class Marks {
 public:
  Marks(std::string_view text, char separator) : end_(text.data() + text.size()), separator_(separator) {
    load(text.data());
  }

  /// The first mark at or after `from`, or the end. `from` never goes back.
  const char* next(const char* from) {
    if (from - block_ >= block_size) load(from);
    std::uint64_t mask = mask_ & (~std::uint64_t{0} << (from - block_));
    while (mask == 0) {
      if (end_ - block_ <= block_size) return end_;
      load(block_ + block_size);
      mask = mask_;
    }
    return block_ + std::countr_zero(mask);
  }

 private:
  void load(const char* block) {
    block_ = block;
    if (end_ - block >= block_size) {
      mask_ = marks(block, separator_);
      return;
    }
    mask_ = 0;
    if (block == end_) return;
    char rest[block_size] = {};
    std::memcpy(rest, block, static_cast<std::size_t>(end_ - block));
    mask_ = marks(rest, separator_);
  }

  const char* end_;
  char separator_;
  const char* block_ = nullptr;
  std::uint64_t mask_ = 0;
};

int line_ends(std::string_view text) {
  int count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++count;
  return count;
}

class RowScanner {
 public:
  RowScanner(std::string_view text, char separator, const std::function<void(const CsvFault&)>& fault)
      : marks_(text, separator), at_(text.data()), end_(at_ + text.size()), separator_(separator), fault_(fault) {}

  [[nodiscard]] bool at_end() const { return at_ == end_; }

  CsvRow next_row() {
    cells_.clear();
    unescaped_.clear();
    const int line = line_;
    while (read_cell()) {
    }
    return {line, cells_};
  }

 private:
  /// Reads one cell and what ends it; false when that was the end of the row.
  bool read_cell() {
    const char* start = at_;
    while (start != end_ && (*start == ' ' || (*start == '\t' && separator_ != '\t'))) ++start;
    if (start != end_ && *start == '"') {
      read_quoted(start);
    } else {
      const char* stop = marks_.next(start);
      cells_.push_back(trim({start, static_cast<std::size_t>(stop - start)}));
      at_ = stop;
    }
    return end_cell();
  }

  /// The closing quote of the cell that opens at `open`, or the end. Says whether doubled quotes are inside.
  const char* closing_quote(const char* open, bool& doubled) const {
    for (const char* p = open + 1; p < end_; p += 2) {
      p = static_cast<const char*>(std::memchr(p, '"', static_cast<std::size_t>(end_ - p)));
      if (!p) return end_;
      if (p + 1 == end_ || p[1] != '"') return p;
      doubled = true;
    }
    return end_;
  }

  void read_quoted(const char* open) {
    bool doubled = false;
    const char* close = closing_quote(open, doubled);
    const std::string_view inside(open + 1, static_cast<std::size_t>(close - open - 1));
    const char* stop = close == end_ ? end_ : marks_.next(close + 1);
    const std::string_view after =
        close == end_ ? std::string_view{} : trim({close + 1, static_cast<std::size_t>(stop - close - 1)});
    const int ends = line_ends(inside);
    // A cell that runs over lines and then has text behind its quote was, almost surely, never closed: the quote that
    // seemed to close it opens a later cell. Taking it as ordinary text saves the lines in between.
    if (close == end_ || (ends > 0 && !after.empty())) return read_unclosed(open);
    line_ += ends;
    if (!after.empty()) fault_({CsvFault::Kind::text_after_quote, line_, after});
    cells_.push_back(doubled || !after.empty() ? unescape(inside, after) : trim(inside));
    at_ = stop;
  }

  void read_unclosed(const char* open) {
    marks_ = Marks({open, static_cast<std::size_t>(end_ - open)}, separator_);
    at_ = marks_.next(open);
    const std::string_view text(open + 1, static_cast<std::size_t>(at_ - open - 1));
    fault_({CsvFault::Kind::unclosed_quote, line_, text});
    cells_.push_back(trim(text));
  }

  std::string_view unescape(std::string_view inside, std::string_view after) {
    std::string& text = unescaped_.emplace_back();
    for (std::size_t i = 0; i < inside.size(); ++i) {
      text += inside[i];
      if (inside[i] == '"') ++i;
    }
    if (!after.empty()) text.append(" ").append(after);
    return trim(text);
  }

  bool end_cell() {
    if (at_ == end_) return false;
    const char mark = *at_++;
    if (mark == separator_) return true;
    if (mark == '\r' && at_ != end_ && *at_ == '\n') ++at_;
    ++line_;
    return false;
  }

  Marks marks_;
  const char* at_;
  const char* end_;
  char separator_;
  int line_ = 1;
  std::vector<std::string_view> cells_;
  std::deque<std::string> unescaped_;  // a deque keeps the views on its strings valid
  const std::function<void(const CsvFault&)>& fault_;
};

}  // namespace

void for_each_row(std::string_view utf8, char separator, const std::function<void(const CsvRow&)>& row,
                  const std::function<void(const CsvFault&)>& fault) {
  RowScanner scanner(utf8, separator, fault);
  while (!scanner.at_end()) row(scanner.next_row());
}

}  // namespace koepel::exchange
