// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace koepel::exchange {

/// Thrown while a workbook is read, caught in read_workbook, never leaves it: expat's callbacks leave no other way out.
/// `code` is a Problem's code, `found` says which part or value.
struct Refusal {
  std::string code;
  std::string found;
};

/// What a workbook may cost. Far above any honest study, far below what hurts (stack.md S4).
struct WorkbookLimits {
  std::size_t entries = 4000;
  std::size_t part_bytes = 256u << 20;
  std::size_t total_bytes = 512u << 20;
  std::size_t ratio = 200;  ///< unpacked to packed, for parts above `ratio_from` bytes
  std::size_t ratio_from = 1u << 20;
  std::size_t cells = 3'000'000;  ///< empty cells before a filled one count too
  std::size_t depth = 64;         ///< of XML elements
  std::size_t cell_bytes = 128u << 10;
  std::size_t text_bytes = 256u << 20;  ///< of all cells together: a shared string may be referred to a million times
  std::size_t columns = 16'384;
  std::size_t rows = 1'048'576;
};

inline constexpr WorkbookLimits workbook_limits;

/// A zip archive in memory, read part by part within the limits. Every failure is a Refusal.
class Archive {
 public:
  explicit Archive(std::string_view bytes);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  [[nodiscard]] bool has(const std::string& part) const;
  /// Unpacks a part in pieces.
  void stream(const std::string& part, const std::function<void(std::string_view)>& take);
  [[nodiscard]] std::string text(const std::string& part);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::size_t unpacked_ = 0;
};

/// One part of an archive to be written.
struct ArchivePart {
  std::string name;
  std::string bytes;
  bool stored = false;  ///< not compressed
};

/// A zip archive with these parts in this order; same parts, same bytes.
[[nodiscard]] std::string write_archive(const std::vector<ArchivePart>& parts);

}  // namespace koepel::exchange
