// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace koepel {

/// Stops the program with the broken promise and its place. For bugs only, never for user input.
[[noreturn]] void broken_promise(const char* promise, const char* file, int line);

}  // namespace koepel

/// A promise inside the program. Stays on in release builds: a wrong advice is worse than none.
#define ENSURE(promise) ((promise) ? static_cast<void>(0) : ::koepel::broken_promise(#promise, __FILE__, __LINE__))
