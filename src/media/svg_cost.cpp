// What drawing an SVG would take, counted beforehand: a few hundred bytes of `use`, patterns and
// masks that show one another make billions of shapes, and librsvg cannot be stopped.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "media/codec.h"
#include "media/xml_scanner.h"

namespace munjip {

namespace {

// How often references may repeat what is in the file, and how much besides: a plot repeats a mark
// for each of its points.
constexpr double kMostRepeats = 10, kMostRepeated = 20'000;
constexpr double kEndless = std::numeric_limits<double>::infinity();
// Elements and references within each other.
constexpr int kMaxDepth = 600;
// Nanoseconds that the layers of a drawing may take, and how few pixels still show something.
constexpr double kMostWork = 8e8, kFewestPixels = 150 * 150;

// How many elements are drawn; and nanoseconds for each pixel of the picture, about, for what is
// see-through, masked or filtered and is therefore drawn on a layer of its own.
struct Cost {
  double parts = 0, layers = 0;
  void add(const Cost& other, double times = 1) {
    parts += other.parts * times;
    layers += other.layers * times;
  }
};

// What attributes, a style attribute or a rule of a style sheet say.
struct Look {
  double layers = 0;
  std::vector<std::string_view> once;    // ids of masks, clips, filters: of the element as a whole
  std::vector<std::string_view> paints;  // ids of patterns: of each shape in it
  std::vector<std::string_view> marks;   // ids of marks on a line: of each of its points
};

double number_in(std::string_view text) {
  double value = 0;
  text = trim_ascii(text);
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  return parsed.ec == std::errc() && std::isfinite(value) ? std::abs(value) : 0;
}

// The id in `url(#id)`.
std::string_view id_in_url(std::string_view value) {
  const std::size_t hash = value.find('#', value.find("url("));
  if (hash == std::string_view::npos || value.find("url(") == std::string_view::npos) return {};
  const std::size_t end = value.find_first_of(")'\"& ", hash);
  return value.substr(hash + 1, std::min(end, value.size()) - hash - 1);
}

void take_property(Look& look, std::string_view name, std::string_view value) {
  const bool is_seen_through = name == "opacity" && number_in(value) < 1;
  if (is_seen_through || (name == "mix-blend-mode" && value != "normal")) look.layers += 1;
  const std::string_view id = id_in_url(value);
  if (id.empty()) return;
  const bool is_paint = name == "fill" || name == "stroke";
  (name.starts_with("marker") ? look.marks : is_paint ? look.paints : look.once).push_back(id);
}

// fn(piece) for what stands between the separators.
template <class Fn>
void for_each_piece(std::string_view text, char separator, Fn fn) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    fn(trim_ascii(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void take_declarations(Look& look, std::string_view css) {
  for_each_piece(css, ';', [&](std::string_view declaration) {
    const std::size_t colon = std::min(declaration.find(':'), declaration.size());
    take_property(look, trim_ascii(declaration.substr(0, colon)),
                  trim_ascii(declaration.substr(std::min(colon + 1, declaration.size()))));
  });
}

// Of one shape that is drawn through it.
double layers_of(const XmlToken& tag) {
  if (tag.name == "mask") return 6;
  if (tag.name == "pattern") return 2;
  if (!tag.name.starts_with("fe")) return 0;
  double layers = 5;
  for (const XmlAttribute& attribute : tag.attributes) {
    const double number = number_in(attribute.value);
    if (attribute.name == "numOctaves") layers += 120 * number;
    if (attribute.name == "baseFrequency") layers += 120;
    if (attribute.name == "stdDeviation") layers += 70;
    if (attribute.name == "radius" || attribute.name == "order") layers += 5 * number * number;
  }
  return layers;
}

// Shown only where something names it.
bool waits_for_reference(std::string_view name) {
  constexpr std::array<std::string_view, 9> kNames{"defs",   "symbol",         "clipPath",
                                                   "mask",   "pattern",        "marker",
                                                   "filter", "linearGradient", "radialGradient"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// Entities that hold more than plain words, and could hold elements.
bool hides_parts(std::string_view doctype) {
  constexpr std::string_view kEntity = "<!ENTITY";
  for (std::size_t at = doctype.find(kEntity); at != std::string_view::npos;
       at = doctype.find(kEntity, at)) {
    at += kEntity.size();
    const std::string_view entity = doctype.substr(at, doctype.find('>', at) - at);
    if (entity.find_first_of("<&%") != std::string_view::npos) return true;
  }
  return false;
}

class Counter {
 public:
  // Nothing where the text is no XML; endless parts where it repeats them without end, or hides
  // some in entities.
  std::optional<Cost> count(std::string_view svg) {
    if (!read(svg)) return std::nullopt;
    known_.resize(elements_.size());
    Cost all = total(0, 0);
    const double written = static_cast<double>(elements_.size());
    const bool ends = all.parts <= written * kMostRepeats + kMostRepeated;
    if (hides_parts_ || !ends) all.parts = kEndless;
    return all;
  }

 private:
  struct Element {
    std::string_view name, classes, id;
    std::string_view shown;  // the id that `use` names, or a pattern that is like another
    std::vector<std::size_t> children;
    Look look;
    double layers = 0, points = 0;
  };

  bool read(std::string_view svg) {
    elements_.emplace_back();  // around all
    std::vector<std::size_t> open{0};
    XmlScanner scanner(svg);
    XmlToken token;
    while (scanner.next(token)) {
      const bool opens = token.kind == XmlToken::Kind::start_tag;
      const bool is_text =
          token.kind == XmlToken::Kind::text || token.kind == XmlToken::Kind::cdata;
      if (token.kind == XmlToken::Kind::doctype) hides_parts_ = hides_parts(token.text);
      if (is_text && elements_[open.back()].name == "style") read_sheet(token.text);
      if (opens || token.kind == XmlToken::Kind::empty_tag) {
        elements_[open.back()].children.push_back(elements_.size());
        if (opens) open.push_back(elements_.size());
        add(token);
      }
      if (token.kind == XmlToken::Kind::end_tag && open.size() > 1) open.pop_back();
    }
    return !scanner.failed();
  }

  void add(const XmlToken& tag) {
    Element element;
    element.name = tag.name;
    element.layers = layers_of(tag);
    for (const auto& [name, value] : tag.attributes) {
      if (name == "id") element.id = value;
      if (name == "class") element.classes = value;
      if (name == "style") take_declarations(element.look, value);
      if ((name == "href" || name == "xlink:href") && value.starts_with('#'))
        element.shown = value.substr(1);
      if (name == "d" || name == "points") {
        element.points = static_cast<double>(std::count(value.begin(), value.end(), ' ') +
                                             std::count(value.begin(), value.end(), ',') + 2);
      }
      take_property(element.look, name, value);
    }
    if (!element.id.empty()) by_id_.emplace(element.id, elements_.size());
    elements_.push_back(std::move(element));
  }

  // A rule counts for the last name of each of its selectors, so that none is missed.
  void read_sheet(std::string_view css) {
    for_each_piece(css, '}', [&](std::string_view rule) {
      const std::size_t open = std::min(rule.rfind('{'), rule.size());
      Look look;
      take_declarations(look, rule.substr(std::min(open + 1, rule.size())));
      if (look.layers +
              static_cast<double>(look.once.size() + look.paints.size() + look.marks.size()) ==
          0)
        return;
      for_each_piece(rule.substr(0, open), ',', [&](std::string_view selector) {
        rules_[selector.substr(selector.find_last_of(" >+~.#") + 1)].push_back(look);
      });
    });
  }

  // Itself, what is in it, and what it names.
  Cost total(std::size_t index, int depth) {
    if (depth > kMaxDepth) return {kEndless, 0};
    if (known_[index]) return *known_[index];
    known_[index] = Cost{};  // for what names itself
    const Element& element = elements_[index];
    Cost cost{1, element.layers};
    for (const std::size_t child : element.children) {
      if (!waits_for_reference(elements_[child].name)) cost.add(total(child, depth + 1));
    }
    if (!element.shown.empty()) cost.add(named(element.shown, depth));
    add_look(cost, element.look, element.points, depth);
    add_rules(cost, element.name, element.points, depth);
    add_rules(cost, element.id, element.points, depth);
    for_each_piece(element.classes, ' ',
                   [&](std::string_view name) { add_rules(cost, name, element.points, depth); });
    known_[index] = cost;
    return cost;
  }

  void add_rules(Cost& cost, std::string_view name, double points, int depth) {
    const auto found = rules_.find(name);
    if (name.empty() || found == rules_.end()) return;
    for (const Look& look : found->second) add_look(cost, look, points, depth);
  }

  void add_look(Cost& cost, const Look& look, double points, int depth) {
    const double shapes = cost.parts;
    cost.layers += look.layers;
    for (const std::string_view id : look.once) cost.add(named(id, depth));
    for (const std::string_view id : look.paints) cost.add(named(id, depth), shapes);
    for (const std::string_view id : look.marks) cost.add(named(id, depth), shapes + points);
  }

  Cost named(std::string_view id, int depth) {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return {};
    const bool is_gradient = elements_[found->second].name.ends_with("Gradient");
    return is_gradient ? Cost{} : total(found->second, depth + 1);
  }

  std::vector<Element> elements_;
  std::map<std::string_view, std::size_t> by_id_;
  std::map<std::string_view, std::vector<Look>> rules_;
  std::vector<std::optional<Cost>> known_;
  bool hides_parts_ = false;
};

}  // namespace

std::optional<double> most_pixels_of_svg(std::string_view svg) {
  const std::optional<Cost> cost = Counter().count(svg);
  if (!cost) return std::nullopt;
  const double pixels = cost->layers > 0 ? kMostWork / cost->layers : kEndless;
  return cost->parts == kEndless || pixels < kFewestPixels ? 0 : pixels;
}

}  // namespace munjip
