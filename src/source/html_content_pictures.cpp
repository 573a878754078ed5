// Pictures: where they may be had, how large the page shows them, drawings in the page itself.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "source/html_content_reader.h"
#include "source/svg_markup.h"

namespace munjip {

namespace {

// At most as high as this (CSS pixels), a picture in a line of text stays in it.
constexpr int kMaxInlineHeight = 48;

// One candidate of a srcset with its width or density; the addresses hold no white space.
struct SourceCandidate {
  std::string address;
  double size = 1;
};

std::vector<SourceCandidate> parse_srcset(std::string_view srcset) {
  std::vector<SourceCandidate> found;
  std::size_t at = 0;
  constexpr std::string_view kSpaces = " \t\n\r\f";
  while (found.size() < 64) {
    at = srcset.find_first_not_of(" \t\n\r\f,", at);
    if (at == std::string_view::npos) break;
    std::size_t end = std::min(srcset.find_first_of(kSpaces, at), srcset.size());
    std::string_view address = srcset.substr(at, end - at);
    SourceCandidate candidate;
    if (address.ends_with(',')) {
      address.remove_suffix(1);
    } else {
      const std::size_t comma = std::min(srcset.find(',', end), srcset.size());
      const int size = leading_number(srcset.substr(end, comma - end));
      if (size > 0) candidate.size = size;
      end = comma;
    }
    candidate.address = address;
    found.push_back(std::move(candidate));
    at = end;
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const SourceCandidate& a, const SourceCandidate& b) { return a.size > b.size; });
  return found;
}

// Thumbnails that name the picture they are made from: `...thumb/R1280x0/?fname=https%3A%2F%2F...`;
// Naver's ask for a width (`?type=w773`) and are the original without it.
std::string original_address(std::string address) {
  const std::size_t width = address.find("?type=");
  if (width != std::string::npos && address.find("pstatic.net/") < width) address.resize(width);
  constexpr std::string_view kParameter = "fname=";
  const std::size_t at = address.find(kParameter);
  if (at == std::string::npos || address.find("/thumb/") > at) return address;
  const std::string_view value = std::string_view(address).substr(at + kParameter.size());
  std::string original = percent_decoded_bytes(value.substr(0, value.find('&')));
  return original.starts_with("http") && is_valid_utf8(original) ? original : address;
}

void add_srcset(std::string_view srcset, std::vector<std::string>& out) {
  for (SourceCandidate& candidate : parse_srcset(srcset))
    out.push_back(std::move(candidate.address));
}

// Drawn by the page until the real picture is there.
bool is_placeholder(std::string_view address) {
  return address.empty() || (address.starts_with("data:image/gif") && address.size() < 200) ||
         (address.starts_with("data:image/svg") && address.size() < 300) ||
         address.starts_with("about:");
}

// A picture that is loaded late is repeated behind it for readers without scripts, whole.
void add_noscript(HtmlNode picture, std::vector<std::string>& found) {
  const HtmlNode noscript = picture.next_element();
  if (!noscript.is(GUMBO_TAG_NOSCRIPT)) return;
  const HtmlNode plain = find_tag(noscript, GUMBO_TAG_IMG);
  add_srcset(plain.attribute("srcset"), found);
  if (!plain.attribute("src").empty()) found.emplace_back(trim_ascii(plain.attribute("src")));
}

// Where a picture may be had, best first.
std::vector<std::string> addresses_of(HtmlNode img) {
  std::vector<std::string> found;
  const HtmlNode parent = img.parent();
  if (parent.tag_name() == "picture") {
    for (std::size_t i = 0; i < parent.child_count(); ++i) {
      const HtmlNode source = parent.child(i);
      if (!source.is(GUMBO_TAG_SOURCE)) continue;
      add_srcset(source.attribute("srcset"), found);
      add_srcset(source.attribute("data-srcset"), found);
    }
    // Densities beat the order of types: a WebP at 1x is no better than a PNG at 2x.
    std::stable_partition(found.begin(), found.end(),
                          [](const std::string& address) { return !address.ends_with(".webp"); });
  }
  static constexpr const char* kLazy[] = {"data-src", "data-original", "data-lazy-src",
                                          "data-orig-file", "data-actualsrc"};
  for (const char* name : kLazy) {
    if (!img.attribute(name).empty()) found.emplace_back(trim_ascii(img.attribute(name)));
  }
  add_srcset(img.attribute("data-srcset"), found);
  add_noscript(parent.tag_name() == "picture" ? parent : img, found);
  add_srcset(img.attribute("srcset"), found);
  const std::string_view src = trim_ascii(img.attribute("src"));
  if (!is_placeholder(src)) found.emplace_back(src);
  for (const char* name : {"data-url", "data-phocus"}) {
    if (!parent.attribute(name).empty()) found.emplace_back(parent.attribute(name));
  }
  if (found.empty()) found.emplace_back(src);
  for (std::string& address : found) address = original_address(std::move(address));
  return found;
}

// The author's own file name, which Tistory and brunch keep.
std::string_view file_name_of(HtmlNode img) {
  const std::string_view name = img.attribute("data-filename");
  return name.empty() ? img.parent().parent().attribute("data-filename") : name;
}

// Copies that lie beside the page under that name.
void add_local_guesses(HtmlNode img, std::vector<std::string>& addresses) {
  const std::string_view name = file_name_of(img);
  if (name.empty()) return;
  for (const std::string_view folder : {"", "img/", "images/"}) {
    addresses.push_back(std::string(folder) + std::string(name));
  }
}

int dimension(HtmlNode img, const char* name) {
  const std::string styled = style_property(img.attribute("style"), name);
  if (styled.ends_with("px")) return leading_number(styled);
  const std::string_view attribute = trim_ascii(img.attribute(name));
  return attribute.ends_with('%') ? 0 : leading_number(attribute);
}

// One pixel that counts visits, or a blur that is shown until the picture is there.
bool is_no_picture(HtmlNode img) {
  if (img.attribute("aria-hidden") == "true" && img.attribute("alt").empty() &&
      img.attribute("src").starts_with("data:")) {
    return true;
  }
  const bool says_size = img.has_attribute("width") && img.has_attribute("height");
  return says_size && dimension(img, "width") <= 1 && dimension(img, "height") <= 1;
}

bool is_emoticon(HtmlNode img) {
  const std::string_view src = img.attribute("src");
  return img.has_class("emoji") || img.has_class("wp-smiley") || img.has_class("emoticon") ||
         img.has_class("tx-emoticon") || img.has_class("se-sticker-image") ||
         img.attribute("data-ke-type") == "emoticon" ||
         img.parent().attribute("data-ke-type") == "emoticon" ||
         src.find("/keditor/emoticon/") != std::string_view::npos ||
         src.find("/emoticon/") != std::string_view::npos;
}

}  // namespace

std::vector<std::string> picture_addresses(HtmlNode img) {
  return addresses_of(img);
}

Image ContentReader::find_picture(const std::vector<std::string>& addresses, SourcePos at) {
  const auto found = std::find_if(
      addresses.begin(), addresses.end(),
      [&](const std::string& address) { return !address.empty() && pictures_.has(address); });
  if (found != addresses.end()) return pictures_.find(*found, at);
  return pictures_.find(addresses.empty() ? std::string_view() : addresses.front(), at);
}

// Markdown's `![...](... "title")`: what the author wants to be read under the picture. Editors put
// the file's name there, which is no caption.
Inlines ContentReader::caption_of_title(HtmlNode node, const Image& image, SourcePos at) {
  std::string title = without_forbidden(collapse_spaces(node.attribute("title")));
  constexpr std::array<std::string_view, 7> kExtensions = {".jpg",  ".jpeg", ".png", ".gif",
                                                           ".webp", ".svg",  ".bmp"};
  const std::string lower = ascii_lower(title);
  const bool is_file_name =
      std::any_of(kExtensions.begin(), kExtensions.end(),
                  [&](std::string_view extension) { return lower.ends_with(extension); });
  if (title.empty() || is_file_name || title == image.alt) return {};
  return {{Text{std::move(title)}, at}};
}

void ContentReader::add_picture(Image image, Inlines caption, FlowBuilder& flow,
                                const FlowContext& context, SourcePos at) {
  const bool in_line =
      image.is_emoticon || (image.height_px > 0 && image.height_px <= kMaxInlineHeight);
  if (in_line) {
    flow.run.atom({InlineImage{std::move(image)}, at});
  } else {
    flow.add({Figure{{std::move(image)}, std::move(caption)}, {}, {}, at}, context);
  }
}

void ContentReader::read_image(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const SourcePos at = position(node, context);
  if (is_no_picture(node)) {
    post_.dropped.push_back({DropReason::hidden, {}, at});
    return;
  }
  std::vector<std::string> addresses = addresses_of(node);
  add_local_guesses(node, addresses);
  Image image = find_picture(addresses, at);
  if (image.resource.empty()) {
    image.lost_name = without_forbidden(collapse_spaces(file_name_of(node)));
  }
  image.alt = without_forbidden(collapse_spaces(node.attribute("alt")));
  if (image.alt.empty()) {
    image.alt = without_forbidden(collapse_spaces(node.parent().attribute("data-alt")));
  }
  image.width_px = dimension(node, "width");
  image.height_px = dimension(node, "height");
  image.is_emoticon = is_emoticon(node);
  Inlines caption = caption_of_title(node, image, at);
  const std::string_view place = node.attribute("data-munjip-place");
  if (place == "line") {
    flow.run.atom({InlineImage{std::move(image)}, at});
  } else if (place == "alone") {
    flow.add({Figure{{std::move(image)}, std::move(caption)}, {}, {}, at}, context);
  } else {
    add_picture(std::move(image), std::move(caption), flow, context, at);
  }
}

// An SVG in the page is a picture like one in a file. Small ones are the icons of buttons and
// links.
void ContentReader::read_drawing(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const SourcePos at = position(node, context);
  const int width = dimension(node, "width"), height = dimension(node, "height");
  const bool is_icon = (width > 0 && width <= kMaxInlineHeight) ||
                       (height > 0 && height <= kMaxInlineHeight) ||
                       node.attribute("aria-hidden") == "true" || node.parent().is(GUMBO_TAG_A);
  const bool has_size = (width > 0 && height > 0) || node.has_attribute("viewBox");
  if (is_icon || !has_size) {
    post_.dropped.push_back({DropReason::embed, {}, at});
    return;
  }
  std::string data = "data:image/svg+xml,";
  for (const char c : svg_markup(node)) {  // no `%` may be read as an escape
    if (c == '%') {
      data += "%25";
    } else {
      data += c;
    }
  }
  if (!pictures_.has(data)) {
    post_.dropped.push_back({DropReason::embed, {}, at});
    diagnostics_.lost(span(at), message("글 속의 SVG 그림을 읽을 수 없어서 뺐습니다.",
                                        "the SVG drawing in the text cannot be read; left out"));
    return;
  }
  Image image = pictures_.find(data, at);
  const HtmlNode title =
      find_descendant(node, [](HtmlNode inner) { return inner.tag_name() == "title"; });
  image.source = "SVG";
  image.alt = without_forbidden(collapse_spaces(title.child(0).text()));
  if (image.alt.empty())
    image.alt = without_forbidden(collapse_spaces(node.attribute("aria-label")));
  image.width_px = width;
  image.height_px = height;
  add_picture(std::move(image), {}, flow, context, at);
}

}  // namespace munjip
