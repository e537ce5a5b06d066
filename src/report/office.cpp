// SPDX-License-Identifier: EUPL-1.2
// Files in, files converted by LibreOffice out. No shell: the program is started by itself, with its own profile
// folder, in a process group of its own so that a time-out ends all of it. The face is convert.
#include "report/office.h"

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <chrono>
#include <thread>

namespace koepel::report {

namespace {

using Clock = std::chrono::steady_clock;

struct Running {
  pid_t pid = -1;  ///< -1: could not be started
  bool done = false;
};

Problem problem(const char* code, const Conversion& conversion, const std::string& found) {
  const std::string key = std::string("report.problem.") + code;
  return {std::string("document.") + code,
          Severity::error,
          {conversion.output.filename().string(), {}, 0, {}},
          found,
          {key, {}},
          {key + ".repair", {}}};
}

/// Silent, without input, as leader of a new process group.
struct SpawnSetup {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;

  SpawnSetup() {
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", 0, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", 1, 0);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", 1, 0);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
  }
  SpawnSetup(const SpawnSetup&) = delete;
  SpawnSetup& operator=(const SpawnSetup&) = delete;
  ~SpawnSetup() {
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
  }
};

Running start(const Conversion& conversion) {
  std::vector<std::string> words = {"soffice",
                                    "-env:UserInstallation=file://" + conversion.profile.string(),
                                    "--headless",
                                    "--norestore",
                                    "--nolockcheck",
                                    "--nodefault",
                                    "--convert-to",
                                    conversion.filter,
                                    "--outdir",
                                    conversion.output.parent_path().string(),
                                    conversion.input.string()};
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  // A fixed environment: the user's settings must not change a document.
  std::string home = "HOME=" + conversion.profile.string(), path = "PATH=/usr/local/bin:/usr/bin:/bin";
  std::string locale = "LC_ALL=C.UTF-8", screen = "SAL_USE_VCLPLUGIN=svp";
  std::array<char*, 5> environment = {home.data(), path.data(), locale.data(), screen.data(), nullptr};
  SpawnSetup setup;
  Running running;
  for (const char* program : {"/usr/bin/soffice", "/usr/local/bin/soffice", "/usr/bin/libreoffice"})
    if (posix_spawn(&running.pid, program, &setup.files, &setup.attributes, arguments.data(), environment.data()) == 0)
      return running;
  return {};
}

/// Waits until all have ended or the time is up; true when all ended by themselves.
bool wait_for(std::vector<Running>& all, Clock::time_point until) {
  while (true) {
    bool busy = false;
    for (auto& one : all) {
      if (one.pid > 0 && !one.done) one.done = waitpid(one.pid, nullptr, WNOHANG) == one.pid;
      busy = busy || (one.pid > 0 && !one.done);
    }
    if (!busy) return true;
    if (Clock::now() >= until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(15));
  }
}

void end(std::vector<Running>& all) {
  for (auto& one : all) {
    if (one.pid <= 0 || one.done) continue;
    kill(-one.pid, SIGKILL);
    waitpid(one.pid, nullptr, 0);
  }
}

bool is_written(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::file_size(file, error) > 1000 && !error;
}

}  // namespace

std::string pdf_filter() {
  return R"(pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},)"
         R"("UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"2"},)"
         R"("ExportBookmarks":{"type":"boolean","value":"true"}})";
}

Problems convert(const std::vector<Conversion>& conversions, int seconds) {
  std::vector<Running> all;
  for (const auto& conversion : conversions) {
    std::error_code ignored;
    std::filesystem::remove(conversion.output, ignored);  // an old file must not pass for a new one
    all.push_back(start(conversion));
  }
  const bool in_time = wait_for(all, Clock::now() + std::chrono::seconds(seconds));
  if (!in_time) end(all);
  Problems problems;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].pid <= 0)
      problems.push_back(problem("office-missing", conversions[i], "soffice"));
    else if (!all[i].done && !in_time)
      problems.push_back(problem("office-slow", conversions[i], std::to_string(seconds) + " s"));
    else if (!is_written(conversions[i].output))
      problems.push_back(problem("office-nothing", conversions[i], conversions[i].filter.substr(0, 20)));
  }
  return problems;
}

}  // namespace koepel::report
