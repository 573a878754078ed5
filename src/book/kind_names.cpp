#include "book/kind_names.h"

namespace munjip {

std::string_view to_string(LinkBoxKind kind) {
  switch (kind) {
    case LinkBoxKind::card:
      return "card";
    case LinkBoxKind::video:
      return "video";
    case LinkBoxKind::audio:
      return "audio";
    case LinkBoxKind::map:
      return "map";
    case LinkBoxKind::file:
      return "file";
    case LinkBoxKind::embed:
      return "embed";
  }
  return "";
}

std::optional<LinkBoxKind> link_box_kind(std::string_view name) {
  for (const LinkBoxKind kind : {LinkBoxKind::card, LinkBoxKind::video, LinkBoxKind::audio,
                                 LinkBoxKind::map, LinkBoxKind::file, LinkBoxKind::embed}) {
    if (to_string(kind) == name) return kind;
  }
  return std::nullopt;
}

std::string_view to_string(CellAlign align) {
  switch (align) {
    case CellAlign::automatic:
      return "";
    case CellAlign::left:
      return "left";
    case CellAlign::center:
      return "center";
    case CellAlign::right:
      return "right";
  }
  return "";
}

std::string_view to_string(ListDelimiter delimiter) {
  switch (delimiter) {
    case ListDelimiter::period:
      return "";
    case ListDelimiter::parenthesis:
      return "1)";
    case ListDelimiter::parentheses:
      return "(1)";
  }
  return "";
}

ListDelimiter list_delimiter(std::string_view name) {
  for (const ListDelimiter delimiter : {ListDelimiter::parenthesis, ListDelimiter::parentheses}) {
    if (to_string(delimiter) == name) return delimiter;
  }
  return ListDelimiter::period;
}

}  // namespace munjip
