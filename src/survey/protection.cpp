// SPDX-License-Identifier: EUPL-1.2
// Numbers of people per partner and role in, which cuts may be published out.
#include "survey/protection.h"

#include <algorithm>
#include <queue>

#include "base/ensure.h"

namespace koepel::survey {

namespace {

/// People between two nodes, as a capacity in both directions.
class Flows {
 public:
  explicit Flows(std::size_t nodes) : nodes_(nodes), capacity_(nodes * nodes, 0) {}

  void join(std::size_t a, std::size_t b, int people) {
    if (a == b) return;
    capacity_[a * nodes_ + b] += people;
    capacity_[b * nodes_ + a] += people;
  }

  /// Whether at least `needed` people stand in every cut between a and b (Ford & Fulkerson, breadth first).
  [[nodiscard]] bool at_least(int needed, std::size_t a, std::size_t b) const {
    if (a == b) return true;
    std::vector<int> left = capacity_;
    while (needed > 0) {
      const std::vector<std::size_t> before = shortest_path(left, a, b);
      if (before[b] == nodes_) return false;
      int room = needed;
      for (std::size_t v = b; v != a; v = before[v]) room = std::min(room, left[before[v] * nodes_ + v]);
      for (std::size_t v = b; v != a; v = before[v]) {
        left[before[v] * nodes_ + v] -= room;
        left[v * nodes_ + before[v]] += room;
      }
      needed -= room;
    }
    return true;
  }

 private:
  /// Per node the one before it on a path from a; `nodes_` where none was found.
  [[nodiscard]] std::vector<std::size_t> shortest_path(const std::vector<int>& left, std::size_t a,
                                                       std::size_t b) const {
    std::vector<std::size_t> before(nodes_, nodes_);
    std::queue<std::size_t> waiting({a});
    before[a] = a;
    while (!waiting.empty() && before[b] == nodes_) {
      const std::size_t u = waiting.front();
      waiting.pop();
      for (std::size_t v = 0; v < nodes_; ++v)
        if (before[v] == nodes_ && left[u * nodes_ + v] > 0) {
          before[v] = u;
          waiting.push(v);
        }
    }
    return before;
  }

  std::size_t nodes_;
  std::vector<int> capacity_;
};

int people_at(const Crowd& c, std::size_t partner, std::size_t role) { return c.people[partner * c.roles + role]; }

/// People in a cut, and the k of the strictest role group among them.
struct Size {
  int n = 0;
  int k = 0;
};

Size size_of(const Crowd& c, std::size_t cut) {
  Size size;
  for (std::size_t p = 0; p < c.partners; ++p)
    for (std::size_t r = 0; r < c.roles; ++r) {
      const int n = people_at(c, p, r);
      const bool inside = cut == 0 || cut == role_cut(c, r) || cut == partner_cut(c, p) || cut == cell_cut(c, p, r);
      if (!inside || n == 0) continue;
      size.n += n;
      size.k = std::max(size.k, c.k[r]);
    }
  return size;
}

/// The order in which cuts are published: most useful first.
std::vector<std::size_t> by_use(const Crowd& c) {
  std::vector<std::size_t> order = {0};
  for (const bool first : {true, false})
    for (std::size_t r = 0; r < c.roles; ++r)
      if (c.first[r] == first) order.push_back(role_cut(c, r));
  for (const bool first : {true, false}) {
    for (std::size_t p = 0; p < c.partners; ++p)
      for (std::size_t r = 0; r < c.roles; ++r)
        if (c.first[r] == first) order.push_back(cell_cut(c, p, r));
    if (first)
      for (std::size_t p = 0; p < c.partners; ++p) order.push_back(partner_cut(c, p));
  }
  return order;
}

}  // namespace

bool is_safe(const Crowd& c, const std::vector<bool>& published) {
  ENSURE(published.size() == cut_count(c));
  // A total that is not published has no node of its own. All such partners are one node, all such roles another;
  // without the grand total these two are the same.
  const std::size_t hidden_partners = c.partners + c.roles;
  const std::size_t hidden_roles = published[0] ? hidden_partners + 1 : hidden_partners;
  const auto row = [&](std::size_t p) { return published[partner_cut(c, p)] ? p : hidden_partners; };
  const auto column = [&](std::size_t r) { return published[role_cut(c, r)] ? c.partners + r : hidden_roles; };
  Flows flows(hidden_partners + 2);
  for (std::size_t p = 0; p < c.partners; ++p)
    for (std::size_t r = 0; r < c.roles; ++r)
      if (!published[cell_cut(c, p, r)]) flows.join(row(p), column(r), people_at(c, p, r));
  // A cut through a cell of k people or more holds at least k people, so only the small cells need a look.
  for (std::size_t p = 0; p < c.partners; ++p)
    for (std::size_t r = 0; r < c.roles; ++r) {
      const int n = people_at(c, p, r);
      if (n == 0 || n >= c.k[r]) continue;
      if (published[cell_cut(c, p, r)] || !flows.at_least(c.k[r], row(p), column(r))) return false;
    }
  return true;
}

std::vector<Shown> publishable(const Crowd& c) {
  ENSURE(c.people.size() == c.partners * c.roles && c.k.size() == c.roles && c.first.size() == c.roles);
  std::vector<Shown> shown(cut_count(c), Shown::no_answers);
  std::vector<bool> published(cut_count(c), false);
  for (const std::size_t cut : by_use(c)) {
    const Size size = size_of(c, cut);
    if (size.n == 0) continue;
    if (size.n < size.k) {
      shown[cut] = Shown::too_few;
      continue;
    }
    published[cut] = true;
    published[cut] = is_safe(c, published);
    shown[cut] = published[cut] ? Shown::shown : Shown::withheld;
  }
  return shown;
}

}  // namespace koepel::survey
