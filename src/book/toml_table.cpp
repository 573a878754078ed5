#include "book/toml_table.h"

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/spelling.h"
#include "base/utf8.h"

namespace munjip {

namespace {

Message text_wanted() {
  return message("글자를 따옴표로 묶어 쓰세요", "write text in quotation marks");
}

DateTime date_time(const toml::date& date) {
  DateTime moment;
  moment.year = date.year;
  moment.month = date.month;
  moment.day = date.day;
  return moment;
}

DateTime date_time(const toml::date_time& written) {
  DateTime moment = date_time(written.date);
  moment.has_time = true;
  moment.hour = written.time.hour;
  moment.minute = written.time.minute;
  moment.second = written.time.second;
  if (written.offset) moment.utc_offset_minutes = written.offset->minutes;
  return moment;
}

std::optional<DateTime> date_of(const toml::node& node) {
  std::optional<DateTime> moment;
  if (const auto* date = node.as_date()) {
    moment = date_time(date->get());
  } else if (const auto* date_and_time = node.as_date_time()) {
    moment = date_time(date_and_time->get());
  } else if (const auto* text = node.as_string()) {
    moment = parse_date_time(text->get());
  }
  return moment && is_valid(*moment) ? moment : std::nullopt;
}

toml::table parse(const std::string& shown_file, const std::string& text) {
  try {
    return toml::parse(text, shown_file);
  } catch (const toml::parse_error& error) {
    const toml::source_position& at = error.source().begin;
    throw Error(ExitCode::usage, {shown_file, {at.line, at.column}},
                message("TOML 문법에 맞지 않습니다: {}", "this is not TOML: {}",
                        std::string(error.description())),
                {message("글자는 \"따옴표\"로, 목록은 [\"가\", \"나\"]로 씁니다",
                         "text stands in \"quotation marks\", lists in [\"a\", \"b\"]")});
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace

TomlFile::TomlFile(std::string shown_file, std::string text, Diagnostics& diagnostics)
    : shown_file_(std::move(shown_file)),
      text_(std::move(text)),
      diagnostics_(diagnostics),
      root_(parse(shown_file_, text_)) {
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') line_starts_.push_back(i + 1);
  }
}

// toml++ counts columns in code points.
SourcePos TomlFile::in_bytes(const toml::source_position& position) const {
  if (position.line == 0 || position.line > line_starts_.size()) return {position.line, 0};
  const std::size_t start = line_starts_[position.line - 1];
  std::size_t at = start;
  for (toml::source_index i = 1; i < position.column && at < text_.size(); ++i) {
    next_code_point(text_, at);
  }
  return {position.line, static_cast<std::uint32_t>(at - start + 1)};
}

SourceSpan TomlFile::place(const toml::source_region& region) const {
  return {shown_file_, in_bytes(region.begin)};
}

SourceSpan TomlTable::at(std::string_view key) const {
  const toml::node* node = table_.get(key);
  return node == nullptr ? at() : file_.place(node->source());
}

const toml::node* TomlTable::node(std::string_view key) {
  known_keys_.emplace_back(key);
  return table_.get(key);
}

void TomlTable::warn_wrong_type(std::string_view key, const toml::node& node,
                                const Message& wanted) const {
  file_.diagnostics().warn(
      file_.place(node.source()),
      message("`{}`에 쓸 수 없는 종류의 값이라 무시했습니다",
              "`{}` cannot have a value of this kind, so it was not used", key),
      {wanted});
}

std::optional<Placed<std::string>> TomlTable::text(std::string_view key) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (const auto* text = found->as_string()) {
    return Placed<std::string>{text->get(), file_.place(found->source())};
  }
  warn_wrong_type(key, *found, text_wanted());
  return std::nullopt;
}

std::vector<Placed<std::string>> TomlTable::texts(std::string_view key) {
  std::vector<Placed<std::string>> found;
  const toml::node* list = node(key);
  if (list == nullptr) return found;
  const auto add = [&](const toml::node& item) {
    if (const auto* text = item.as_string()) {
      found.push_back({text->get(), file_.place(item.source())});
    } else {
      warn_wrong_type(key, item, text_wanted());
    }
  };
  if (const toml::array* items = list->as_array()) {
    for (const toml::node& item : *items) add(item);
  } else {
    add(*list);
  }
  return found;
}

std::optional<bool> TomlTable::flag(std::string_view key) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (const auto* flag = found->as_boolean()) return flag->get();
  warn_wrong_type(key, *found, message("true나 false로 쓰세요", "write true or false"));
  return std::nullopt;
}

std::optional<double> TomlTable::number(std::string_view key) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  const std::optional<double> number = found->is_number() ? found->value<double>() : std::nullopt;
  if (number && std::isfinite(*number)) return number;
  warn_wrong_type(key, *found,
                  message("따옴표 없이 숫자로 쓰세요", "write a number without quotation marks"));
  return std::nullopt;
}

std::optional<DateTime> TomlTable::date(std::string_view key) {
  const toml::node* found = node(key);
  if (found == nullptr) return std::nullopt;
  if (const std::optional<DateTime> moment = date_of(*found)) return moment;
  warn_wrong_type(key, *found,
                  message("날짜는 2025-01-31처럼 쓰세요", "write dates like 2025-01-31"));
  return std::nullopt;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
  std::vector<TomlTable> found;
  const toml::node* list = node(key);
  if (list == nullptr) return found;
  const Message wanted = message("[[{}]] 아래에 쓰세요", "write it under [[{}]]", key);
  const auto add = [&](const toml::node& item, const char* name) {
    if (const toml::table* table = item.as_table()) {
      found.emplace_back(file_, *table, fmt::format(fmt::runtime(name), key));
    } else {
      warn_wrong_type(key, item, wanted);
    }
  };
  if (const toml::array* items = list->as_array()) {
    for (const toml::node& item : *items) add(item, "[[{}]]");
  } else {
    add(*list, "[{}]");
  }
  return found;
}

void TomlTable::warn_unknown_keys(const std::vector<std::string>& elsewhere,
                                  std::string_view elsewhere_name) const {
  const auto holds = [](const std::vector<std::string>& keys, const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  for (const auto& [key, value] : table_) {
    const std::string name(key.str());
    if (holds(known_keys_, name)) continue;
    const Message text =
        name_.empty()
            ? message("모르는 항목입니다: `{}`", "unknown key: `{}`", name)
            : message("{}에 없는 항목입니다: `{}`", "unknown key in {}: `{}`", name_, name);
    const Message hint = holds(elsewhere, name)
                             ? message("{} 아래에 쓰세요", "it belongs under {}", elsewhere_name)
                             : suggestion(name, known_keys_);
    file_.diagnostics().warn(file_.place(key.source()), text, {hint});
  }
}

Message suggestion(std::string_view typed, const std::vector<std::string>& words) {
  const std::vector<std::string_view> known(words.begin(), words.end());
  const std::string_view nearest = nearest_word(typed, known);
  if (!nearest.empty()) {
    return message("혹시 `{}`입니까?", "did you mean `{}`?", nearest);
  }
  return message("쓸 수 있는 것: {}", "known here: {}", joined(words));
}

}  // namespace munjip
