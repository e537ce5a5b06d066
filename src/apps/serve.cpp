// SPDX-License-Identifier: EUPL-1.2
// koepel serve: the method in the browser, on a data folder, until it is told to stop.
#include <pthread.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <future>
#include <iostream>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

#include "apps/commands.h"
#include "apps/embedded.h"
#include "apps/session.h"
#include "apps/terminal.h"
#include "content/pack_reader.h"
#include "exchange/files.h"
#include "http/server.h"
#include "store/studies.h"

namespace koepel::apps {

namespace {

std::int64_t now_us() {
  using namespace std::chrono;
  return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

/// "127.0.0.1:8080", "[::1]:8080" or ":8080" taken apart; false when it is no address.
bool read_address(const std::string& text, http::ServerOptions& options) {
  const auto colon = text.find_last_of(':');
  if (colon == std::string::npos) return false;
  options.address = text.substr(0, colon);
  if (options.address.starts_with('[') && options.address.ends_with(']'))
    options.address = options.address.substr(1, options.address.size() - 2);
  if (options.address.empty()) options.address = "0.0.0.0";
  if (options.address == "localhost") options.address = "127.0.0.1";
  const auto port = text.substr(colon + 1);
  if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos) return false;
  const int number = std::stoi(port);
  options.port = static_cast<std::uint16_t>(number);
  return number <= 65'535;
}

std::filesystem::path example_folder() {
  std::error_code none;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", none).parent_path();
  const auto installed = (program / "../share/koepel/cases").lexically_normal();
  return std::filesystem::is_directory(installed, none)
             ? installed
             : content::delivered_pack().parent_path().parent_path() / "cases";
}

std::string change_text(const service::Change& change) {
  exchange::Json data{{"sequence", change.sequence}, {"kinds", change.kinds}};
  return data.dump();
}

/// What a client that was away has missed: one message says up to where the log now goes.
http::CatchUp catch_up_from(service::Desk& desk) {
  return [&desk](const http::StreamOrder& order) -> std::vector<http::StreamMessage> {
    const auto row = store::find_study(desk.store, order.topic);
    if (!row || row->last_sequence <= order.after) return {};
    return {{row->last_sequence, "change", change_text({order.topic, row->last_sequence, {"missed"}})}};
  };
}

/// On a fresh data folder the examples are there to look at, in the manager's list.
void load_examples(service::Desk& desk, const store::Person& manager) {
  if (!store::all_studies(desk.store).empty()) return;
  const service::Asker who{.person = manager.id, .manager = true};
  for (const auto& example : service::examples(desk))
    if (const auto made = service::make_from_example(desk, who, example.id); !made)
      std::cerr << "koepel: example " << example.id << " could not be loaded\n";
}

/// Signals are waited for by one thread, so that no handler interrupts anything.
class StopSignal {
 public:
  StopSignal() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is a full disk, not an end
  }
  void wait() const {
    int number = 0;
    sigwait(&set_, &number);
  }

 private:
  sigset_t set_{};
};

/// The organisation's own provider; none when it is not asked for.
std::unique_ptr<service::Oidc> provider_of(const ServeOrder& order, const std::string& site) {
  if (order.oidc_issuer.empty()) return nullptr;
  auto secret = exchange::read_file(order.oidc_secret_file);
  while (!secret.empty() && (secret.back() == '\n' || secret.back() == '\r')) secret.pop_back();
  return std::make_unique<service::Oidc>(
      service::OidcConfig{order.oidc_issuer, order.oidc_client, secret, site + "/login/return"});
}

constexpr std::int64_t day_us = 86'400'000'000;
constexpr std::int64_t audit_term_us = 366 * day_us;

/// The first list of studies after a start need not wait for every log to be read.
void make_cards(const std::stop_token& stop, service::Desk& desk) {
  for (const auto& row : store::all_studies(desk.store)) {
    if (stop.stop_requested()) return;
    if (const auto card = service::card_of(desk, row); !card.broken.empty())
      std::cerr << "koepel: study " << row.id << " cannot be read: " << card.broken << std::endl;
  }
}

/// Clears what is over, now and every day, until it is told to stop.
void keep_house(const std::stop_token& stop, service::Desk& desk) {
  auto& store = desk.store;
  make_cards(stop, desk);
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  do {
    store::clear_expired(store, now_us(), now_us() - audit_term_us);
  } while (!wake.wait_for(lock, stop, std::chrono::hours(24), [] { return false; }) && !stop.stop_requested());
}

void say_where(const ServeOrder& order, const std::string& site, const std::string& token, Language language) {
  const bool nl = language == Language::nl;
  std::cout << (nl ? "Koepel draait op " : "Koepel runs on ") << site << " (" << (nl ? "gegevens in " : "data in ")
            << order.folder.string() << ")\n";
  if (!token.empty())
    std::cout << (nl ? "Log eenmalig in met: " : "Log in once with: ") << paint(Ink::bold, site + "/login#" + token)
              << "\n";
  std::cout << std::flush;
}

}  // namespace

int serve(const Options& options, const ServeOrder& given) {
  const StopSignal signal;
  http::ServerOptions listening;
  if (!read_address(given.listen, listening)) {
    std::cerr << "koepel: --listen " << given.listen << ": host:port\n";
    return Exit::wrong_use;
  }
  listening.trusted_proxies = given.trusted_proxies;
  ServeOrder order = given;
  if (order.folder.empty()) order.folder = exchange::user_data_folder();

  auto reference = std::async(std::launch::async, exchange::read_reference,
                              std::vector{exchange::delivered_reference(), order.folder});
  const auto pack = open_pack(options);
  if (!pack) return Exit::environment;
  const auto facts = reference.get();
  const auto theme = api::theme_of(
      {order.theme_name, order.theme_color, order.theme_logo.empty() ? "" : exchange::read_file(order.theme_logo)});
  if (!theme) {
    print_problems(theme.error(), Phrasebook(*pack), options);
    return Exit::wrong_use;
  }

  store::Store store(order.folder, order.database);
  http::Hub hub;
  service::Desk desk{.store = store,
                     .pack = *pack,
                     .reference = facts,
                     .examples = example_folder(),
                     .now_us = now_us,
                     .tell = [&hub](const service::Change& change) {
                       hub.publish(change.study, {change.sequence, "change", change_text(change)});
                     }};
  api::App app{.desk = desk, .settings = {.contract = contract(), .theme = *theme}};
  http::Server server(
      listening, [&app](const http::Request& request) { return api::serve(app, assets(), request); }, hub,
      catch_up_from(desk),
      [&app](http::Response own, const std::string& path) { return api::adopt(app, std::move(own), path); });

  const std::string host =
      listening.address == "127.0.0.1" || listening.address == "0.0.0.0" ? "localhost" : listening.address;
  app.settings.site = order.site.empty() ? "http://" + host + ":" + std::to_string(server.port()) : order.site;
  app.settings.secure_cookies = app.settings.site.starts_with("https://");
  if (!order.contact.empty()) app.settings.security_contact = order.contact;
  const auto provider = provider_of(order, app.settings.site);
  app.settings.provider = provider.get();
  app.settings.provider_name = order.oidc_name.empty() ? order.oidc_issuer : order.oidc_name;
  const auto first = service::first_manager(store, now_us());
  load_examples(desk, first.person);
  say_where(order, app.settings.site, first.token, options.language);

  const std::jthread house([&](const std::stop_token& stop) {
    try {
      keep_house(stop, desk);
    } catch (const std::exception& fault) {
      std::cerr << "koepel: what is over was not cleared: " << fault.what() << std::endl;
    }
  });
  std::thread stopper([&] {
    signal.wait();
    server.stop();
  });
  server.run();
  // run() also ends when the server breaks; the stopper then still waits for its signal.
  pthread_kill(stopper.native_handle(), SIGTERM);
  stopper.join();
  return Exit::ok;
}

}  // namespace koepel::apps
