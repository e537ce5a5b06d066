// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace koepel::report {

/// Visits every element of a tagged PDF's structure, parents first, in reading order.
void for_each_element(QPDF& pdf, const std::function<void(QPDFObjectHandle)>& visit);
/// The element's standard type: "/H1", "/TH" ..., through the role map.
[[nodiscard]] std::string type_of(QPDF& pdf, QPDFObjectHandle element);
/// The element's children that are elements too.
[[nodiscard]] std::vector<QPDFObjectHandle> children_of(QPDFObjectHandle element);
/// "/Row", "/Column" or "" from the table attributes.
[[nodiscard]] std::string scope_of(QPDFObjectHandle element);

}  // namespace koepel::report
