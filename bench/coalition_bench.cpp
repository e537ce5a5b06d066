// SPDX-License-Identifier: EUPL-1.2
// In: files of peergen (see docs/performance.md). Out: times and values of our best division beside peers on the same
// bytes.
//   coalition_bench table FILE.bin [peer]     2^n values; peer: plain | idp (both our own implementations)
//   coalition_bench isg FILE [cfss|teams]     induced-subgraph game; peer: CFSS (our own implementation), and our way
//                                             for any values
//   coalition_bench national FILE SECONDS     list of possible teams; seconds of processor time
#include <algorithm>
#include <bit>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "coalition/borders.h"
#include "coalition/candidates.h"
#include "coalition/division.h"
#include "timing.h"

namespace {

using namespace koepel::bench;
using namespace koepel;
using namespace koepel::coalition;
using Values = std::vector<std::int64_t>;
using Mask = std::uint32_t;

/// Peer 1: plain dynamic programming over sets, first member fixed: 3^n / 2 steps.
std::int64_t plain(const Values& v) {
  Values best(v.size(), 0);
  for (Mask set = 1; set < v.size(); ++set) {
    const Mask first = set & (~set + 1), rest = set ^ first;
    std::int64_t top = INT64_MIN;
    for (Mask others = rest;; others = (others - 1) & rest) {
      top = std::max(top, v[others | first] + best[rest ^ others]);
      if (others == 0) break;
    }
    best[set] = top;
  }
  return best.back();
}

/// Peer 2: IDP (Rahwan & Jennings 2008), as published, the part of ODP-IP that ODP refines: a set of s members is split
/// into two parts only when s = n or the parts' sizes p <= q have q <= n - s; the whole is split in every way. Sets in
/// order of size.
std::int64_t idp(const Values& v) {
  const int n = static_cast<int>(std::bit_width(v.size())) - 1;
  std::vector<std::vector<Mask>> by_size(static_cast<std::size_t>(n) + 1);
  for (Mask set = 1; set < v.size(); ++set) by_size[static_cast<std::size_t>(std::popcount(set))].push_back(set);
  Values best = v;
  for (int s = 2; s <= n; ++s)
    for (const Mask set : by_size[static_cast<std::size_t>(s)]) {
      const Mask first = set & (~set + 1), rest = set ^ first;
      if (s != n && (s + 1) / 2 > n - s) break;  // no split of this size is ever needed
      for (Mask others = (rest - 1) & rest;; others = (others - 1) & rest) {
        const Mask part = others | first, other = set ^ part;
        const int p = std::popcount(part), larger = std::max(p, s - p);
        if (other != 0 && (s == n || larger <= n - s)) best[set] = std::max(best[set], best[part] + best[other]);
        if (others == 0) break;
      }
    }
  return best.back();
}

int table(const std::string& file, const std::string& peer) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  Values v(static_cast<std::size_t>(in.tellg()) / 8);
  in.seekg(0);
  in.read(reinterpret_cast<char*>(v.data()), static_cast<std::streamsize>(v.size() * 8));
  const int runs = v.size() > (1U << 22) ? 1 : 5;
  Division ours;
  const double time = median_of(runs, [&] { ours = *best_division(v); });
  std::printf("%s: %.3f s, value %lld, %zu teams, %s", file.c_str(), time, static_cast<long long>(ours.value),
              ours.teams.size(), ours.certainty == Certainty::best ? "proven best" : "NOT PROVEN");
  if (!peer.empty()) {
    std::int64_t theirs = 0;
    const double peer_time = median_of(1, [&] { theirs = peer == "idp" ? idp(v) : plain(v); });
    std::printf("; %s %.3f s, ratio %.1f, values %s", peer.c_str(), peer_time, peer_time / time,
                theirs == ours.value ? "equal" : "DIFFER");
  }
  std::printf("\n");
  return 0;
}

using Matrix = std::vector<std::vector<std::int64_t>>;

/// Peer 3: CFSS (Bistaffa et al. 2014), as published: depth first, every child contracts one border that is still open;
/// borders tried before are closed for good. Bound of an induced-subgraph game: what is inside teams plus every open
/// border with a positive weight.
class Cfss {
 public:
  struct State {
    Matrix weight;                          // between merged nodes
    std::vector<std::vector<char>> border;  // 0 none, 1 open, 2 closed
    std::vector<char> alive;
    std::int64_t value = 0;
  };

  std::int64_t run(State state) {
    best_ = state.value;
    visit(state);
    return best_;
  }

 private:
  static std::int64_t bound(const State& s) {
    std::int64_t sum = s.value;
    for (std::size_t i = 0; i < s.alive.size(); ++i)
      for (std::size_t j = i + 1; j < s.alive.size(); ++j)
        if (s.border[i][j] == 1) sum += std::max<std::int64_t>(s.weight[i][j], 0);
    return sum;
  }

  static State contracted(const State& s, std::size_t a, std::size_t b) {
    State next = s;
    next.value += s.weight[a][b];
    next.alive[b] = 0;
    next.border[a][b] = next.border[b][a] = 0;
    for (std::size_t k = 0; k < s.alive.size(); ++k) {
      if (k == a || k == b || !s.alive[k]) continue;
      next.weight[a][k] = next.weight[k][a] = s.weight[a][k] + s.weight[b][k];
      next.border[a][k] = next.border[k][a] = std::max(s.border[a][k], s.border[b][k]);
      next.border[b][k] = next.border[k][b] = 0;
    }
    return next;
  }

  void visit(State& s) {
    best_ = std::max(best_, s.value);
    for (std::size_t i = 0; i < s.alive.size(); ++i)
      for (std::size_t j = i + 1; j < s.alive.size(); ++j) {
        if (s.border[i][j] != 1) continue;
        if (bound(s) <= best_) return;
        State child = contracted(s, i, j);
        visit(child);
        s.border[i][j] = s.border[j][i] = 2;
      }
  }

  std::int64_t best_ = 0;
};

std::int64_t cfss(int partners, const std::vector<Pair>& pairs, const Matrix& weight) {
  const auto n = static_cast<std::size_t>(partners);
  Cfss::State start{Matrix(n, std::vector<std::int64_t>(n, 0)),
                    std::vector<std::vector<char>>(n, std::vector<char>(n, 0)), std::vector<char>(n, 1), 0};
  for (const auto& [a, b] : pairs) {
    const auto i = static_cast<std::size_t>(a), j = static_cast<std::size_t>(b);
    start.border[i][j] = start.border[j][i] = 1;
    start.weight[i][j] = start.weight[j][i] = weight[i][j];
  }
  return Cfss().run(std::move(start));
}

struct Isg {
  BorderGame game;
  Matrix weight;
  std::vector<Pair> pairs;
};

/// "0" per partner, then "i j w" per border; v(S) = sum of w within S.
Isg read_isg(const std::string& file) {
  std::ifstream in(file);
  Isg isg;
  for (std::string line; std::getline(in, line);) {
    int i = 0, j = 0;
    long long w = 0;
    if (std::sscanf(line.c_str(), "%d %d %lld", &i, &j, &w) == 3)
      isg.game.borders.push_back({{i, j}, w});
    else
      ++isg.game.partners;
  }
  const auto n = static_cast<std::size_t>(isg.game.partners);
  isg.weight.assign(n, std::vector<std::int64_t>(n, 0));
  for (const auto& [pair, w] : isg.game.borders) {
    isg.pairs.push_back(pair);
    isg.weight[static_cast<std::size_t>(pair.first)][static_cast<std::size_t>(pair.second)] = w;
  }
  return isg;
}

/// Any values: every team that hangs together is made and valued within the time.
Division by_teams(const Isg& isg) {
  Candidates list{.partners = isg.game.partners};
  each_connected_team(list.partners, isg.pairs, list.partners, [&](std::span<const int> team) {
    std::int64_t value = 0;
    for (const int a : team)
      for (const int b : team) value += isg.weight[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
    list.add(team, value);
    return true;
  });
  return *best_division(list);
}

/// Best divisions of an induced-subgraph game. `peers`: also CFSS; "teams": also the way for any values.
int isg(const std::string& file, const std::string& peers) {
  const auto isg = read_isg(file);
  Division ours;
  const double time = median_of(5, [&] { ours = *best_division(isg.game); });
  std::printf("%s: n %d, %zu borders, %.1f us, value %lld, %s", file.c_str(), isg.game.partners, isg.pairs.size(),
              1e6 * time, static_cast<long long>(ours.value),
              ours.certainty == Certainty::best ? "proven best" : "NOT PROVEN");
  if (!peers.empty()) {
    std::int64_t theirs = 0;
    const double cfss_time = median_of(5, [&] { theirs = cfss(isg.game.partners, isg.pairs, isg.weight); });
    std::printf("; cfss %.1f us, %.1f times, values %s", 1e6 * cfss_time, cfss_time / time,
                theirs == ours.value ? "equal" : "DIFFER");
  }
  if (peers == "teams") {
    Division other;
    const double other_time = median_of(5, [&] { other = by_teams(isg); });
    std::printf("; any values %.0f us, values %s", 1e6 * other_time, other.value == ours.value ? "equal" : "DIFFER");
  }
  std::printf("\n");
  return 0;
}

int national(const std::string& file, double seconds) {
  std::ifstream in(file);
  Candidates list;
  std::int64_t value = 0;
  for (std::size_t size = 0; in >> value >> size;) {
    std::vector<int> team(size);
    for (auto& partner : team) in >> partner;
    list.partners = std::max(list.partners, team.back() + 1);
    list.add(team, value);
  }
  const auto start = std::chrono::steady_clock::now();
  const auto processor = [begin = std::clock()] { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; };
  const auto ours = best_division(list, {}, 0.001, Progress{.stop = [&] { return processor() > seconds; }});
  if (!ours) return 1;
  std::printf("%s: n %d, %zu teams, %.1f s (processor %.1f), value %lld, bound %.0f, gap %.4f %%, %s\n", file.c_str(),
              list.partners, list.size(),
              std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), processor(),
              static_cast<long long>(ours->value), ours->bound, 100 * ours->gap(),
              ours->certainty == Certainty::stopped ? "stopped" : "within the gap or best");
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const std::string what = count > 2 ? words[1] : "";
  if (what == "table") return table(words[2], count > 3 ? words[3] : "");
  if (what == "isg") return isg(words[2], count > 3 ? words[3] : "");
  if (what == "national") return national(words[2], count > 3 ? std::atof(words[3]) : 60);
  std::fprintf(stderr,
               "usage: coalition_bench table FILE.bin [plain|idp] | isg FILE [cfss|teams] | national FILE SECONDS\n");
  return 2;
}
