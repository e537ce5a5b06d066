// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace koepel::report {

/// The headings of a PDF as its outline names them, with their page, from 1.
[[nodiscard]] std::vector<std::pair<std::string, int>> outline_of(const std::filesystem::path& pdf);

/// Repairs what LibreOffice 7.4 leaves undone: the first cell of a body row becomes a row header, header cells get
/// their scope, the tab order of a page is a name. `language` is "nl-NL" or "en-GB". Writes the file in place.
void repair_pdf(const std::filesystem::path& pdf, const std::string& language);

/// Checks what PDF/A-2b and PDF/UA-1 ask and a program can see: tags, language, title, identification, colour intent,
/// alternative texts, scopes, order of headings, embedded fonts, tab order. One problem per kind of finding. This is
/// not a validator: see docs/methods/documents.md.
[[nodiscard]] Problems check_pdf(const std::filesystem::path& pdf);

}  // namespace koepel::report
