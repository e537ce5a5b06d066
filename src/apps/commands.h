// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "apps/session.h"

// The commands of koepel; each gives the exit code. main.cpp only parses the command line and calls one of these.

namespace koepel::apps {

using Path = std::filesystem::path;

[[nodiscard]] int check(const Options& options, const Path& folder);
[[nodiscard]] int check_pack(const Options& options, const Path& pack);
[[nodiscard]] int analyse_study(const Options& options, const Path& folder, const Path& out);
[[nodiscard]] int explain(const Options& options, const Path& folder, const std::string& what);
[[nodiscard]] int log(const Options& options, const Path& folder);
[[nodiscard]] int draw(const Options& options, const Path& folder, const std::vector<std::string>& pictures,
                       const Path& out);

struct NewStudy {
  Path folder;
  std::vector<std::string> partners;
  std::string date;  ///< ISO; empty: today
};
[[nodiscard]] int make_study(const Options& options, const NewStudy& wanted);

struct ReportOrder {
  Path folder;
  std::vector<std::string> formats;    ///< odt, pdf, docx, html
  std::string audience;                ///< college, council, works-council, public
  std::vector<std::string> documents;  ///< decision, zero-phase, gross-list, vision, conduct, annexes
  Path out;
  Path house_style;
};
[[nodiscard]] int report_study(const Options& options, const ReportOrder& order);

struct DataOrder {
  std::vector<Path> files;
  Path to;           ///< empty: the user's data folder
  std::string only;  ///< comma separated municipality codes; empty: all
};
[[nodiscard]] int import_data(const Options& options, const DataOrder& order);
[[nodiscard]] int list_data(const Options& options);

/// Without `stored`: the study's own verwacht.txt. With it: the stored analysis must come out again, byte for byte.
[[nodiscard]] int verify(const Options& options, const Path& folder, const Path& stored);

struct GameOrder {
  Path file;
  bool per_capita = false;  ///< show the excesses of the per-capita nucleolus, per head
  double time_limit = 0;    ///< seconds; 0: none
};
[[nodiscard]] int solve_game(const Options& options, const GameOrder& order);

struct ScanRequest {
  std::vector<std::string> task_fields;  ///< codes or names of the accounts
  std::string municipality;              ///< code or name; empty: the country
  int most_members = 6;                  ///< of a group
  double time_limit = 0;                 ///< seconds per field; 0: none
  Path out;                              ///< folder for map and table; empty: none
};
[[nodiscard]] int scan_country(const Options& options, const ScanRequest& request);

struct ServeOrder {
  Path folder;  ///< empty: the user's data folder
  std::string listen = "127.0.0.1:8080";
  std::string database = "sqlite";  ///< or postgresql://...
  std::string site;                 ///< "https://koepel.example.nl" behind a proxy; empty: http and the address itself
  std::string contact;              ///< for security.txt: "mailto:..." or "https://..."
  std::vector<std::string> trusted_proxies;
  std::string oidc_issuer;  ///< of the organisation's own provider; empty: log in with a password
  std::string oidc_client;
  Path oidc_secret_file;  ///< a file, since what stands on a command line can be read by anybody on the machine
  std::string oidc_name;  ///< as its users call it
  std::string theme_name, theme_color;
  Path theme_logo;
};
[[nodiscard]] int serve(const Options& options, const ServeOrder& order);
/// Recomputes the hash chain of one study, or of all when empty; also beside a running server.
[[nodiscard]] int verify_log(const Options& options, const ServeOrder& order, const std::string& study);
/// Everything into one new file, also while the server runs.
[[nodiscard]] int backup(const Options& options, const ServeOrder& order, const Path& to);
/// A copy back into an empty data folder, after its chain was proved whole.
[[nodiscard]] int restore(const Options& options, const ServeOrder& order, const Path& from);
/// A fresh link to log in once, for somebody who lost his: by e-mail address; empty: the manager. With the second
/// factor dropped for who lost that too.
[[nodiscard]] int login_link(const Options& options, const ServeOrder& order, const std::string& email,
                             bool drop_second_factor);

[[nodiscard]] int completion(const std::string& shell);

}  // namespace koepel::apps
