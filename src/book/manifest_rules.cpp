// book.toml's [[rule]]: what becomes which role in posts that do not say so themselves.
#include <re2/re2.h>

#include "book/element_selector.h"
#include "book/manifest_tables.h"

namespace munjip {

namespace {

// By the first of their names.
std::string role_names() {
  std::string names;
  for (const RoleInfo& role : roles()) {
    if (role.element == Element::span) continue;
    names.append(names.empty() ? "" : ", ").append(role.names.substr(0, role.names.find(' ')));
  }
  return names;
}

std::optional<Role> read_role(TomlTable& table, SourceSpan& at) {
  const auto written = table.text("role");
  if (!written) {
    table.file().diagnostics().warn(
        table.at(), message("규칙에 역할(role)이 없습니다", "this rule names no role"),
        {message("role = \"verse\"처럼 쓰세요", "write role = \"verse\" or the like")});
    return std::nullopt;
  }
  at = written->at;
  const auto role = role_named(trim_ascii(written->value));
  if (role && info(*role).element != Element::span) return role;
  table.file().diagnostics().warn(
      written->at, message("모르는 역할입니다: {}", "unknown role: {}", written->value),
      {message("쓸 수 있는 것: {}", "one of: {}", role_names())});
  return std::nullopt;
}

bool is_valid_selector(TomlTable& table, RoleRule& rule) {
  const auto written = table.text("selector");
  if (!written) return true;
  rule.selector = trim_ascii(written->value);
  if (parse_element_selector(rule.selector)) return true;
  table.file().diagnostics().warn(
      written->at,
      message("요소 하나를 가리키는 선택자가 아닙니다: {}", "not a selector of one element: {}",
              written->value),
      {message("blockquote.box, #poem, p[data-kind=poem]처럼 쓰세요",
               "write blockquote.box, #poem, p[data-kind=poem] or the like")});
  return false;
}

bool is_valid_pattern(TomlTable& table, RoleRule& rule) {
  const auto written = table.text("pattern");
  if (!written) return true;
  rule.pattern = written->value;
  const re2::RE2 compiled(rule.pattern, re2::RE2::Quiet);
  if (compiled.ok()) return true;
  table.file().diagnostics().warn(
      written->at,
      message("정규식이 잘못되었습니다: {}", "wrong regular expression: {}", compiled.error()));
  return false;
}

}  // namespace

std::vector<RoleRule> read_rules(TomlTable& root) {
  std::vector<RoleRule> rules;
  for (TomlTable& table : root.tables("rule")) {
    RoleRule rule;
    const auto role = read_role(table, rule.at);
    const bool is_valid = is_valid_selector(table, rule) && is_valid_pattern(table, rule);
    rule.keeps_match = table.flag("keep_match").value_or(false);
    table.warn_unknown_keys();
    if (!role || !is_valid) continue;
    if (rule.selector.empty() == rule.pattern.empty()) {
      table.file().diagnostics().warn(
          rule.at, message("규칙에는 selector나 pattern 가운데 하나가 있어야 합니다",
                           "a rule has either a selector or a pattern"));
      continue;
    }
    rule.role = *role;
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace munjip
