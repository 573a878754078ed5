// The library's public face: chains of fonts for styles, kept once made, behind one lock.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

#include "base/error.h"
#include "base/file_io.h"
#include "text/family_index.h"
#include "text/font.h"
#include "text/font_data.h"

namespace munjip {

namespace {

using Chain = std::vector<FontRef>;
using ChainKey = std::tuple<std::vector<std::string>, int, bool>;

constexpr std::string_view kKinds[] = {"serif", "sans-serif", "monospace"};

bool is_generic(std::string_view family) {
  return std::find(std::begin(kKinds), std::end(kKinds), family) != std::end(kKinds);
}

void add_new(Chain& chain, FontRef font) {
  if (font != nullptr && std::find(chain.begin(), chain.end(), font) == chain.end()) {
    chain.push_back(font);
  }
}

std::span<const std::string> list_of(const std::map<std::string, std::vector<std::string>>& lists,
                                     std::string_view name) {
  const auto found = lists.find(std::string(name));
  if (found == lists.end()) return {};
  return found->second;
}

}  // namespace

struct FontLibrary::State {
  State(std::vector<std::filesystem::path> folders, Diagnostics& diagnostics)
      : index(std::move(folders), diagnostics) {}

  FontRef find(std::string_view family, FaceLook look);
  std::string kind_of(std::span<const std::string> families) const;
  void add_companions(Chain& chain, const Font& font, FaceLook look);
  Chain make_chain(std::span<const std::string> families, FaceLook look);

  std::mutex mutex;
  FamilyIndex index;
  std::map<ChainKey, std::unique_ptr<Chain>> chains;
  std::set<std::string> missing_families;
};

FontRef FontLibrary::State::find(std::string_view family, FaceLook look) {
  if (!is_generic(family)) return index.find(family, look, true);
  for (const std::string& name : list_of(index.catalogue().generic, family)) {
    if (const FontRef font = index.find(name, look, false)) return font;
  }
  return nullptr;
}

// The generic family whose fallbacks suit these families.
std::string FontLibrary::State::kind_of(std::span<const std::string> families) const {
  for (const std::string& family : families) {
    if (is_generic(family)) return family;
    if (const std::string_view kind = index.kind_of(family); !kind.empty()) {
      return std::string(kind);
    }
  }
  return "serif";
}

// Faces of the same design with more characters, unless they are of another weight: Hanja that are
// thin in a bold line are worse than Hanja of another design.
void FontLibrary::State::add_companions(Chain& chain, const Font& font, FaceLook look) {
  constexpr int kSameWeight = 150;
  const CatalogueFamily* entry = index.entry(font.family());
  if (entry == nullptr) return;
  for (const std::string& name : entry->companions) {
    const FontRef companion = index.find_unopened(name, look);
    if (companion == nullptr) continue;
    if (std::abs(companion->weight() - font.weight()) <= kSameWeight) add_new(chain, companion);
  }
}

Chain FontLibrary::State::make_chain(std::span<const std::string> families, FaceLook look) {
  Chain chain;
  for (const std::string& family : families) {
    const FontRef font = find(family, look);
    if (font == nullptr) missing_families.insert(family);
    add_new(chain, font);
    if (font != nullptr) add_companions(chain, *font, look);
  }
  const std::string kind = kind_of(families);
  const Catalogue& catalogue = index.catalogue();
  for (const auto names : {list_of(catalogue.generic, kind), list_of(catalogue.fallback, kind),
                           list_of(catalogue.fallback, "any")}) {
    for (const std::string& name : names) add_new(chain, index.find_unopened(name, look));
  }
  const auto has_hangul = [](FontRef font) { return font->has_glyph(U'가'); };
  if (std::none_of(chain.begin(), chain.end(), has_hangul)) {
    // Somewhere else than where the catalogue looks for them, perhaps.
    for (const std::string& name : list_of(catalogue.generic, kind)) {
      add_new(chain, index.find(name, look, true));
    }
  }
  if (std::any_of(chain.begin(), chain.end(), has_hangul)) return chain;
  throw Error(
      ExitCode::usage, {},
      message("한글 글꼴이 없습니다", "there is no Korean font on this machine"),
      {message("글꼴을 설치하십시오: apt install fonts-noto-cjk. 아니면 글꼴 파일(TTF, OTF, "
               "TTC)을 fonts/ 폴더에 넣으십시오",
               "install one: apt install fonts-noto-cjk, or put font files (TTF, OTF, TTC) "
               "into the fonts/ folder")});
}

FontLibrary::FontLibrary(std::vector<std::filesystem::path> folders, Diagnostics& diagnostics)
    : state_(std::make_unique<State>(std::move(folders), diagnostics)) {}
FontLibrary::~FontLibrary() = default;

void FontLibrary::add_font_faces(std::span<const FontFaceRule> rules, Diagnostics& diagnostics) {
  const std::lock_guard lock(state_->mutex);
  state_->index.add_font_faces(rules, diagnostics);
  state_->chains.clear();
}

FontRef FontLibrary::find(std::string_view family, int weight, bool italic) const {
  const std::lock_guard lock(state_->mutex);
  return state_->find(family, {weight, italic});
}

std::span<const FontRef> FontLibrary::chain(const Style& style) const {
  const std::lock_guard lock(state_->mutex);
  std::unique_ptr<Chain>& chain =
      state_->chains[{style.font_families, style.font_weight, style.italic}];
  if (!chain) {
    chain = std::make_unique<Chain>(
        state_->make_chain(style.font_families, {style.font_weight, style.italic}));
  }
  return *chain;
}

std::vector<FontLibrary::Family> FontLibrary::families() const {
  const std::lock_guard lock(state_->mutex);
  return state_->index.families();
}

std::vector<FontRef> FontLibrary::opened() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<FontRef> fonts;
  for (const std::unique_ptr<Font>& font : state_->index.fonts()) {
    const OpenedFace* face = font->data().if_opened();
    if (face != nullptr && face->usable) fonts.push_back(font.get());
  }
  std::sort(fonts.begin(), fonts.end(), [](FontRef a, FontRef b) {
    return std::tuple(a->postscript_name(), a->id()) < std::tuple(b->postscript_name(), b->id());
  });
  return fonts;
}

void FontLibrary::report_problems(Diagnostics& diagnostics) const {
  const std::lock_guard lock(state_->mutex);
  for (const std::string& family : state_->missing_families) {
    std::vector<Message> hints;
    const CatalogueFamily* entry = state_->index.entry(family);
    if (entry != nullptr && !entry->package.empty()) {
      hints.push_back(
          message("설치: apt install {}", "install it: apt install {}", entry->package));
    }
    diagnostics.note({},
                     message("이 컴퓨터에 없는 글꼴: {} (다른 글꼴로 조판합니다)",
                             "font not on this machine: {} (another is used)", family),
                     std::move(hints));
  }
  std::map<std::string, Message> problems;
  for (const std::unique_ptr<Font>& font : state_->index.fonts()) {
    const OpenedFace* face = font->data().if_opened();
    if (face != nullptr && !face->usable) problems[to_utf8(font->file())] = face->problem;
  }
  for (const auto& [file, problem] : problems) {
    diagnostics.warn(
        {file, {}}, Message{"글꼴을 쓰지 않습니다: " + problem.ko, "font not used: " + problem.en});
  }
}

}  // namespace munjip
