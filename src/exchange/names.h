// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace koepel::exchange::folder {

/// The text as it is compared: lower case, without accents, blanks, underscores and signs; a point between digits
/// stays, so that "0.1" and "0.10" remain two codes.
[[nodiscard]] std::string folded(std::string_view text);

/// Letters to add, drop, change or swap with their neighbour to get from one to the other; `limit` + 1 when it takes
/// more. Optimal string alignment distance. Cost O(length x limit).
[[nodiscard]] int edit_distance(std::string_view a, std::string_view b, int limit);

/// Hash for maps that are asked with views without making a string.
struct TextHash {
  using is_transparent = void;
  [[nodiscard]] std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// Things that a cell may name by code or by name, in either language. A code as typed wins, then a code or name but
/// for case, accents and blanks. A name of two things finds neither: the cell must then give the code.
class NameIndex {
 public:
  struct Match {
    const std::string* id = nullptr;  ///< nullptr: no such thing, or several
    bool several = false;
  };

  /// `names` may repeat the code or each other; adding a code again adds names to it.
  void add(const std::string& id, const std::vector<std::string>& names);
  [[nodiscard]] Match find(std::string_view text) const;
  [[nodiscard]] bool has(std::string_view id) const { return ids_.find(id) != ids_.end(); }
  [[nodiscard]] bool empty() const { return ids_.empty(); }
  /// At most three things whose code or name looks like this text, nearest first, said as "name (code)".
  [[nodiscard]] std::vector<std::string> near(std::string_view text) const;
  /// The name to write for a code: in the language given by its place among the names when adding, if that name finds
  /// the code again; else the code.
  [[nodiscard]] const std::string& name_of(const std::string& id, std::size_t which) const;
  /// All codes, in the order in which they were added.
  [[nodiscard]] const std::vector<std::string>& all() const { return order_; }

 private:
  struct Thing {
    std::size_t order = 0;
    std::vector<std::string> names;
  };
  struct Target {
    std::string id;
    bool is_code = false;
    bool several = false;
  };
  void point(const std::string& key, const std::string& id, bool is_code);

  TextMap<Thing> ids_;
  TextMap<Target> keys_;
  std::vector<std::string> order_;
};

}  // namespace koepel::exchange::folder
