// SPDX-License-Identifier: EUPL-1.2
// For tests: a process of its own that may be killed, or squeezed, without harm to the others.
#pragma once

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <exception>
#include <functional>

namespace koepel::store_tests {

/// Runs `work` in a forked process, which ends without the end of the tests (_exit): 0 when `work` came to its end.
inline pid_t in_child(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child != 0) return child;
  try {
    work();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "child: %s\n", error.what());
    _exit(1);
  }
  _exit(0);
}

/// How it ended: the status of waitpid.
inline int end_of(pid_t child) {
  int status = -1;
  return waitpid(child, &status, 0) == child ? status : -1;
}

}  // namespace koepel::store_tests
