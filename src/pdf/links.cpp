#include "pdf/links.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/diagnostics.h"
#include "pdf/number.h"
#include "pdf/page_labels.h"
#include "pdf/pdf_string.h"

namespace munjip {

namespace {

constexpr int kDecimals = 2;
constexpr std::size_t kNamesPerNode = 64;

UserPoint user_point(const Page& page, Point point, UserPoint origin) {
  return {origin.x + point.x.pt(), origin.y + (page.trim.height - point.y).pt()};
}

bool is_uri_character(char c) {
  constexpr std::string_view kOthers = "-._~:/?#[]@!$&'()*+,;=%";  // RFC 3986, 2.2 and 2.3
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kOthers.find(c) != std::string_view::npos;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// The target as an annotation has it; empty where there can be no link.
std::string usable_target(const std::string& target, const Destinations& destinations) {
  if (!target.starts_with('#')) return safe_uri(target).value_or(std::string());
  return destinations.contains(target.substr(1)) ? target : std::string();
}

void tell_dead_link(const std::string& target, const std::string& page, Diagnostics& diagnostics) {
  diagnostics.warn(
      {},
      target.starts_with('#')
          ? message("{}쪽의 링크가 가리키는 곳이 책에 없습니다: {}",
                    "the link on page {} leads nowhere in this book: {}", page, target)
          : message("{}쪽의 링크는 열 수 없는 주소라 글만 남겼습니다: {}",
                    "the address on page {} cannot be a link; its text stays: {}", page, target));
}

std::string name_tree_leaf(Destinations::const_iterator begin, Destinations::const_iterator end,
                           std::span<const ObjectId> pages) {
  std::string out = "/Limits[";
  append_literal(out, begin->first);
  append_literal(out, std::prev(end)->first);
  out += "]/Names[";
  for (auto place = begin; place != end; ++place) {
    append_literal(out, place->first);
    out += '[';
    append_reference(out, pages[place->second.page]);
    out += "/XYZ ";
    append_number(out, place->second.at.x, 0);
    out += ' ';
    append_number(out, place->second.at.y, 0);
    out += " null]";  // the zoom stays as it is
  }
  out += ']';
  return out;
}

}  // namespace

Destinations find_destinations(std::span<const Page> pages, UserPoint origin) {
  Destinations destinations;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const PageItem& item : pages[i].items) {
      const auto* anchor = std::get_if<AnchorMark>(&item.is);
      if (anchor == nullptr) continue;
      destinations.try_emplace(anchor->id, Destination{i, user_point(pages[i], item.at, origin)});
    }
  }
  return destinations;
}

std::vector<LinkAnnotation> find_links(std::span<const Page> pages,
                                       const Destinations& destinations, UserPoint origin,
                                       Diagnostics& diagnostics) {
  std::vector<LinkAnnotation> links;
  std::set<std::string_view> told;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const PageItem& item : pages[i].items) {
      const auto* area = std::get_if<LinkArea>(&item.is);
      if (area == nullptr || item.tag == kArtifact) continue;
      std::string target = usable_target(area->target, destinations);
      if (target.empty()) {
        if (told.insert(area->target).second)
          tell_dead_link(area->target, page_name(pages, i), diagnostics);
        continue;
      }
      const UserPoint top_left = user_point(pages[i], item.at, origin);
      const std::string& description = area->description.empty() ? area->target : area->description;
      links.push_back({i, top_left.x, top_left.y - area->size.height.pt(),
                       top_left.x + area->size.width.pt(), top_left.y, item.tag, std::move(target),
                       description});
    }
  }
  return links;
}

std::optional<std::string> safe_uri(std::string_view address) {
  constexpr std::array<std::string_view, 4> kSchemes = {"http", "https", "mailto", "tel"};
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string scheme = lower_ascii(address.substr(0, colon));
  if (std::find(kSchemes.begin(), kSchemes.end(), scheme) == kSchemes.end()) return std::nullopt;
  std::string uri;
  for (const char c : address) {
    if (is_uri_character(c)) {
      uri += c;
    } else {
      uri += '%';
      append_hex(uri, std::string_view(&c, 1));
    }
  }
  return uri;
}

std::string link_entries(const LinkAnnotation& link, int struct_parent) {
  // PDF/A-2, 6.3.2: to be printed (/F 4); no border is drawn.
  std::string out = "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
  for (const double edge : {link.left, link.bottom, link.right, link.top}) {
    append_number(out, edge, kDecimals);
    out += ' ';
  }
  out.back() = ']';
  if (link.target.starts_with('#')) {
    out += "/A<</S/GoTo/D";
    append_literal(out, std::string_view(link.target).substr(1));
  } else {
    out += "/A<</S/URI/URI";
    append_literal(out, link.target);
  }
  out += ">>/Contents";
  append_text_string(out, link.description);
  out += "/StructParent ";
  append_integer(out, struct_parent);
  return out;
}

ObjectId write_names(HaruDocument& document, const Destinations& destinations,
                     std::span<const ObjectId> pages) {
  std::string kids;
  for (auto begin = destinations.begin(); begin != destinations.end();) {
    auto end = begin;
    for (std::size_t i = 0; i < kNamesPerNode && end != destinations.end(); ++i) ++end;
    if (!kids.empty()) kids += ' ';
    append_reference(kids, document.add(name_tree_leaf(begin, end, pages)));
    begin = end;
  }
  return document.add("/Dests " + reference(document.add("/Kids[" + kids + "]")));
}

}  // namespace munjip
