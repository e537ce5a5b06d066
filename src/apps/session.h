// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "analysis/analysis.h"
#include "base/result.h"
#include "exchange/json_values.h"
#include "exchange/reference_files.h"
#include "exchange/study_folder.h"
#include "model/phrasebook.h"

namespace koepel::apps {

/// What every command shares: language, where things are, whether the terminal shows colours.
struct Options {
  Language language = Language::nl;
  bool json = false;
  std::filesystem::path pack;         ///< empty: the delivered method pack
  std::filesystem::path data;         ///< empty: the user's data folder
  std::optional<std::uint64_t> seed;  ///< overrides the study's
  std::optional<int> draws;
};

/// Exit codes, as docs/command-line.md tells them.
enum Exit : int {
  ok = 0,
  problems = 1,     ///< the input has errors; they were all printed
  wrong_use = 2,    ///< the command line itself
  environment = 3,  ///< disk, LibreOffice, a missing installation
  not_the_same = 4  ///< verify: it does not reproduce, or an expectation is not met
};

/// A method pack that could be read, or the problems were printed and there is none.
[[nodiscard]] std::optional<MethodPack> open_pack(const Options& options);

/// Everything a command on a study needs. `reading` holds problems too; what was right is there.
struct Session {
  MethodPack pack;
  exchange::ReferenceReading reference;
  exchange::StudyReading reading;
};
[[nodiscard]] std::optional<Session> open_study(const Options& options, const std::filesystem::path& folder);

/// The sealed analysis (receipt complete) of a session.
[[nodiscard]] Analysis analyse_session(const Session& session);

/// Nothing can be said of a study without partners: says so, with every problem of the folder, and returns true.
[[nodiscard]] bool is_empty_study(const Session& session, const Options& options);

/// Prints problems, all of them, one block each; errors first by place. Returns problems when there are errors, else
/// ok.
int print_problems(const Problems& problems, const Phrasebook& phrases, const Options& options);

/// The same with their count at the end, or as JSON when that was asked.
int tell_problems(const Problems& problems, const Phrasebook& phrases, const Options& options);

/// Problems for a program: code, severity, place, and what was found, expected and to do in that language.
[[nodiscard]] exchange::Json problems_json(const Problems& problems, const Phrasebook& phrases, Language language);

/// To standard output; bytes that are not text are replaced.
void print_json(const exchange::Json& json);

}  // namespace koepel::apps
