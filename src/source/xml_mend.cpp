#include "source/xml_mend.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <vector>

#include "source/markup_text.h"

namespace munjip {

namespace {

constexpr std::string_view kSpaces = " \t\n\r";

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_in_name(char c) {
  return starts_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

std::string_view name_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (end < text.size() && starts_name(text[end])) {
    while (end < text.size() && is_in_name(text[end])) ++end;
  }
  return text.substr(at, end - at);
}

// HTML's elements without content, which feeds hold unescaped now and then.
bool is_void_element(std::string_view name) {
  static constexpr std::array<std::string_view, 5> kVoid = {"br", "img", "hr", "wbr", "input"};
  return std::find(kVoid.begin(), kVoid.end(), ascii_lower(name)) != kVoid.end();
}

class Mender {
 public:
  explicit Mender(std::string_view xml) : xml_(xml) { out_.text.reserve(xml.size() + 64); }

  MendedXml run() {
    while (at_ < xml_.size()) {
      const std::size_t next = std::min(xml_.find('<', at_), xml_.size());
      copy(next);
      if (at_ < xml_.size()) markup();
    }
    out_.is_cut = !open_.empty();
    while (!open_.empty()) {
      mended();
      close_last();
    }
    return std::move(out_);
  }

 private:
  void copy(std::size_t end) {
    out_.text += xml_.substr(at_, end - at_);
    at_ = end;
  }

  // Passes over a piece of the original, whose line ends stay.
  void skip(std::size_t end) {
    for (; at_ < end; ++at_) {
      if (xml_[at_] == '\n') out_.text += '\n';
    }
  }

  void mended() {
    if (out_.count++ == 0) {
      out_.first_line = static_cast<std::uint32_t>(1 + std::count(xml_.begin(), here(), '\n'));
    }
  }
  std::string_view::const_iterator here() const {
    return xml_.begin() + static_cast<std::ptrdiff_t>(std::min(at_, xml_.size()));
  }

  void markup() {
    const std::string_view rest = xml_.substr(at_);
    if (rest.starts_with("<![CDATA[")) {
      cdata();
    } else if (rest.starts_with("<!--")) {
      copy_to("-->");
    } else if (rest.starts_with("<?")) {
      copy_to("?>");
    } else if (rest.starts_with("<!")) {
      doctype();
    } else if (rest.starts_with("</") && !name_at(rest, 2).empty()) {
      end_tag(name_at(rest, 2));
    } else if (!name_at(rest, 1).empty()) {
      start_tag(name_at(rest, 1));
    } else {
      bare_bracket();
    }
  }

  // A `<` that opens nothing is text; one before a CDATA section is a slip of the pen.
  void bare_bracket() {
    mended();
    if (!xml_.substr(at_).starts_with("<<![CDATA[")) out_.text += "&lt;";
    ++at_;
  }

  // What was not found once is not looked for again, or many openings would take quadratic time.
  std::size_t find_close(std::string_view close, std::size_t from) {
    if (missing_.contains(close)) return std::string_view::npos;
    const std::size_t end = xml_.find(close, from);
    if (end == std::string_view::npos) missing_.insert(close);
    return end;
  }

  void copy_to(std::string_view close) {
    const std::size_t end = find_close(close, at_ + 2);
    if (end == std::string_view::npos) {
      bare_bracket();
    } else {
      copy(end + close.size());
    }
  }

  void doctype() {
    const std::size_t end = std::min(xml_.find('>', at_), xml_.size());
    const std::size_t subset = xml_.substr(at_, end - at_).find('[');
    std::size_t close = end;
    if (subset != std::string_view::npos) close = std::min(xml_.find("]>", at_), xml_.size());
    skip(std::min(close + (subset == std::string_view::npos ? 1 : 2), xml_.size()));
  }

  // A section that is never closed ends with the element around it.
  void cdata() {
    std::size_t end = find_close("]]>", at_);
    if (end != std::string_view::npos) {
      copy(end + 3);
      return;
    }
    mended();
    const std::string close = "</" + std::string(open_.empty() ? "" : open_.back());
    end = open_.empty() ? xml_.size() : std::min(xml_.find(close, at_), xml_.size());
    copy(end);
    out_.text += "]]>";
  }

  void end_tag(std::string_view name) {
    const std::size_t end = std::min(xml_.find_first_of("<>", at_ + 2), xml_.size());
    const bool is_whole = end < xml_.size() && xml_[end] == '>';
    if (!is_whole) mended();
    const auto opened = count_.find(name);
    if (opened == count_.end() || opened->second == 0) {
      mended();
    } else {
      while (open_.back() != name) {
        mended();
        close_last();
      }
      close_last();
    }
    skip(is_whole ? end + 1 : end);
  }

  void close_last() {
    out_.text.append("</").append(open_.back()).append(">");
    --count_[open_.back()];
    open_.pop_back();
  }

  void start_tag(std::string_view name) {
    out_.text.append("<").append(name);
    at_ += 1 + name.size();
    while (attribute()) {
    }
    const std::string_view rest = xml_.substr(at_);
    if (rest.starts_with("/>") || is_void_element(name)) {
      out_.text += "/>";
      at_ += rest.starts_with("/>") ? 2 : rest.starts_with('>') ? 1 : 0;
      return;
    }
    out_.text += '>';
    if (rest.starts_with('>')) {
      ++at_;
    } else {
      mended();
    }
    open_.push_back(name);
    ++count_[name];
  }

  // One attribute with the space before it; false at the end of the tag. What is none is left out.
  bool attribute() {
    const std::size_t begin = std::min(xml_.find_first_not_of(kSpaces, at_), xml_.size());
    skip(begin);
    if (at_ == xml_.size() || xml_[at_] == '<' || xml_[at_] == '>') return false;
    if (xml_.substr(at_).starts_with("/>")) return false;
    const std::string_view name = name_at(xml_, at_);
    if (name.empty()) {
      mended();
      ++at_;
      return true;
    }
    at_ += name.size();
    out_.text.append(" ").append(name).append("=\"");
    const std::size_t equals = xml_.find_first_not_of(kSpaces, at_);
    if (equals != std::string_view::npos && xml_[equals] == '=') {
      skip(std::min(xml_.find_first_not_of(kSpaces, equals + 1), xml_.size()));
      value();
    } else {
      mended();
    }
    out_.text += '"';
    return true;
  }

  void value() {
    if (at_ == xml_.size()) return;
    const char quote = xml_[at_];
    const bool is_quoted = quote == '"' || quote == '\'';
    std::size_t end = is_quoted ? xml_.find(quote, at_ + 1) : xml_.find_first_of(" \t\n\r>", at_);
    end = std::min(end, xml_.size());
    if (!is_quoted) mended();
    for (const char c : xml_.substr(at_ + (is_quoted ? 1 : 0), end - at_ - (is_quoted ? 1 : 0))) {
      if (c == '"') {
        out_.text += "&quot;";
      } else if (c == '<') {
        out_.text += "&lt;";
      } else {
        out_.text += c;
      }
    }
    at_ = std::min(end + (is_quoted ? 1 : 0), xml_.size());
  }

  std::string_view xml_;
  std::size_t at_ = 0;
  MendedXml out_;
  std::vector<std::string_view> open_;
  std::unordered_map<std::string_view, std::size_t> count_;  // of open_, by name
  std::set<std::string_view> missing_;                       // ends of sections and comments
};

}  // namespace

MendedXml mend_xml(std::string_view xml) {
  return Mender(xml).run();
}

}  // namespace munjip
