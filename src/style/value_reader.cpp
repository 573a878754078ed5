#include "style/value_reader.h"

#include <array>
#include <cmath>

#include "base/ascii.h"
#include "style/color.h"

namespace munjip::css {

namespace {

const Token kEnd;

struct UnitInfo {
  std::string_view name;
  Unit unit;
  double factor;
};

// 1 px is 1/96 inch (CSS Values 4, 6.2).
constexpr UnitInfo kUnits[] = {
    {"em", Unit::em, 1},    {"rem", Unit::rem, 1},       {"pt", Unit::pt, 1},
    {"px", Unit::pt, 0.75}, {"mm", Unit::pt, 72 / 25.4}, {"cm", Unit::pt, 72 / 2.54},
    {"in", Unit::pt, 72},   {"pc", Unit::pt, 12},        {"q", Unit::pt, 72 / 101.6},
    {"ex", Unit::em, 0.5},  {"ch", Unit::em, 0.5},       {"ic", Unit::em, 1},
    {"lh", Unit::lh, 1},    {"rlh", Unit::rlh, 1},
};

std::optional<Dimension> dimension(const Token& token) {
  for (const UnitInfo& unit : kUnits) {
    if (equals_ignoring_case(unit.name, token.text))
      return Dimension{token.number * unit.factor, unit.unit};
  }
  return {};
}

// CSS Color 4, 7.1; hue in degrees, the others in 0 ... 1.
Color from_hsl(double hue, double saturation, double lightness, double alpha) {
  const auto channel = [&](double n) {
    const double k = std::fmod(n + hue / 30.0 + 12.0, 12.0);
    const double a = saturation * std::min(lightness, 1 - lightness);
    return lightness - a * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
  };
  return color_on_paper(channel(0), channel(8), channel(4), alpha);
}

}  // namespace

const Token& ValueReader::peek() {
  while (at_ < tokens_.size() && tokens_[at_].kind == TokenKind::whitespace) ++at_;
  return at_ < tokens_.size() ? tokens_[at_] : kEnd;
}

bool ValueReader::at_end() {
  return peek().kind == TokenKind::end;
}

Token ValueReader::take() {
  const Token token = peek();
  if (token.kind != TokenKind::end) ++at_;
  return token;
}

bool ValueReader::take(TokenKind kind) {
  if (peek().kind != kind) return false;
  ++at_;
  return true;
}

bool ValueReader::take_word(std::string_view word) {
  return peek().kind == TokenKind::ident && equals_ignoring_case(peek().text, word) &&
         take(TokenKind::ident);
}

bool ValueReader::take_delim(char c) {
  return peek().is_delim(c) && take(TokenKind::delim);
}

std::optional<std::string> ValueReader::take_string() {
  if (peek().kind != TokenKind::string) return {};
  return std::string(take().text);
}

std::optional<Dimension> ValueReader::take_length(bool allow_percent) {
  const Token& token = peek();
  std::optional<Dimension> length;
  if (token.kind == TokenKind::dimension) length = dimension(token);
  if (token.kind == TokenKind::number && token.number == 0) length = Dimension{};
  if (token.kind == TokenKind::percentage && allow_percent) {
    length = Dimension{token.number / 100, Unit::percent};
  }
  if (length) ++at_;
  return length;
}

std::optional<Dimension> ValueReader::take_number_or_length() {
  if (const std::optional<double> number = take_number()) return Dimension{*number, Unit::number};
  return take_length(true);
}

std::optional<double> ValueReader::take_number() {
  if (peek().kind != TokenKind::number) return {};
  return take().number;
}

std::optional<int> ValueReader::take_integer(int low, int high) {
  const Token& token = peek();
  if (token.kind != TokenKind::number || token.number != std::floor(token.number) ||
      token.number < low || token.number > high) {
    return {};
  }
  return static_cast<int>(take().number);
}

std::optional<Value> ValueReader::take_color() {
  const Token& token = peek();
  if (token.kind == TokenKind::hash) {
    const std::optional<HexColor> hex = hex_color(token.text);
    if (!hex) return {};
    ++at_;
    return hex->transparent ? Value() : Value(hex->color);
  }
  if (token.kind == TokenKind::function) return take_color_function();
  if (take_word("transparent")) return Value();
  if (take_word("currentcolor")) return Value(CurrentColor{});
  if (token.kind != TokenKind::ident) return {};
  const std::optional<Color> color = named_color(token.text);
  if (!color) return {};
  ++at_;
  return Value(*color);
}

// rgb(), rgba(), hsl(), hsla() with commas or with spaces and a slash.
std::optional<Value> ValueReader::take_color_function() {
  const std::size_t start = at_;
  const std::string name = ascii_lower(take().text);
  const bool is_hsl = name.starts_with("hsl");
  std::array<double, 4> parts = {0, 0, 0, 1};
  std::size_t count = 0;
  bool is_good = is_hsl || name == "rgb" || name == "rgba";
  while (is_good && count < parts.size() && !take(TokenKind::close_paren)) {
    if (count > 0 && !take(TokenKind::comma)) take_delim('/');
    const Token part = take();
    const bool is_percent = part.kind == TokenKind::percentage;
    is_good = is_percent || part.kind == TokenKind::number ||
              (is_hsl && count == 0 && equals_ignoring_case(part.text, "deg"));
    const double whole = is_percent ? 100 : !is_hsl && count < 3 ? 255 : 1;
    parts[count++] = part.number / whole;
  }
  if (count == parts.size()) is_good = is_good && take(TokenKind::close_paren);
  if (!is_good || count < 3) {
    at_ = start;
    return {};
  }
  if (parts[3] <= 0) return Value();
  if (is_hsl) {
    return Value(from_hsl(std::fmod(std::fmod(parts[0], 360) + 360, 360),
                          std::clamp(parts[1], 0.0, 1.0), std::clamp(parts[2], 0.0, 1.0),
                          parts[3]));
  }
  return Value(color_on_paper(parts[0], parts[1], parts[2], parts[3]));
}

}  // namespace munjip::css
