// What stands behind a Font: where it comes from, known at once, and the opened face, read at first
// use by whichever thread comes first.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

#include "text/font_file.h"
#include "text/layout_glyphs.h"

namespace munjip {

struct FontSource {
  std::uint32_t id = 0;
  std::filesystem::path file;
  int index = 0;
  std::string postscript_name;  // as the catalogue has it; empty = any
  std::string family, licence;
  int weight = 400;
  bool italic = false;
};

// A face that cannot be used counts as one without any glyph, and `problem` says why.
struct OpenedFace {
  MappedFile file;
  int index = 0;
  FaceFacts facts;
  HbFonts hb;
  bool usable = false;
  Message problem;
};

OpenedFace open_face(const FontSource& source);

struct Font::Data {
  explicit Data(FontSource from) : source(std::move(from)) {}

  const OpenedFace& opened() {
    std::call_once(once_, [this] {
      face_ = open_face(source);
      is_open_.store(true, std::memory_order_release);
    });
    return face_;
  }
  // Nothing where no one has used the font yet.
  const OpenedFace* if_opened() const {
    return is_open_.load(std::memory_order_acquire) ? &face_ : nullptr;
  }

  // Made at first use: it costs some milliseconds.
  const LayoutGlyphs& layout_glyphs() {
    std::call_once(layout_once_, [this] { layout_.emplace(opened().hb.face.get()); });
    return *layout_;
  }

  const FontSource source;

 private:
  std::once_flag once_;
  std::atomic<bool> is_open_{false};
  OpenedFace face_;
  std::once_flag layout_once_;
  std::optional<LayoutGlyphs> layout_;
};

}  // namespace munjip
