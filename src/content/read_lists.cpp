// SPDX-License-Identifier: EUPL-1.2
// pack.yaml, sources.yaml, parameters/*.yaml, motives.yaml, factors.yaml, constructs.yaml, roles.yaml, groups.yaml and
// texts/*.yaml in; plain values out.
#include "content/parts.h"

namespace koepel::content {

namespace {

template <class Thing>
std::vector<Thing> read_each(const Place& root, Thing (*read)(const Place&)) {
  std::vector<Thing> things;
  for (const auto& place : root.list()) things.push_back(read(place));
  return things;
}

Source read_source(const Place& at) {
  at.only({"key", "title", "address", "checked_on"});
  return {at.text("key"), at.both("title"), at.text_or("address", ""), at.text("checked_on")};
}

Parameter read_parameter(const Place& at) {
  at.only({"id", "value", "unit", "name", "source"});
  return {at.text("id"), at.number("value"), at.both("name"), at.text_or("unit", ""), at.text("source")};
}

Motive read_motive(const Place& at) {
  at.only({"id", "letter", "name", "question", "explanation", "construct", "source"});
  return {at.text("id"),          at.text("letter"),    at.both("name"),  at.both("question"),
          at.both("explanation"), at.text("construct"), at.text("source")};
}

Factor read_factor(const Place& at) {
  at.only({"id", "letter", "name", "explanation", "constructs", "conduct", "conduct_weak", "source"});
  return {at.text("id"),          at.text("letter"),   at.both("name"),          at.both("explanation"),
          at.words("constructs"), at.texts("conduct"), at.texts("conduct_weak"), at.text("source")};
}

Construct read_construct(const Place& at) {
  at.only({"id", "family", "name", "favours"});
  return {at.text("id"), at.text("family"), at.both("name"), at.whole("favours")};
}

Role read_role(const Place& at) {
  at.only({"id", "name", "group", "named"});
  return {at.text("id"), at.both("name"), at.flag("named"), at.both("group")};
}

TaskGroup read_group(const Place& at) {
  at.only({"id", "name", "explanation"});
  return {at.text("id"), at.both("name"), at.both("explanation")};
}

}  // namespace

void read_head(const Place& root, MethodPack& pack) {
  root.only({"id", "version", "name", "reference_date", "licence"});
  pack.id = root.text("id");
  pack.version = root.text("version");
  pack.name = root.both("name");
  pack.reference_date = root.text("reference_date");
}

std::vector<Source> read_sources(const Place& root) { return read_each(root, read_source); }
std::vector<Parameter> read_parameters(const Place& root) { return read_each(root, read_parameter); }
std::vector<Motive> read_motives(const Place& root) { return read_each(root, read_motive); }
std::vector<Factor> read_factors(const Place& root) { return read_each(root, read_factor); }
std::vector<Construct> read_constructs(const Place& root) { return read_each(root, read_construct); }
std::vector<Role> read_roles(const Place& root) { return read_each(root, read_role); }
std::vector<TaskGroup> read_groups(const Place& root) { return read_each(root, read_group); }

void read_texts(const Place& root, std::map<std::string, Text>& texts) {
  for (const auto& [key, place] : root.entries()) {
    const bool fresh = texts.emplace(key, place.as_both(key.c_str())).second;
    if (!fresh) place.complain(key_twice, key, key);
  }
}

}  // namespace koepel::content
