// The words of foreign objects. Programs that draw diagrams (Mermaid, draw.io) write their labels
// as HTML within the SVG, which only browsers show; as text of the drawing everything shows them.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "media/codec.h"
#include "media/xml_scanner.h"

namespace munjip {

namespace {

// Elements of XHTML that begin on a line of their own.
bool is_line(std::string_view name) {
  constexpr std::string_view kLines[] = {"div", "p",  "br", "li", "tr", "pre", "blockquote",
                                         "h1",  "h2", "h3", "h4", "h5", "h6"};
  return std::find(std::begin(kLines), std::end(kLines), name) != std::end(kLines);
}

bool is_unseen(std::string_view name) {
  return name == "style" || name == "script" || name == "head" || name == "title";
}

std::string_view attribute_of(const XmlToken& tag, std::string_view name) {
  const auto found = std::find_if(tag.attributes.begin(), tag.attributes.end(),
                                  [&](const XmlAttribute& a) { return a.name == name; });
  return found == tag.attributes.end() ? std::string_view() : found->value;
}

// The value of a property in a style attribute.
std::string_view property_of(std::string_view style, std::string_view name) {
  while (!style.empty()) {
    const std::string_view declaration = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(declaration.size() + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    if (trim_ascii(declaration.substr(0, colon)) == name) {
      return trim_ascii(declaration.substr(colon + 1));
    }
  }
  return {};
}

// A number of user units, or of pixels.
std::optional<double> number_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (error != std::errc() || value < -1e6 || value > 1e6) return std::nullopt;
  return unit.empty() || unit == "px" ? std::optional(value) : std::nullopt;
}

// In ems, roughly: letters of the Far East fill a square, Latin ones half of it. `&amp;` is one.
double width_of(std::string_view text) {
  double width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) width += 0.55;
    if (byte >= 0xE0) width += 1;  // opens a character of three bytes or more
    if (byte == '&') i = std::min(text.find(';', i), text.size());
  }
  return width;
}

// One foreign object as it is met: its place, its words, and what its HTML says of their look.
struct Label {
  std::optional<double> x, y, width, height;
  std::string transform;
  std::vector<std::string> lines;
  double size = 0;  // of the type in user units; 0 = as around it
  std::string colour;
  bool is_centred = false, may_wrap = true;
  bool goes_on = false;  // what comes next stands on the line that was begun
  bool is_after_space = false;
};

Label label_of(const XmlToken& tag) {
  Label label;
  label.x = number_of(attribute_of(tag, "x")).value_or(0);
  label.y = number_of(attribute_of(tag, "y")).value_or(0);
  label.width = number_of(attribute_of(tag, "width"));
  label.height = number_of(attribute_of(tag, "height"));
  label.transform = attribute_of(tag, "transform");
  return label;
}

bool is_plain_value(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#' ||
           c == '(' || c == ')' || c == ',' || c == '.' || c == ' ' || c == '%';
  });
}

// The first element that says something of the words' look is heard; an inner one seldom differs.
void take_look(Label& label, std::string_view style) {
  if (label.size == 0) label.size = number_of(property_of(style, "font-size")).value_or(0);
  const std::string_view colour = property_of(style, "color");
  if (label.colour.empty() && is_plain_value(colour)) label.colour = colour;
  if (property_of(style, "text-align") == "center" ||
      property_of(style, "justify-content").ends_with("center")) {
    label.is_centred = true;
  }
  const std::string_view wrap = property_of(style, "white-space");
  if (wrap == "nowrap" || wrap == "pre") label.may_wrap = false;
}

void take_words(Label& label, std::string_view text) {
  while (!text.empty()) {
    const std::size_t begin = std::min(text.find_first_not_of(kAsciiSpaces), text.size());
    if (begin > 0) label.is_after_space = true;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(kAsciiSpaces), text.size());
    if (end == 0) return;
    if (!label.goes_on) label.lines.emplace_back();
    if (label.goes_on && label.is_after_space) label.lines.back() += ' ';
    label.lines.back() += text.substr(0, end);
    label.goes_on = true;
    label.is_after_space = false;
    text.remove_prefix(end);
  }
}

// Divides what would run far out of its box, between words.
std::vector<std::string> wrapped(const Label& label) {
  const double size = label.size > 0 ? label.size : 16;
  const double room = label.width.value_or(0) / size * 1.15;
  if (!label.may_wrap || room < 2) return label.lines;
  std::vector<std::string> lines;
  for (const std::string_view line : label.lines) {
    std::string_view rest = line;
    bool is_first = true;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      if (is_first || width_of(lines.back()) + 0.3 + width_of(word) > room) {
        lines.emplace_back(word);
      } else {
        lines.back().append(" ").append(word);
      }
      is_first = false;
    }
  }
  return lines;
}

// The lines as tspans around `y`, the middle of them all.
std::string spans(const std::vector<std::string>& lines, std::string_view x) {
  constexpr double kLeading = 1.2,
                   kToMiddle = 0.35;  // ems; the middle of Hangul above its baseline
  double dy = kToMiddle - kLeading / 2 * (static_cast<double>(lines.size()) - 1);
  std::string out;
  for (const std::string& line : lines) {
    out += fmt::format("<tspan x=\"{}\" dy=\"{:.2f}em\">{}</tspan>", x, dy, line);
    dy = kLeading;
  }
  return out;
}

std::string text_of(const Label& label) {
  if (label.lines.empty()) return {};
  const std::vector<std::string> lines = wrapped(label);
  const double size = label.size > 0 ? label.size : 16;
  const bool is_centred = label.is_centred && label.width.has_value();
  const double x = *label.x + (is_centred ? *label.width / 2 : 0);
  const double height = label.height.value_or(size * 1.2 * static_cast<double>(lines.size()));
  std::string out = fmt::format("<text y=\"{:.2f}\"", *label.y + height / 2);
  if (is_centred) out += " text-anchor=\"middle\"";
  if (label.size > 0) out += fmt::format(" font-size=\"{:.2f}\"", label.size);
  if (!label.colour.empty()) out += fmt::format(" fill=\"{}\"", label.colour);
  if (is_plain_value(label.transform)) out += fmt::format(" transform=\"{}\"", label.transform);
  return out + '>' + spans(lines, fmt::format("{:.2f}", x)) + "</text>";
}

class Rewriter {
 public:
  explicit Rewriter(std::string_view svg) : svg_(svg), scanner_(svg) {}

  std::optional<std::string> rewritten() {
    XmlToken token;
    std::size_t begin = scanner_.offset();
    while (scanner_.next(token)) {
      take(token, svg_.substr(begin, scanner_.offset() - begin));
      begin = scanner_.offset();
    }
    if (scanner_.failed() || foreign_) return std::nullopt;
    return std::move(out_);
  }

 private:
  struct OpenElement {
    std::string_view name;
    std::optional<Label> waiting;  // a switch's: the words of the object that is its first choice
  };

  void take(const XmlToken& token, std::string_view written) {
    const bool opens = token.kind == XmlToken::Kind::start_tag;
    const bool closes = token.kind == XmlToken::Kind::end_tag;
    if (foreign_) {
      take_inner(token);
    } else if (opens && token.name == "foreignObject") {
      foreign_ = label_of(token);
    } else if (token.kind == XmlToken::Kind::empty_tag && token.name == "foreignObject") {
      return;
    } else if (replaced_ > 0) {  // within a text that says the same, as a rule cut short
      if (opens) ++replaced_;
      if (closes && --replaced_ == 0) out_ += written;
    } else if (opens || token.kind == XmlToken::Kind::empty_tag) {
      open(token, written);
    } else {
      if (closes) close();
      out_ += written;
    }
  }

  // A switch shows one of its children: with words in HTML as the first, the next is for programs
  // that cannot read them. Its place is good, its words may be cut.
  void open(const XmlToken& token, std::string_view written) {
    const bool opens = token.kind == XmlToken::Kind::start_tag;
    std::optional<Label>* waiting = open_.empty() ? nullptr : &open_.back().waiting;
    const bool is_second_choice = waiting != nullptr && waiting->has_value();
    out_ += written;
    if (is_second_choice) {
      const std::string_view x = attribute_of(token, "x");
      if (opens && token.name == "text" && number_of(x) && !(*waiting)->lines.empty()) {
        out_ += spans(wrapped(**waiting), x);
        replaced_ = 1;
      }
      waiting->reset();
    }
    if (opens && replaced_ == 0) open_.push_back({token.name, {}});
  }

  void close() {
    if (open_.empty()) return;
    if (open_.back().waiting) out_ += text_of(*open_.back().waiting);
    open_.pop_back();
  }

  void take_inner(const XmlToken& token) {
    const bool opens = token.kind == XmlToken::Kind::start_tag;
    const bool closes = token.kind == XmlToken::Kind::end_tag;
    if (closes && depth_ == 0) {
      end_foreign();
      return;
    }
    if (opens) ++depth_;
    if (closes) --depth_;
    if (unseen_ > 0) {
      if (depth_ < unseen_) unseen_ = 0;
      return;
    }
    if (opens && is_unseen(token.name)) unseen_ = depth_;
    if (token.kind == XmlToken::Kind::text) take_words(*foreign_, token.text);
    if (opens || token.kind == XmlToken::Kind::empty_tag) {
      take_look(*foreign_, attribute_of(token, "style"));
    }
    if (is_line(token.name)) foreign_->goes_on = false;
  }

  void end_foreign() {
    if (!open_.empty() && open_.back().name == "switch") {
      open_.back().waiting = std::move(foreign_);
    } else {
      out_ += text_of(*foreign_);
    }
    foreign_.reset();
  }

  std::string_view svg_;
  XmlScanner scanner_;
  std::string out_;
  std::vector<OpenElement> open_;
  std::optional<Label> foreign_;  // the object that is being read
  std::size_t depth_ = 0;         // of elements within it
  std::size_t unseen_ = 0;        // depth of a style or script within it
  std::size_t replaced_ = 0;      // open elements of a text whose words are passed over
};

}  // namespace

std::string with_foreign_text(std::string_view svg) {
  if (svg.find("foreignObject") == std::string_view::npos) return std::string(svg);
  return Rewriter(svg).rewritten().value_or(std::string(svg));
}

}  // namespace munjip
