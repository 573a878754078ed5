// Libraries that few books need are opened when the first picture or address asks for them, not at
// start-up.
#pragma once

#include <dlfcn.h>

namespace munjip {

// A shared library that stays open as long as the process (several of them cannot be closed
// safely). Safe to use from several threads.
class SharedLibrary {
 public:
  // `name` as the dynamic linker knows it, with its version: `libheif.so.1`.
  explicit SharedLibrary(const char* name) : library_(::dlopen(name, RTLD_NOW | RTLD_LOCAL)) {}

  bool is_open() const { return library_ != nullptr; }
  // Sets `function` to what the library calls `name`; false, and null, where it has none.
  template <class Function>
  bool load(const char* name, Function& function) const {
    function = is_open() ? reinterpret_cast<Function>(::dlsym(library_, name)) : nullptr;
    return function != nullptr;
  }

 private:
  void* library_;
};

}  // namespace munjip
