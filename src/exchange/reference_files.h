// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "model/reference.h"

namespace koepel::exchange {

/// The reference table in the project (data/reference) plus what was imported: the user's data folder, then
/// `study`/data, the later winning per publication. Missing folders are fine; damaged files are problems, what was
/// right stays.
struct ReferenceReading {
  Reference reference;
  Problems problems;
  std::string hash;  ///< over the files read
};
[[nodiscard]] ReferenceReading read_reference(const std::vector<std::filesystem::path>& folders);

/// data/reference of the build or, when installed, share/koepel/data beside the program.
[[nodiscard]] std::filesystem::path delivered_reference();
/// Where `koepel data import` puts things: $KOEPEL_DATA, else $XDG_DATA_HOME/koepel, else ~/.local/share/koepel.
[[nodiscard]] std::filesystem::path user_data_folder();

/// What one open-data file turned out to be and what was taken from it.
struct Imported {
  std::string kind;  ///< municipalities | accounts | boundaries | arrangements | neighbours | ... | unknown
  std::string file;
  std::size_t rows = 0;  ///< rows taken
  std::vector<std::filesystem::path> written;
  Problems problems;  ///< traps survived and named: not filed, negative, unbalanced, unknown code, island ...
};

/// Recognises an open-data file by its header (not its name) and writes it into `folder` in Koepel's own compact
/// format.
[[nodiscard]] Imported import_open_data(const std::filesystem::path& file, const std::filesystem::path& folder,
                                        const Reference& reference, const std::string& only_municipalities = {});

}  // namespace koepel::exchange
