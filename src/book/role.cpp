#include "book/role.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"

namespace munjip {

namespace {

using enum Role;
using E = Element;

constexpr std::array kRoles = {
    RoleInfo{verse, "verse", "verse poem 시 운문", E::group, "", "", E::group},
    RoleInfo{epigraph, "epigraph", "epigraph 제사 머리글귀", E::block_quote, "epigraph",
             "doc-epigraph", E::block_quote},
    RoleInfo{source_text, "source-text", "source-text source 원문", E::block_quote, "", "",
             E::block_quote},
    RoleInfo{commentary, "commentary", "commentary 풀이 해설 평", E::group, "", "", E::group},
    RoleInfo{pull_quote, "pull-quote", "pull-quote pullquote 발췌", E::block_quote, "",
             "doc-pullquote", E::block_quote},
    RoleInfo{dialogue, "dialogue", "dialogue 대화", E::group, "", "", E::group},
    RoleInfo{callout, "callout", "callout box 알림 상자", E::group, "", "note", E::group},
    RoleInfo{remark, "callout remark",
             "note info remark abstract summary example question faq todo 참고", E::group, "",
             "note", E::group},
    RoleInfo{tip, "callout tip", "tip hint success check 도움말 팁", E::group, "tip", "doc-tip",
             E::group},
    RoleInfo{warning, "callout warning",
             "warning caution important danger error failure bug attention 주의 경고 중요",
             E::group, "notice", "doc-notice", E::group},
    RoleInfo{side_note, "side-note", "side-note sidenote 방주", E::group, "sidebar", "note",
             E::group},
    RoleInfo{text_columns, "text-columns", "text-columns columns 단 다단", E::group, "", "",
             E::group},
    RoleInfo{drop_cap, "drop-cap", "drop-cap dropcap 첫글자 큰첫글자", E::group, "", "", E::group},
    RoleInfo{emphasis_dots, "dots", "dots 드러냄표 방점", E::span, "", "", E::span},
};

// Classes that an editor of a blog program writes and nobody else.
struct EditorClass {
  std::string_view name;
  Role role;
};
constexpr std::array kEditorClasses = {EditorClass{"wp-block-verse", verse},
                                       EditorClass{"wp-block-pullquote", pull_quote}};

constexpr bool in_step() {
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    if (static_cast<std::size_t>(kRoles[i].role) != i) return false;
  }
  return kRoles.size() == static_cast<std::size_t>(emphasis_dots) + 1;
}
static_assert(in_step(), "kRoles must list the enum in its order");

// fn(word) for each word until it says true; whether it did.
template <class Fn>
bool any_word(std::string_view text, Fn fn) {
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\n\r\f"), text.size());
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(" \t\n\r\f"), text.size());
    if (end > 0 && fn(text.substr(0, end))) return true;
    text.remove_prefix(end);
  }
  return false;
}

bool has_word(std::string_view text, std::string_view word) {
  return any_word(text, [&](std::string_view one) { return one == word; });
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The words of a role's classes stand in `has`. The last role wins: `callout tip` is a tip.
template <class Has>
std::optional<Role> role_by_classes(Has has) {
  std::optional<Role> found;
  for (const RoleInfo& role : kRoles) {
    const bool lacks_one =
        any_word(role.classes, [&](std::string_view word) { return !has(word); });
    if (!lacks_one && (!found || is_callout(*found))) found = role.role;
  }
  return found;
}

}  // namespace

const RoleInfo& info(Role role) {
  return kRoles[static_cast<std::size_t>(role)];
}

std::span<const RoleInfo> roles() {
  return kRoles;
}

std::optional<Role> role_named(std::string_view name) {
  const std::string lower = ascii_lower(name);
  const auto found = std::find_if(kRoles.begin(), kRoles.end(), [&](const RoleInfo& role) {
    return has_word(role.names, lower);
  });
  if (found == kRoles.end()) return std::nullopt;
  return found->role;
}

std::optional<Role> role_in_html(std::string_view class_attribute) {
  if (class_attribute.empty()) return std::nullopt;
  std::optional<Role> found =
      role_by_classes([&](std::string_view word) { return has_word(class_attribute, word); });
  any_word(class_attribute, [&](std::string_view word) {
    if (!found && !is_ascii(word)) found = role_named(word);
    return found.has_value();
  });
  for (const EditorClass& editors : kEditorClasses) {
    if (!found && has_word(class_attribute, editors.name)) found = editors.role;
  }
  return found;
}

std::optional<Role> role_of(std::span<const std::string> classes) {
  if (classes.empty()) return std::nullopt;
  return role_by_classes([&](std::string_view word) {
    return std::find(classes.begin(), classes.end(), word) != classes.end();
  });
}

std::vector<std::string> classes_of(Role role) {
  std::vector<std::string> classes;
  any_word(info(role).classes, [&](std::string_view word) {
    classes.emplace_back(word);
    return false;
  });
  return classes;
}

bool is_callout(Role role) {
  return role == callout || role == remark || role == tip || role == warning;
}

}  // namespace munjip
