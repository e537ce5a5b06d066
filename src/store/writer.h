// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "store/drivers.h"

namespace koepel::store {

using Work = std::function<void(Database&)>;

/// The one thread of this process that writes. What waits is done in one transaction, each part in a savepoint of its
/// own, and answered after COMMIT: a flush to disk takes milliseconds, and so many callers share one.
class Writer {
 public:
  /// `opened` is the first connection; `open` makes another when it is lost.
  Writer(std::unique_ptr<Database> opened, OpenDatabase open);
  /// Finishes what waits.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Blocks until `work` is on disk; throws what it threw, or StoreFault.
  void run(const Work& work, const WriteManner& manner);

 private:
  struct Job {
    const Work* work;
    const WriteManner* manner;
    std::promise<void> done;
    std::exception_ptr failure;
  };
  using Group = std::vector<Job*>;

  void loop();
  bool stopped();
  Group take();
  void write_group(Group group);
  void transact(const Group& group);
  void begin();
  bool try_all(const Group& group);
  void run_work(Job& job);
  void run_job(Job& job);
  void after_failure(Group& group, const DatabaseError& error, bool last);
  void roll_back(DatabaseError::Kind kind);
  void reconnect();
  static void answer(Job& job);
  void forget();

  std::unique_ptr<Database> database_;
  OpenDatabase open_;
  std::string place_;
  bool committing_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job*> waiting_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses everything above
};

}  // namespace koepel::store
