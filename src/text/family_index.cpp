#include "text/family_index.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "base/digest.h"
#include "base/file_io.h"
#include "text/font_data.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

constexpr int kMaxFolderDepth = 4;
constexpr std::size_t kMaxOwnFiles = 2000;
constexpr int kMaxFacesOfFile = 64;

std::vector<fs::path> font_roots() {
  std::vector<fs::path> roots = {"/usr/share/fonts", "/usr/local/share/fonts"};
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
    roots.emplace_back(fs::path(home) / ".local/share/fonts");
    roots.emplace_back(fs::path(home) / ".fonts");
  }
  return roots;
}

bool is_font_file(const fs::path& file) {
  const std::string extension = family_key(to_utf8(file.extension()));
  return extension == ".ttf" || extension == ".otf" || extension == ".ttc";
}

// Regular files below `folder`, in the order of their names; links that lead out of it are not
// followed.
std::vector<fs::path> font_files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
    if (entry.depth() >= kMaxFolderDepth) entry.disable_recursion_pending();
    std::error_code ignored;
    if (!is_font_file(entry->path()) || !entry->is_regular_file(ignored)) continue;
    if (entry->is_symlink(ignored) && !is_inside(folder, entry->path())) continue;
    files.push_back(entry->path());
    if (files.size() == kMaxOwnFiles) break;
  }
  std::sort(files.begin(), files.end());
  return files;
}

void warn_unusable(const fs::path& file, const Message& problem, Diagnostics& diagnostics) {
  diagnostics.warn({to_utf8(file), {}},
                   Message{"글꼴을 쓰지 않습니다: " + problem.ko, "font not used: " + problem.en});
}

// Faces that fontconfig finds have no place in an order of ours: their number comes from their
// name.
std::uint32_t id_of_system_face(const SystemFace& face) {
  const auto digest = sha1(to_utf8(face.file) + '#' + std::to_string(face.index));
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(digest[i]); };
  return 0x40000000U | ((byte(0) & 0x3F) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3);
}

}  // namespace

FamilyIndex::FamilyIndex(std::vector<fs::path> folders, Diagnostics& diagnostics)
    : roots_(font_roots()) {
  for (const fs::path& folder : folders) {
    const fs::path catalogue = folder / "catalogue.toml";
    std::error_code error;
    if (fs::is_regular_file(catalogue, error)) read_catalogue(catalogue, catalogue_, diagnostics);
    scan_folder(folder, diagnostics);
  }
  index_catalogue();
  // A catalogue's file may also lie in a fonts/ folder.
  roots_.insert(roots_.begin(), folders.begin(), folders.end());
}

void FamilyIndex::scan_folder(const fs::path& folder, Diagnostics& diagnostics) {
  for (const fs::path& file : font_files_in(folder)) add_own_file(file, diagnostics);
}

void FamilyIndex::add_own_file(const fs::path& file, Diagnostics& diagnostics) {
  const MappedFile mapped(file);
  int count = 1;
  for (int index = 0; index < std::min(count, kMaxFacesOfFile); ++index) {
    const FaceProbe probe = probe_face(mapped.bytes(), index);
    count = probe.face_count;
    if (!probe.facts || probe.facts->families.empty()) {
      warn_unusable(file, probe.problem, diagnostics);
      continue;
    }
    FontSource source;
    source.id = next_id_++;
    source.file = file;
    source.index = index;
    source.family = probe.facts->families.front();
    source.weight = probe.facts->weight;
    source.italic = probe.facts->italic;
    add_own_face(add_font(std::move(source)), probe.facts->families);
  }
}

FontRef FamilyIndex::add_font(FontSource source) {
  fonts_.push_back(std::make_unique<Font>(std::make_unique<Font::Data>(std::move(source))));
  return fonts_.back().get();
}

void FamilyIndex::add_own_face(FontRef font, std::span<const std::string> names) {
  Known& family = known_or_new(names.front());
  family.own.push_back(font);
  family.faces.insert(family.faces.begin() + static_cast<std::ptrdiff_t>(family.own.size()) - 1,
                      font);
  const std::size_t place = by_key_.find(family_key(names.front()))->second;
  for (const std::string& name : names) by_key_.emplace(family_key(name), place);
}

void FamilyIndex::index_catalogue() {
  for (const CatalogueFamily& entry : catalogue_.families) {
    Known& family = known_or_new(entry.name);
    // The first catalogue that describes a family wins.
    if (family.entry.faces.empty()) {
      family.entry = entry;
      family.first_id = next_id_;
    }
    next_id_ += static_cast<std::uint32_t>(entry.faces.size());
    const std::size_t place = by_key_.find(family_key(entry.name))->second;
    for (const std::string& alias : entry.aliases) by_key_.emplace(family_key(alias), place);
  }
}

FamilyIndex::Known* FamilyIndex::known(std::string_view family) const {
  const auto found = by_key_.find(family_key(family));
  return found == by_key_.end() ? nullptr : known_[found->second].get();
}

FamilyIndex::Known& FamilyIndex::known_or_new(const std::string& family) {
  if (Known* found = known(family)) return *found;
  by_key_.emplace(family_key(family), known_.size());
  known_.push_back(std::make_unique<Known>());
  known_.back()->entry.name = family;
  return *known_.back();
}

void FamilyIndex::ask_system(Known& family, const std::string& name) {
  family.was_asked = true;
  for (const SystemFace& face : system_.faces_of(name)) {
    FontSource source;
    source.id = id_of_system_face(face);
    source.file = face.file;
    source.index = face.index;
    source.family = face.family;
    source.weight = face.weight;
    source.italic = face.italic;
    family.faces.push_back(add_font(std::move(source)));
  }
}

fs::path FamilyIndex::file_of(const CatalogueFace& face) const {
  std::error_code error;
  const fs::path name = path_from_utf8(face.file);
  for (const fs::path& root : roots_) {
    if (const fs::path file = root / name; fs::is_regular_file(file, error)) return file;
    if (const fs::path file = root / name.filename(); fs::is_regular_file(file, error)) return file;
  }
  return {};
}

std::span<const FontRef> FamilyIndex::locate(Known& family) {
  if (family.is_located) return family.faces;
  family.is_located = true;
  std::uint32_t id = family.first_id;
  for (const CatalogueFace& face : family.entry.faces) {
    FontSource source;
    source.id = id++;
    source.file = file_of(face);
    if (source.file.empty()) continue;
    source.index = face.index;
    source.postscript_name = face.postscript_name;
    source.family = family.entry.name;
    source.licence = family.entry.licence;
    source.weight = face.weight;
    source.italic = face.italic;
    family.faces.push_back(add_font(std::move(source)));
  }
  return family.faces;
}

namespace {

std::optional<std::size_t> nearest_font(std::span<const FontRef> fonts, FaceLook wanted) {
  std::vector<FaceLook> looks;
  looks.reserve(fonts.size());
  for (const FontRef font : fonts) looks.push_back({font->weight(), font->italic()});
  return nearest_face(looks, wanted);
}

}  // namespace

FontRef FamilyIndex::find_unopened(std::string_view name, FaceLook look) {
  Known* family = known(name);
  if (family == nullptr) return nullptr;
  const std::span<const FontRef> faces = locate(*family);
  const auto nearest = nearest_font(faces, look);
  return nearest ? faces[*nearest] : nullptr;
}

FontRef FamilyIndex::find(std::string_view name, FaceLook look, bool may_ask) {
  Known* family = known(name);
  if (family == nullptr && may_ask) family = &known_or_new(std::string(name));
  if (family == nullptr) return nullptr;
  if (may_ask && locate(*family).empty() && !family->was_asked) {
    ask_system(*family, std::string(name));
  }
  std::vector<FontRef> faces(locate(*family).begin(), locate(*family).end());
  while (const auto nearest = nearest_font(faces, look)) {
    if (faces[*nearest]->data().opened().usable) return faces[*nearest];
    faces.erase(faces.begin() + static_cast<std::ptrdiff_t>(*nearest));
  }
  return nullptr;
}

const CatalogueFamily* FamilyIndex::entry(std::string_view name) const {
  const Known* family = known(name);
  return family == nullptr || family->entry.faces.empty() ? nullptr : &family->entry;
}

std::string_view FamilyIndex::kind_of(std::string_view name) const {
  const CatalogueFamily* family = entry(name);
  return family == nullptr ? std::string_view() : family->kind;
}

void FamilyIndex::add_font_faces(std::span<const FontFaceRule> rules, Diagnostics& diagnostics) {
  for (const FontFaceRule& rule : rules) {
    const auto local = [&](const std::string& name) { return add_rule_local(rule, name); };
    const auto file = [&](const fs::path& path) { return add_rule_file(rule, path, diagnostics); };
    // CSS Fonts 4, 4.3: the first source that can be used.
    if (std::any_of(rule.local_names.begin(), rule.local_names.end(), local)) continue;
    if (std::any_of(rule.files.begin(), rule.files.end(), file)) continue;
    diagnostics.warn({}, message("@font-face: 글꼴 “{}”의 파일을 찾을 수 없습니다",
                                 "@font-face: no file found for the font “{}”", rule.family));
  }
}

bool FamilyIndex::add_rule_file(const FontFaceRule& rule, const fs::path& file,
                                Diagnostics& diagnostics) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return false;
  FontSource source;
  source.id = next_id_++;
  source.file = file;
  source.family = rule.family;
  source.weight = rule.weight;
  source.italic = rule.italic;
  const FontRef font = add_font(std::move(source));
  const OpenedFace& opened = font->data().opened();
  if (opened.usable) {
    add_own_face(font, std::span(&rule.family, 1));
  } else {
    warn_unusable(file, opened.problem, diagnostics);
  }
  return opened.usable;
}

// The rule's weight and slope are what the face counts as, whatever it is (CSS Fonts 4, 4.4). A
// font that is in use already is used again where they agree.
void FamilyIndex::add_rule_face(const FontFaceRule& rule, FontRef font) {
  if (font->weight() != rule.weight || font->italic() != rule.italic) {
    FontSource source = font->data().source;
    source.id = next_id_++;
    source.weight = rule.weight;
    source.italic = rule.italic;
    font = add_font(std::move(source));
  }
  add_own_face(font, std::span(&rule.family, 1));
}

// CSS Fonts 4, 4.3.3: local() names one face, by its full or PostScript name; a family's name is
// taken as well, for the face of the rule's weight and slope.
bool FamilyIndex::add_rule_local(const FontFaceRule& rule, const std::string& name) {
  const auto names_it = [&](const CatalogueFace& face) { return face.postscript_name == name; };
  FontRef font = nullptr;
  for (const std::unique_ptr<Known>& family : known_) {
    const std::vector<CatalogueFace>& faces = family->entry.faces;
    const auto face = std::find_if(faces.begin(), faces.end(), names_it);
    if (face == faces.end()) continue;
    font = find(family->entry.name, {face->weight, face->italic}, false);
    if (font != nullptr && font->weight() != face->weight) font = nullptr;
    break;
  }
  if (font == nullptr) font = find(name, {rule.weight, rule.italic}, true);
  if (font != nullptr) add_rule_face(rule, font);
  return font != nullptr;
}

std::vector<FontLibrary::Family> FamilyIndex::families() {
  std::vector<FontLibrary::Family> all;
  for (const std::unique_ptr<Known>& family : known_) {
    // A name that was asked for in vain.
    if (family->entry.faces.empty() && family->faces.empty()) continue;
    FontLibrary::Family shown;
    shown.name = family->entry.name;
    shown.licence = family->entry.licence;
    shown.package = family->entry.package;
    shown.coverage = family->entry.coverage;
    for (const FontRef face : locate(*family)) {
      if (shown.licence.empty()) shown.licence = face->licence();
      if (std::find(shown.files.begin(), shown.files.end(), face->file()) == shown.files.end()) {
        shown.files.push_back(face->file());
      }
    }
    shown.installed = !shown.files.empty();
    all.push_back(std::move(shown));
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return all;
}

}  // namespace munjip
