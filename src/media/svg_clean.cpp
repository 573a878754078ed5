// An SVG as EPUB 3.3 (section 6.2) and untrusting readers want it: the drawing, and nothing that
// runs, loads or leaves the file.
#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string>

#include "base/utf8.h"
#include "media/codec.h"
#include "media/xml_scanner.h"

namespace munjip {

namespace {

constexpr std::string_view kSvgNamespace = "http://www.w3.org/2000/svg";
constexpr std::size_t kMaxDepth = 500;

// Elements that are left out with everything in them.
constexpr std::array<std::string_view, 14> kUnwanted{
    "script", "foreignObject", "iframe",   "object",   "embed",  "audio", "video",
    "canvas", "handler",       "listener", "metadata", "cursor", "set",   "animate"};

bool is_unwanted(std::string_view name) {
  return name.find(':') != std::string_view::npos || name.starts_with("animate") ||
         std::find(kUnwanted.begin(), kUnwanted.end(), name) != kUnwanted.end();
}

std::string lower_without_space(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c - 'A' + 'a');
    } else if (static_cast<unsigned char>(c) > ' ') {
      out += c;
    }
  }
  return out;
}

// What a reference may name: a part of this file, or a picture that is in it.
bool is_inner_reference(std::string_view target) {
  const std::string plain = lower_without_space(target);
  return plain.starts_with('#') || plain.starts_with("data:image/png") ||
         plain.starts_with("data:image/jpeg") || plain.starts_with("data:image/gif");
}

// CSS that loads nothing. Escapes and character references could hide anything, so they count as
// loading.
bool is_harmless_css(std::string_view css) {
  const std::string plain = lower_without_space(css);
  if (plain.find('\\') != std::string::npos || plain.find("@import") != std::string::npos ||
      plain.find("&#") != std::string::npos) {
    return false;
  }
  for (std::size_t at = plain.find("url("); at != std::string::npos;
       at = plain.find("url(", at + 4)) {
    std::string_view target = std::string_view(plain).substr(at + 4);
    if (target.starts_with("&quot;")) target.remove_prefix(6);
    if (target.starts_with('"') || target.starts_with('\'')) target.remove_prefix(1);
    if (!is_inner_reference(target)) return false;
  }
  return true;
}

bool is_valid_id(std::string_view id) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  return !id.empty() && is_letter(id[0]) && std::all_of(id.begin(), id.end(), [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

// `#38` or `#x26`; those of control characters would be no XML.
bool is_character_reference(std::string_view entity) {
  if (!entity.starts_with('#')) return false;
  entity.remove_prefix(1);
  const int base = entity.starts_with('x') ? 16 : 10;
  if (base == 16) entity.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(entity.data(), entity.data() + entity.size(), value, base);
  return error == std::errc() && end == entity.data() + entity.size() &&
         (value >= 0x20 || value == 9 || value == 10 || value == 13) && value < 0xFFFE &&
         (value < 0xD800 || value > 0xDFFF);
}

// Only the entities that XML itself knows, and characters that XML 1.0 (2.2) allows.
bool is_well_formed_text(std::string_view text) {
  constexpr std::array<std::string_view, 5> kKnown{"amp", "lt", "gt", "quot", "apos"};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '<' || (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r')) {
      return false;
    }
    if (c != '&') continue;
    const std::size_t end = text.find(';', at);
    if (end == std::string_view::npos || end - at > 10) return false;
    const std::string_view entity = text.substr(at + 1, end - at - 1);
    const bool is_known = std::find(kKnown.begin(), kKnown.end(), entity) != kKnown.end();
    if (!is_known && !is_character_reference(entity)) return false;
  }
  return true;
}

class Cleaner {
 public:
  std::optional<std::string> clean(std::string_view bytes) {
    XmlScanner scanner(bytes);
    XmlToken token;
    while (scanner.next(token)) {
      if (!take(token)) return std::nullopt;
    }
    if (scanner.failed() || !open_.empty() || !has_root_) return std::nullopt;
    return std::move(out_);
  }

 private:
  struct OpenElement {
    std::string_view name;
    bool is_kept;
  };

  bool is_inside_kept() const { return !open_.empty() && open_.back().is_kept; }

  bool take(const XmlToken& token) {
    switch (token.kind) {
      case XmlToken::Kind::start_tag:
      case XmlToken::Kind::empty_tag:
        return start(token);
      case XmlToken::Kind::end_tag:
        return end(token.name);
      case XmlToken::Kind::text:
        return text(token.text);
      case XmlToken::Kind::cdata:
        return cdata(token.text);
      case XmlToken::Kind::doctype:
        return token.text.find('[') == std::string_view::npos;  // entities are librsvg's business
      case XmlToken::Kind::instruction:
        return !token.text.starts_with("xml ") || declares_utf8(token.text);
      case XmlToken::Kind::comment:
        return true;
    }
    return false;
  }

  static bool declares_utf8(std::string_view declaration) {
    const std::string plain = lower_without_space(declaration);
    return plain.find("encoding=") == std::string::npos || plain.find("utf-8") != std::string::npos;
  }

  bool start(const XmlToken& token) {
    const bool is_root = open_.empty();
    if (is_root && (has_root_ || token.name != "svg")) return false;
    if (open_.size() >= kMaxDepth) return false;
    has_root_ = true;
    const bool is_kept =
        (is_root || is_inside_kept()) && !is_unwanted(token.name) && !loses_its_picture(token);
    if (is_kept && !write_start(token, is_root)) return false;
    if (token.kind == XmlToken::Kind::start_tag) open_.push_back({token.name, is_kept});
    return true;
  }

  // An image that is not in this file leaves nothing to show.
  static bool loses_its_picture(const XmlToken& token) {
    if (token.name != "image" && token.name != "feImage") return false;
    return std::none_of(token.attributes.begin(), token.attributes.end(), [](const auto& a) {
      return (a.name == "href" || a.name == "xlink:href") && is_inner_reference(a.value);
    });
  }

  bool write_start(const XmlToken& token, bool is_root) {
    out_ += '<';
    out_ += token.name;
    if (is_root) {
      write("xmlns", kSvgNamespace);
      write("xmlns:xlink", "http://www.w3.org/1999/xlink");
    }
    std::set<std::string_view> seen;
    for (const XmlAttribute& attribute : token.attributes) {
      if (attribute.name == "xmlns" && attribute.value != kSvgNamespace) return false;
      if (!is_wanted(attribute) || !seen.insert(attribute.name).second) continue;
      if (!is_well_formed_text(attribute.value)) return false;
      if (attribute.name == "id") {
        if (!is_valid_id(attribute.value)) return false;
        if (!ids_.insert(attribute.value).second) continue;
      }
      write(attribute.name, attribute.value);
    }
    out_ += token.kind == XmlToken::Kind::empty_tag ? "/>" : ">";
    return true;
  }

  void write(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    for (const char c : value) {
      if (c == '"') {
        out_ += "&quot;";
      } else {
        out_ += c;
      }
    }
    out_ += '"';
  }

  static bool is_wanted(const XmlAttribute& attribute) {
    const std::string_view name = attribute.name;
    if (name == "href" || name == "xlink:href") return is_inner_reference(attribute.value);
    if (name.find(':') != std::string_view::npos) return name == "xml:space" || name == "xml:lang";
    return name != "xmlns" && !name.starts_with("on") && !name.starts_with("On") &&
           !name.starts_with("ON") && !name.starts_with("data-") &&
           is_harmless_css(attribute.value);
  }

  bool end(std::string_view name) {
    if (open_.empty() || open_.back().name != name) return false;
    if (open_.back().is_kept) {
      out_ += "</";
      out_ += name;
      out_ += '>';
    }
    open_.pop_back();
    return true;
  }

  bool text(std::string_view text) {
    if (open_.empty()) return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (!is_inside_kept()) return true;
    if (!is_well_formed_text(text) || text.find("]]>") != std::string_view::npos) return false;
    if (open_.back().name == "style" && !is_harmless_css(text)) return false;
    out_ += text;
    return true;
  }

  bool cdata(std::string_view text) {
    if (open_.empty()) return false;
    if (!is_inside_kept()) return true;
    if (open_.back().name == "style" && !is_harmless_css(text)) return false;
    for (const char c : text) {
      if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') return false;
      if (c == '&') {
        out_ += "&amp;";
      } else if (c == '<') {
        out_ += "&lt;";
      } else if (c == '>') {
        out_ += "&gt;";
      } else {
        out_ += c;
      }
    }
    return true;
  }

  std::string out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  std::vector<OpenElement> open_;
  std::set<std::string_view> ids_;
  bool has_root_ = false;
};

}  // namespace

std::optional<std::string> cleaned_svg(std::string_view bytes) {
  if (!is_valid_utf8(bytes)) return std::nullopt;
  const std::string svg = with_foreign_text(bytes);
  std::optional<std::string> out = Cleaner().clean(svg);
  if (out) *out += '\n';
  return out;
}

}  // namespace munjip
