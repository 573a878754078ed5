#include <yaml.h>

#include <memory>

#include "source/meta_value.h"

namespace munjip {

namespace {

constexpr int kMaxDepth = 32;
constexpr int kMaxValues = 20'000;

class Parser {
 public:
  explicit Parser(std::string_view text) {
    is_ready_ = yaml_parser_initialize(&parser_) != 0;
    if (!is_ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    if (is_ready_) yaml_parser_delete(&parser_);
  }

  std::optional<MetaMap> document() {
    Event event;
    if (!is_ready_ || !next(event) || !next(event) || !next(event)) return std::nullopt;
    if (event.is.type != YAML_MAPPING_START_EVENT) return std::nullopt;
    return map(0);
  }

 private:
  struct Event {
    yaml_event_t is{};
    Event() = default;
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    ~Event() { yaml_event_delete(&is); }
  };

  bool next(Event& event) {
    yaml_event_delete(&event.is);
    return yaml_parser_parse(&parser_, &event.is) != 0;
  }

  static std::string text_of(const Event& event) {
    const auto& scalar = event.is.data.scalar;
    std::string text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const bool is_null = scalar.style == YAML_PLAIN_SCALAR_STYLE &&
                         (text == "~" || text == "null" || text == "Null");
    return is_null ? std::string() : text;
  }

  // The value that `event` begins.
  std::optional<MetaValue> value(const Event& event, int depth) {
    if (depth > kMaxDepth || ++values_ > kMaxValues) return std::nullopt;
    MetaValue result;
    result.line = static_cast<std::uint32_t>(event.is.start_mark.line) + 1;
    switch (event.is.type) {
      case YAML_SCALAR_EVENT:
        result.is = text_of(event);
        return result;
      case YAML_ALIAS_EVENT:
        return result;
      case YAML_SEQUENCE_START_EVENT: {
        auto items = list(depth);
        if (!items) return std::nullopt;
        result.is = std::move(*items);
        return result;
      }
      case YAML_MAPPING_START_EVENT: {
        auto entries = map(depth);
        if (!entries) return std::nullopt;
        result.is = std::move(*entries);
        return result;
      }
      default:
        return std::nullopt;
    }
  }

  std::optional<MetaList> list(int depth) {
    MetaList items;
    for (Event event; next(event);) {
      if (event.is.type == YAML_SEQUENCE_END_EVENT) return items;
      auto item = value(event, depth + 1);
      if (!item) break;
      items.push_back(std::move(*item));
    }
    return std::nullopt;
  }

  std::optional<MetaMap> map(int depth) {
    MetaMap entries;
    for (Event event; next(event);) {
      if (event.is.type == YAML_MAPPING_END_EVENT) return entries;
      auto key = value(event, depth + 1);
      if (!key || !next(event)) break;
      auto entry = value(event, depth + 1);
      if (!entry) break;
      if (auto* name = std::get_if<std::string>(&key->is)) {
        entry->line = key->line;
        entries.push_back({std::move(*name), std::move(*entry)});
      }
    }
    return std::nullopt;
  }

  yaml_parser_t parser_{};
  bool is_ready_ = false;
  int values_ = 0;
};

}  // namespace

std::optional<MetaMap> parse_yaml(std::string_view text) {
  return Parser(text).document();
}

}  // namespace munjip
