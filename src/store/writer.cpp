// SPDX-License-Identifier: EUPL-1.2
// Many waiting writes in, few commits out. Face: Writer::run().
#include "store/writer.h"

#include <algorithm>
#include <chrono>

#include "base/ensure.h"

namespace koepel::store {

namespace {

using Kind = DatabaseError::Kind;
using std::chrono::milliseconds;

constexpr std::size_t most_at_once = 512;
constexpr int most_attempts = 5;
constexpr milliseconds first_pause{50};
constexpr int most_pauses = 7;  // together about six seconds: a server that restarts is back by then
constexpr milliseconds forget_again{200};

/// Errors after which the transaction cannot go on from a savepoint.
bool ends_transaction(Kind kind) {
  return kind == Kind::connection || kind == Kind::serialization || kind == Kind::full || kind == Kind::damaged ||
         kind == Kind::busy;
}

}  // namespace

Writer::Writer(std::unique_ptr<Database> opened, OpenDatabase open)
    : database_(std::move(opened)), open_(std::move(open)), place_(database_->place()), thread_([this] { loop(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Writer::run(const Work& work, const WriteManner& manner) {
  ENSURE(std::this_thread::get_id() != thread_.get_id());
  Job job{&work, &manner, {}, {}};
  auto done = job.done.get_future();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(&job);
  }
  changed_.notify_one();
  done.get();
}

void Writer::loop() {
  for (;;) {
    Group group = take();
    if (group.empty() && stopped()) return;
    if (!group.empty()) write_group(std::move(group));
    forget();
  }
}

bool Writer::stopped() {
  const std::lock_guard lock(mutex_);
  return stopping_ && waiting_.empty();
}

/// What waits; nothing when the writer must stop, or forgetting must be tried again.
Writer::Group Writer::take() {
  std::unique_lock lock(mutex_);
  const auto something = [this] { return stopping_ || !waiting_.empty(); };
  if (database_ && database_->must_forget())
    changed_.wait_for(lock, forget_again, something);
  else
    changed_.wait(lock, something);
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), most_at_once));
  Group group(waiting_.begin(), end);
  waiting_.erase(waiting_.begin(), end);
  return group;
}

void Writer::write_group(Group group) {
  std::stable_sort(group.begin(), group.end(),
                   [](const Job* a, const Job* b) { return a->manner->order < b->manner->order; });
  for (int attempt = 1; !group.empty(); ++attempt) {
    try {
      transact(group);
      for (Job* job : group) answer(*job);
      return;
    } catch (const DatabaseError& error) {
      // Without a connection even after the pauses of reconnect() the callers wait long enough.
      after_failure(group, error, attempt == most_attempts || !database_);
    }
  }
}

/// Savepoints cost as much as the work of a small part: they are set only after some part has failed without them.
void Writer::transact(const Group& group) {
  if (!database_) reconnect();
  if (!try_all(group)) {
    roll_back(Kind::other);
    begin();
    for (Job* job : group) run_job(*job);
  }
  committing_ = true;
  database_->query("COMMIT");
}

void Writer::begin() {
  committing_ = false;
  database_->query(database_->dialect().begin_write);
}

/// False when a part failed: what it did is not undone yet.
bool Writer::try_all(const Group& group) {
  begin();
  for (Job* job : group) {
    run_work(*job);
    if (job->failure) return false;
  }
  return true;
}

void Writer::run_work(Job& job) {
  job.failure = nullptr;
  try {
    (*job.work)(*database_);
  } catch (const DatabaseError& error) {
    if (ends_transaction(error.kind)) throw;
    job.failure = std::current_exception();
  } catch (...) {
    job.failure = std::current_exception();
  }
}

void Writer::run_job(Job& job) {
  database_->query("SAVEPOINT job");
  run_work(job);
  if (job.failure) database_->query("ROLLBACK TO SAVEPOINT job");
  database_->query("RELEASE SAVEPOINT job");
}

/// Nothing of the group is stored, except perhaps when the connection went during COMMIT. What may not or cannot run
/// again is answered and leaves the group.
void Writer::after_failure(Group& group, const DatabaseError& error, bool last) {
  const bool unheard = error.kind == Kind::connection && committing_;
  const bool retry = !last && (error.kind == Kind::connection || error.kind == Kind::serialization);
  const StoreFault fault = fault_of(error, place_);
  roll_back(error.kind);
  const auto rest = std::stable_partition(
      group.begin(), group.end(), [&](const Job* job) { return retry && (!unheard || job->manner->repeatable); });
  for (Job* job : Group(rest, group.end())) {
    job->failure = std::make_exception_ptr(fault);
    answer(*job);
  }
  group.erase(rest, group.end());
}

void Writer::roll_back(Kind kind) {
  if (!database_) return;
  if (kind == Kind::connection) return database_.reset();
  try {
    database_->query("ROLLBACK");
  } catch (const DatabaseError&) {
    // SQLite has already done so after some errors, and then says that there is no transaction.
  }
}

/// Tries a few times, longer and longer apart; throws what the last time threw.
void Writer::reconnect() {
  for (int pause = 0;; ++pause) try {
      database_ = open_();
      database_->forget_soon();  // what the lost connection may have been asked
      return;
    } catch (const DatabaseError& error) {
      if (error.kind != Kind::connection || pause == most_pauses) throw;
      std::unique_lock lock(mutex_);
      if (changed_.wait_for(lock, first_pause * (1 << pause), [this] { return stopping_; })) throw;
    }
}

/// The promise moves out first: the caller, and the job on its stack, may be gone the moment it has its answer.
void Writer::answer(Job& job) {
  auto done = std::move(job.done);
  job.failure ? done.set_exception(std::move(job.failure)) : done.set_value();
}

void Writer::forget() {
  if (!database_ || !database_->must_forget()) return;
  try {
    database_->forget();
  } catch (const DatabaseError&) {
    // A full disk or a lost connection shows at the next write; forgetting is asked again with the next erasure.
  }
}

}  // namespace koepel::store
