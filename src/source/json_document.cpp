#include "source/json_document.h"

#include <algorithm>

#include "base/error.h"

namespace munjip {

using nlohmann::json;

json parse_json(const SourceText& source) {
  try {
    return json::parse(source.text);
  } catch (const json::parse_error& error) {
    const auto end =
        source.text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, source.text.size()));
    const auto line = static_cast<std::uint32_t>(1 + std::count(source.text.begin(), end, '\n'));
    throw Error(
        ExitCode::unreadable, {source.shown_file, {line, 0}},
        message("JSON이 깨져 있어 읽을 수 없습니다", "the JSON is broken and cannot be read"),
        {message("블로그에서 파일을 다시 내보내 보세요", "try exporting the file again")});
  }
}

const json& json_member(const json& object, const char* name) {
  static const json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(name);
  return found == object.end() ? kNothing : *found;
}

std::string json_text(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number_integer() ? std::to_string(value.get<long>()) : std::string();
}

std::string json_text(const json& object, const char* name) {
  return json_text(json_member(object, name));
}

}  // namespace munjip
