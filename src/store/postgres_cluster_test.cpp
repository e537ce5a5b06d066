// SPDX-License-Identifier: EUPL-1.2
// A throwaway PostgreSQL server for the tests. Face: new_postgres_database().
#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/ensure.h"
#include "store/children_test.h"
#include "store/drivers.h"
#include "store/store_test_parts.h"

namespace koepel::store_tests {

namespace {

namespace fs = std::filesystem;
constexpr auto password = "only-for-tests";

/// Debian keeps the server's programs out of the path; the newest version counts.
std::optional<fs::path> programs() {
  std::optional<fs::path> newest;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", ignored))
    if (fs::exists(entry.path() / "bin/initdb") && (!newest || *newest < entry.path() / "bin"))
      newest = entry.path() / "bin";
  return newest;
}

/// The server refuses to run as root.
std::string as_somebody_else() { return geteuid() == 0 ? "runuser -u postgres -- " : ""; }

void must(const std::string& command) {
  if (std::system((command + " >/dev/null").c_str()) == 0) return;
  std::fprintf(stderr, "this command of the tests failed: %s\n", command.c_str());
  std::abort();
}

void give_to_server_user(const fs::path& path) {
  if (geteuid() != 0) return;
  const passwd* user = getpwnam("postgres");
  ENSURE(user != nullptr && chown(path.c_str(), user->pw_uid, user->pw_gid) == 0);
}

class Cluster {
 public:
  explicit Cluster(const fs::path& bin) : bin_(bin) {
    give_to_server_user(work_.path);
    const fs::path secret = work_.path / "password";
    std::ofstream(secret) << password << "\n";
    give_to_server_user(secret);
    must(as_somebody_else() + (bin_ / "initdb").string() + " -D " + data() +
         " -U koepel -A scram-sha-256 --pwfile=" + secret.string() + " -E UTF8 --locale=C.UTF-8 --no-sync");
    ENSURE(pipe2(alive_, O_CLOEXEC) == 0);  // the server must not hold it open
    guard_ = in_child([this] { stop_when_the_tests_end(); });
    close(alive_[0]);
    // A socket in our own folder, no network: no port that somebody else could have.
    control("-l " + (work_.path / "log").string() + " -o \"-c listen_addresses='' -k " + work_.path.string() +
            " -c max_connections=200\" start");
  }
  ~Cluster() {
    close(alive_[1]);
    end_of(guard_);
  }
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  [[nodiscard]] std::string address(const std::string& database) const {
    return "postgresql://koepel:" + std::string(password) + "@/" + database + "?host=" + work_.path.string();
  }
  std::string new_database() {
    const std::string name = "test_" + std::to_string(++databases_);
    store::open_postgres(address("postgres"))->script("CREATE DATABASE " + name);
    return address(name);
  }

 private:
  [[nodiscard]] std::string data() const { return (work_.path / "data").string(); }
  void control(const std::string& what) const {
    must(as_somebody_else() + (bin_ / "pg_ctl").string() + " -w -D " + data() + " " + what);
  }
  /// In a process of its own, so that no server stays behind when a test breaks off the program: the pipe ends with it.
  void stop_when_the_tests_end() const {
    close(alive_[1]);
    char nothing = 0;
    (void)!read(alive_[0], &nothing, 1);
    control("-m immediate stop");
    std::error_code ignored;
    fs::remove_all(work_.path, ignored);
  }

  WorkFolder work_;
  fs::path bin_;
  int databases_ = 0;
  int alive_[2] = {-1, -1};
  pid_t guard_ = -1;
};

/// Stopped after all tests; a child that a test forked leaves by _exit and does not come here.
std::unique_ptr<Cluster> cluster;
struct StopCluster : testing::Environment {
  void TearDown() override { cluster.reset(); }
};
const auto* const stop_cluster = testing::AddGlobalTestEnvironment(new StopCluster);

}  // namespace

std::string new_postgres_database() {
  const auto bin = programs();
  if (!bin) {
    std::fprintf(stderr, "\n*** NOT TESTED ON POSTGRESQL: install the package postgresql ***\n\n");
    return {};
  }
  if (!cluster) cluster = std::make_unique<Cluster>(*bin);
  return cluster->new_database();
}

}  // namespace koepel::store_tests
