// SPDX-License-Identifier: EUPL-1.2
// Walks the structure tree of a tagged PDF. The face is for_each_element.
#include "report/structure_tree.h"

namespace koepel::report {

namespace {

void walk(QPDFObjectHandle element, int depth, const std::function<void(QPDFObjectHandle)>& visit) {
  if (depth > 100) return;  // a tree, but a broken file could have a ring
  for (auto& child : children_of(element)) {
    visit(child);
    walk(child, depth + 1, visit);
  }
}

}  // namespace

std::vector<QPDFObjectHandle> children_of(QPDFObjectHandle element) {
  std::vector<QPDFObjectHandle> out;
  QPDFObjectHandle kids = element.getKey("/K");
  const auto take = [&](QPDFObjectHandle kid) {
    if (kid.isDictionary() && kid.hasKey("/S")) out.push_back(kid);
  };
  if (kids.isArray())
    for (auto& kid : kids.getArrayAsVector()) take(kid);
  else
    take(kids);
  return out;
}

void for_each_element(QPDF& pdf, const std::function<void(QPDFObjectHandle)>& visit) {
  QPDFObjectHandle root = pdf.getRoot().getKey("/StructTreeRoot");
  if (root.isDictionary()) walk(root, 0, visit);
}

std::string type_of(QPDF& pdf, QPDFObjectHandle element) {
  QPDFObjectHandle type = element.getKey("/S");
  if (!type.isName()) return {};
  std::string name = type.getName();
  QPDFObjectHandle roles = pdf.getRoot().getKey("/StructTreeRoot").getKey("/RoleMap");
  if (roles.isDictionary() && roles.getKey(name).isName()) return roles.getKey(name).getName();
  return name;
}

std::string scope_of(QPDFObjectHandle element) {
  QPDFObjectHandle attributes = element.getKey("/A");
  std::vector<QPDFObjectHandle> all;
  if (attributes.isArray())
    all = attributes.getArrayAsVector();
  else
    all.push_back(attributes);
  for (auto& one : all)
    if (one.isDictionary() && one.getKey("/Scope").isName()) return one.getKey("/Scope").getName();
  return {};
}

}  // namespace koepel::report
