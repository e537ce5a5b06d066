// SPDX-License-Identifier: EUPL-1.2
// A folder on disk in, one MethodPack out, or every problem in it.
#include "content/pack_reader.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "base/hash.h"
#include "base/parallel.h"
#include "content/parts.h"
#include "content/utf8.h"

namespace koepel::content {

namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;  ///< relative name -> bytes, in name order

Files load(const fs::path& folder) {
  Files files;
  std::error_code unreadable;
  for (const auto& entry : fs::recursive_directory_iterator(folder, unreadable)) {
    const auto kind = entry.path().extension();
    if (!entry.is_regular_file() || (kind != ".yaml" && kind != ".csv")) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const auto name = entry.path().lexically_relative(folder).generic_string();
    files[name] = {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  return files;
}

/// Lengths go in too, so that bytes cannot move from one file to the next unnoticed.
std::string hash_of(const Files& files) {
  std::string all;
  for (const auto& [name, bytes] : files) all += name + '\0' + std::to_string(bytes.size()) + '\0' + bytes;
  return sha256(all);
}

using Trees = std::map<std::string, Yaml>;  ///< by the name of the file

/// Reading YAML is what takes the time of opening a pack, and files do not need each other.
Trees parse_all(const Files& files) {
  Trees trees;
  for (const auto& [name, bytes] : files)
    if (name.ends_with(".yaml")) trees[name];
  std::vector<std::pair<const std::string*, Yaml*>> work;
  for (auto& [name, tree] : trees) work.emplace_back(&files.at(name), &tree);
  in_parallel(work.size(), [&](std::size_t i) { *work[i].second = parse_yaml(*work[i].first); });
  return trees;
}

/// Reads the files of one pack and keeps their problems together.
class Reader {
 public:
  explicit Reader(const Files& files) : files_(files), trees_(parse_all(files)) {}

  template <class Read>
  void yaml(const std::string& name, Read read) {
    if (find(name) == nullptr) return;
    if (const auto root = open_yaml(name, trees_.at(name), problems_)) read(*root);
  }

  template <class Read>
  void every_yaml_in(const std::string& folder, Read read) {
    for (const auto& [name, bytes] : files_)
      if (name.starts_with(folder) && name.ends_with(".yaml")) yaml(name, read);
  }

  template <class Read>
  void table(const std::string& name, Read read) {
    if (const auto* bytes = find(name)) read(name, *bytes, problems_);
  }

  [[nodiscard]] const Problems& problems() const { return problems_; }

 private:
  const std::string* find(const std::string& name) {
    Origin where;
    where.file = name;
    const auto found = files_.find(name);
    if (found == files_.end()) {
      problems_.push_back(problem_of(file_missing, where, ""));
      return nullptr;
    }
    where.line = first_line_not_utf8(found->second);
    if (where.line == 0) return &found->second;
    problems_.push_back(problem_of(not_utf8, where, ""));
    return nullptr;
  }

  const Files& files_;
  const Trees trees_;
  Problems problems_;
};

void read_method(Reader& in, MethodPack& pack) {
  in.yaml("pack.yaml", [&](const Place& root) { read_head(root, pack); });
  in.yaml("sources.yaml", [&](const Place& root) { pack.sources = read_sources(root); });
  in.yaml("motives.yaml", [&](const Place& root) { pack.motives = read_motives(root); });
  in.yaml("factors.yaml", [&](const Place& root) { pack.factors = read_factors(root); });
  in.yaml("constructs.yaml", [&](const Place& root) { pack.constructs = read_constructs(root); });
  in.yaml("roles.yaml", [&](const Place& root) { pack.roles = read_roles(root); });
  in.yaml("groups.yaml", [&](const Place& root) { pack.groups = read_groups(root); });
  in.yaml("approach.yaml", [&](const Place& root) { pack.approach = read_approach(root); });
}

void read_cost_model(Reader& in, MethodPack& pack) {
  in.yaml("quantities.yaml", [&](const Place& root) { pack.quantities = read_quantities(root); });
  in.yaml("evidence.yaml", [&](const Place& root) { pack.evidence = read_evidence(root); });
  in.yaml("scale.yaml", [&](const Place& root) { pack.clusters = read_clusters(root); });
}

void read_forms_and_tree(Reader& in, DecisionTree& tree) {
  in.yaml("forms.yaml", [&](const Place& root) { tree.forms = read_forms(root); });
  in.yaml("tree.yaml", [&](const Place& root) { read_tree(root, tree); });
  in.yaml("examples.yaml", [&](const Place& root) { tree.examples = read_examples(root); });
}

void read_catalogues(Reader& in, MethodPack& pack) {
  in.table("items.csv", [&](const auto& name, const auto& bytes, auto& problems) {
    pack.items = read_items(name, bytes, problems);
  });
  in.table("tasks.csv", [&](const auto& name, const auto& bytes, auto& problems) {
    pack.tasks = read_tasks(name, bytes, problems);
  });
}

void read_parameters_and_texts(Reader& in, MethodPack& pack) {
  in.every_yaml_in("parameters/", [&](const Place& root) {
    for (auto& parameter : read_parameters(root)) pack.parameters.push_back(std::move(parameter));
  });
  in.every_yaml_in("texts/", [&](const Place& root) { read_texts(root, pack.texts); });
}

}  // namespace

Result<MethodPack> read_pack(const fs::path& folder) {
  const Files files = load(folder);
  Reader in(files);
  MethodPack pack;
  read_method(in, pack);
  read_cost_model(in, pack);
  read_forms_and_tree(in, pack.tree);
  read_catalogues(in, pack);
  read_parameters_and_texts(in, pack);
  if (has_errors(in.problems())) return tl::unexpected<Problems>(in.problems());
  pack.hash = hash_of(files);
  return pack;
}

fs::path delivered_pack() {
  const fs::path in_source = fs::path(KOEPEL_SOURCE_DIR) / "method" / "koepel";
  if (fs::exists(in_source)) return in_source;
  const fs::path program = fs::read_symlink("/proc/self/exe");
  return (program.parent_path() / ".." / "share" / "koepel" / "method" / "koepel").lexically_normal();
}

}  // namespace koepel::content
