// SPDX-License-Identifier: EUPL-1.2
// The command line: parses it, calls one command, and is the one boundary where exceptions of the environment end.
#include <CLI/CLI.hpp>
#include <cstring>
#include <iostream>

#include "apps/commands.h"
#include "apps/help.h"

namespace koepel::apps {

namespace {

/// What was asked; filled by the parser.
struct Asked {
  Options options;
  std::string language = "nl";
  Path folder;
  Path out;
  Path stored;
  Path pack;
  std::string what;
  std::string shell;
  std::vector<std::string> pictures;
  NewStudy wanted;
  ReportOrder order;
  DataOrder data;
  GameOrder game;
  ScanRequest scan;
  ServeOrder serve;
  bool drop_second_factor = false;
};

using Command = std::function<int()>;

class Parser {
 public:
  explicit Parser(Language language) : help_(language), app_(help_("koepel"), "koepel") {
    app_.set_version_flag("--version", "koepel " KOEPEL_VERSION, help_("version"));
    app_.set_help_flag("-h,--help", help_("help"));
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.footer(help_("koepel.footer"));
    if (language == Language::nl) speak_dutch();
    add_shared();
    add_study_commands();
    add_report();
    add_new();
    add_data();
    add_others();
    if (language == Language::nl) group_help_of(app_, "Opties");
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app_.exit(error) == 0 ? Exit::ok : Exit::wrong_use;
    }
    asked_.options.language = asked_.language == "en" ? Language::en : Language::nl;
    return chosen_();
  }

 private:
  /// The parser's own words; commands take them over.
  void speak_dutch() {
    app_.option_defaults()->group("Opties");
    const auto words = app_.get_formatter();
    words->label("Usage", "Gebruik");
    words->label("OPTIONS", "OPTIES");
    words->label("Options", "Opties");
    words->label("Positionals", "Argumenten");
    words->label("SUBCOMMAND", "OPDRACHT");
    words->label("SUBCOMMANDS", "OPDRACHTEN");
    words->label("Subcommands", "Opdrachten");
    words->label("REQUIRED", "VERPLICHT");
    words->label("TEXT", "TEKST");
    words->label("TEXT:DIR", "MAP");
    words->label("TEXT:FILE", "BESTAND");
  }

  /// Help flags are made before the defaults are known, so they are moved to their group afterwards.
  static void group_help_of(CLI::App& app, const std::string& group) {
    if (app.get_help_ptr() != nullptr) app.get_help_ptr()->group(group);
    for (auto* sub : app.get_subcommands([](const CLI::App*) { return true; })) group_help_of(*sub, group);
  }

  CLI::App* command(const char* name, Command action) {
    auto* sub = app_.add_subcommand(name, help_(name));
    sub->footer(help_(std::string(name) + ".footer"));
    sub->callback([this, action] { chosen_ = action; });
    return sub;
  }

  CLI::App* study_command(const char* name, Command action) {
    auto* sub = command(name, std::move(action));
    sub->add_option("FOLDER", asked_.folder, help_("folder"))->required()->check(CLI::ExistingDirectory);
    return sub;
  }

  void add_shared() {
    app_.add_option("--lang", asked_.language, help_("lang"))->check(CLI::IsMember({"nl", "en"}));
    app_.add_flag("--json", asked_.options.json, help_("json"));
    app_.add_option("--pack", asked_.options.pack, help_("pack"))->check(CLI::ExistingDirectory);
    app_.add_option("--data", asked_.options.data, help_("data-folder"));
    app_.add_option("--seed", asked_.options.seed, help_("seed"));
    app_.add_option("--draws", asked_.options.draws, help_("draws"))->check(CLI::Range(100, 10'000'000));
  }

  void add_study_commands() {
    auto& a = asked_;
    study_command("analyse", [&a] {
      return analyse_study(a.options, a.folder, a.out);
    })->add_option("--out", a.out, help_("analyse.out"));
    study_command("check", [&a] { return check(a.options, a.folder); });
    study_command("log", [&a] { return log(a.options, a.folder); });
    study_command("explain", [&a] {
      return explain(a.options, a.folder, a.what);
    })->add_option("FINDING", a.what, help_("finding"));
    study_command("verify", [&a] { return verify(a.options, a.folder, a.stored); })
        ->add_option("--stored", a.stored, help_("stored"))
        ->check(CLI::ExistingFile);
    auto* pictures = study_command(
        "draw", [&a] { return draw(a.options, a.folder, a.pictures, a.out.empty() ? Path(".") : a.out); });
    pictures->add_option("PICTURE", a.pictures, help_("picture"));
    pictures->add_option("--out", a.out, help_("out"));
  }

  void add_report() {
    auto& order = asked_.order;
    auto* sub = study_command("report", [this] {
      auto& r = asked_.order;
      r.folder = asked_.folder;
      if (r.out.empty()) r.out = Path("out") / std::filesystem::absolute(r.folder).lexically_normal().filename();
      return report_study(asked_.options, r);
    });
    order.formats = {"pdf"};
    order.audience = "college";
    order.documents = {"decision", "annexes"};
    sub->add_option("--as", order.formats, help_("as"))
        ->delimiter(',')
        ->check(CLI::IsMember({"odt", "pdf", "docx", "html"}));
    sub->add_option("--for", order.audience, help_("for"))
        ->check(CLI::IsMember({"college", "council", "works-council", "public"}));
    sub->add_option("--document", order.documents, help_("document"))
        ->delimiter(',')
        ->check(CLI::IsMember({"decision", "zero-phase", "gross-list", "vision", "conduct", "annexes"}));
    sub->add_option("--out", order.out, help_("out"));
    sub->add_option("--house-style", order.house_style, help_("house-style"))->check(CLI::ExistingFile);
  }

  void add_new() {
    auto& a = asked_;
    auto* sub = command("new", [&a] { return make_study(a.options, a.wanted); });
    sub->add_option("FOLDER", a.wanted.folder, help_("new.folder"))->required();
    sub->add_option("--partners", a.wanted.partners, help_("partners"))->delimiter(',')->required();
    sub->add_option("--date", a.wanted.date, help_("date"));
  }

  void add_data() {
    auto& a = asked_;
    auto* sub = app_.add_subcommand("data", help_("data"));
    sub->require_subcommand(1);
    sub->footer(help_("data.footer"));
    auto* import = sub->add_subcommand("import", help_("data.import"));
    import->add_option("FILE", a.data.files, help_("data.files"))->required()->check(CLI::ExistingFile);
    import->add_option("--to", a.data.to, help_("to"));
    import->add_option("--only", a.data.only, help_("only"));
    const Command run_import = [&a] { return import_data(a.options, a.data); };
    const Command run_list = [&a] { return list_data(a.options); };
    import->callback([this, run_import] { chosen_ = run_import;
  });
  sub->add_subcommand("list", help_("data.list"))->callback([this, run_list] { chosen_ = run_list; });
}

  void add_others() {
  auto& a = asked_;
  command("check-pack", [&a] { return check_pack(a.options, a.pack); })
      ->add_option("PACK", a.pack, help_("pack"))
      ->check(CLI::ExistingDirectory);
  auto* game = command("game", [&a] { return solve_game(a.options, a.game); });
  game->add_option("FILE", a.game.file, help_("game.file"))->required()->check(CLI::ExistingFile);
  game->add_flag("--per-capita", a.game.per_capita, help_("per-capita"));
  game->add_option("--time-limit", a.game.time_limit, help_("time-limit"))->check(CLI::PositiveNumber);
  add_scan();
  add_server();
  command("completion", [&a] { return completion(a.shell); })
      ->add_option("SHELL", a.shell, help_("shell"))
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
}

void add_scan() {
  auto& request = asked_.scan;
  auto* scan = command("scan", [this] { return scan_country(asked_.options, asked_.scan); });
  scan->add_option("--task", request.task_fields, help_("scan.task"))->delimiter(',')->required();
  scan->add_option("--municipality", request.municipality, help_("scan.municipality"));
  scan->add_option("--max-partners", request.most_members, help_("max-partners"))->check(CLI::Range(2, 7));
  scan->add_option("--time-limit", request.time_limit, help_("time-limit"))->check(CLI::PositiveNumber);
  scan->add_option("--out", request.out, help_("scan.out"));
}

/// A command on the server's data folder, which is what --data names there.
CLI::App* server_command(const char* name, std::function<int(const ServeOrder&)> action) {
  auto* sub = command(name, [this, action] {
    asked_.serve.folder = asked_.options.data;
    return action(asked_.serve);
  });
  sub->add_option("--database", asked_.serve.database, help_("database"));
  return sub;
}

void add_server() {
  auto& a = asked_;
  auto* serve = server_command("serve", [&a](const ServeOrder& order) { return apps::serve(a.options, order); });
  serve->add_option("--listen", a.serve.listen, help_("listen"));
  serve->add_option("--site", a.serve.site, help_("site"));
  serve->add_option("--contact", a.serve.contact, help_("contact"));
  serve->add_option("--trusted-proxy", a.serve.trusted_proxies, help_("trusted-proxy"));
  auto* issuer = serve->add_option("--oidc-issuer", a.serve.oidc_issuer, help_("oidc-issuer"));
  auto* client = serve->add_option("--oidc-client", a.serve.oidc_client, help_("oidc-client"))->needs(issuer);
  auto* secret = serve->add_option("--oidc-secret-file", a.serve.oidc_secret_file, help_("oidc-secret-file"))
                     ->needs(issuer)
                     ->check(CLI::ExistingFile);
  issuer->needs(client)->needs(secret);
  serve->add_option("--oidc-name", a.serve.oidc_name, help_("oidc-name"))->needs(issuer);
  serve->add_option("--theme-name", a.serve.theme_name, help_("theme-name"));
  serve->add_option("--theme-color", a.serve.theme_color, help_("theme-color"));
  serve->add_option("--theme-logo", a.serve.theme_logo, help_("theme-logo"))->check(CLI::ExistingFile);
  server_command("verify-log", [&a](const ServeOrder& order) {
    return verify_log(a.options, order, a.what);
  })->add_option("STUDY", a.what, help_("verify-log.study"));
  server_command("backup", [&a](const ServeOrder& order) { return backup(a.options, order, a.out); })
      ->add_option("FILE", a.out, help_("backup.file"))
      ->required();
  server_command("restore", [&a](const ServeOrder& order) { return restore(a.options, order, a.stored); })
      ->add_option("FILE", a.stored, help_("restore.file"))
      ->required()
      ->check(CLI::ExistingFile);
  auto* link = server_command("login-link", [&a](const ServeOrder& order) {
    return login_link(a.options, order, a.what, a.drop_second_factor);
  });
  link->add_option("EMAIL", a.what, help_("login-link.email"));
  link->add_flag("--drop-second-factor", a.drop_second_factor, help_("login-link.drop"));
}

Help help_;
CLI::App app_;
Asked asked_;
Command chosen_;
};  // namespace

/// The help itself must be in a language before the command line is parsed.
Language asked_language(int argc, char** argv) {
  for (int i = 1; i < argc; ++i)
    if (std::strcmp(argv[i], "--lang=en") == 0 ||
        (std::strcmp(argv[i], "--lang") == 0 && i + 1 < argc && std::strcmp(argv[i + 1], "en") == 0))
      return Language::en;
  return Language::nl;
}

}  // namespace koepel::apps

}  // namespace koepel::apps

int main(int argc, char** argv) {
  using namespace koepel::apps;
  try {
    Parser parser(asked_language(argc, argv));
    return parser.run(argc, argv);
  } catch (const std::exception& broken) {
    std::cerr << "koepel: " << broken.what() << "\n";
    return Exit::environment;
  }
}
