#include "pdf/content.h"

#include <algorithm>
#include <array>

#include "base/overloaded.h"
#include "pdf/number.h"
#include "pdf/pdf_string.h"

namespace munjip {

namespace {

constexpr int kDecimals = 3;
constexpr Color kLostPicture{0xD9, 0xD9, 0xD9};

// How the unit square of a picture, rows from its top, is laid on a rectangle of width w and height
// h at (x, y): the six numbers of cm as multiples of w and h, then of the corner's offset, for each
// EXIF orientation (Exif 2.3, 4.6.4 A, tag 274).
struct Turn {
  int a, b, c, d;  // a and c times w, b and d times h
  int e, f;        // added to the corner: e times w, f times h
};
constexpr std::array<Turn, 8> kTurns = {{
    {1, 0, 0, 1, 0, 0},    // 1 upright
    {-1, 0, 0, 1, 1, 0},   // 2 mirrored left to right
    {-1, 0, 0, -1, 1, 1},  // 3 turned by 180°
    {1, 0, 0, -1, 0, 1},   // 4 mirrored top to bottom
    {0, -1, -1, 0, 1, 1},  // 5 transposed
    {0, -1, 1, 0, 0, 1},   // 6 first row on the right
    {0, 1, 1, 0, 0, 0},    // 7 transposed the other way
    {0, 1, -1, 0, 1, 0},   // 8 first row on the left
}};

class ContentWriter {
 public:
  ContentWriter(const Page& page, std::span<const TagNode> tags, const GlyphCodes& codes,
                const Images& images, UserPoint origin)
      : page_(page),
        tags_(tags),
        images_(images),
        origin_(origin),
        text_(content_.operators, codes) {}

  PageContent write() && {
    for (const PageItem& item : page_.items) {
      std::visit(overloaded{[&](const GlyphRun& run) { draw(item, run); },
                            [&](const PlacedImage& image) { draw(item, image); },
                            [&](const FilledRect& rect) { draw(item, rect); },
                            [](const LinkArea&) {},     // annotations, see links.h
                            [](const AnchorMark&) {}},  // destinations, see links.h
                 item.is);
    }
    close_sequence();
    std::sort(content_.images.begin(), content_.images.end());
    const auto end = std::unique(content_.images.begin(), content_.images.end());
    content_.images.erase(end, content_.images.end());
    return std::move(content_);
  }

 private:
  struct OpenSequence {
    TagId tag;
    bool has_actual_text;
  };

  void draw(const PageItem& item, const GlyphRun& run) {
    if (run.glyphs.empty() || run.size <= Length()) return;
    find_clusters(run, clusters_);
    set_color(run.color);
    text_.begin_run(run, at(item.at));
    for (const Cluster& cluster : clusters_) {
      open_sequence(item.tag, cluster.needs_actual_text ? cluster.text : std::string_view());
      text_.show(cluster);
    }
  }

  void draw(const PageItem& item, const FilledRect& rect) {
    open_sequence(item.tag);
    fill(item.at, rect.size, rect.color);
  }

  void draw(const PageItem& item, const PlacedImage& placed) {
    const std::size_t index = images_.index(placed.resource);
    const UserPoint top_left = at(item.at);
    const double width = placed.size.width.pt();
    const double height = placed.size.height.pt();
    open_sequence(item.tag);
    if (item.tag != kArtifact) {
      content_.sequences.back().picture =
          MarkedSequence::Box{top_left.x, top_left.y - height, top_left.x + width, top_left.y};
    }
    if (images_[index].is_broken) {
      fill(item.at, placed.size, kLostPicture);
      return;
    }
    text_.end_text();
    const int orientation = std::clamp(images_[index].orientation, 1, 8);
    const Turn& turn = kTurns[static_cast<std::size_t>(orientation - 1)];
    append("q ");
    const double whole = placed.whole().height.pt();
    if (placed.band_height < 1) {
      numbers({top_left.x, top_left.y - height, width, height});
      append("re W n ");
    }
    const double foot = top_left.y + placed.band_top * whole - whole;
    numbers({turn.a * width, turn.b * whole, turn.c * width, turn.d * whole,
             top_left.x + turn.e * width, foot + turn.f * whole});
    append("cm/");
    append(image_resource_name(index));
    append(" Do Q\n");
    content_.images.push_back(index);
  }

  void fill(Point at_point, Size size, Color color) {
    text_.end_text();
    set_color(color);
    const UserPoint corner = at(at_point);
    numbers({corner.x, corner.y - size.height.pt(), size.width.pt(), size.height.pt()});
    append("re f\n");
  }

  // Shades of grey in DeviceGray, so that black prints with black ink alone.
  void set_color(Color color) {
    if (color_ == color) return;
    text_.interrupt();
    if (color.r == color.g && color.g == color.b) {
      numbers({color.r / 255.0});
      append("g\n");
    } else {
      numbers({color.r / 255.0, color.g / 255.0, color.b / 255.0});
      append("rg\n");
    }
    color_ = color;
  }

  // Goes on with the open sequence where it is of the same leaf; text objects and sequences nest.
  void open_sequence(TagId tag, std::string_view actual_text = {}) {
    if (sequence_ && sequence_->tag == tag && !sequence_->has_actual_text &&
        (actual_text.empty() || tag == kArtifact)) {
      return;
    }
    close_sequence();
    sequence_ = {tag, !actual_text.empty() && tag != kArtifact};
    if (tag == kArtifact) {
      append("/Artifact BMC\n");
      return;
    }
    const std::string whole_text = actual_text.empty() ? actual_text_of_leaf(tag) : "";
    const std::string_view text = actual_text.empty() ? whole_text : actual_text;
    append(text.empty() ? sequence_name(tag) : "/Span");
    append("<</MCID ");
    append_integer(content_.operators, static_cast<std::int64_t>(content_.sequences.size()));
    if (!text.empty()) {
      append("/ActualText");
      append_text_string(content_.operators, text);
    }
    append(">>BDC\n");
    content_.sequences.push_back({tag, std::string(actual_text), {}});
  }

  void close_sequence() {
    if (!sequence_) return;
    text_.end_text();
    append("EMC\n");
    sequence_.reset();
  }

  // /ActualText of the element alone is not seen by every reader, so its first sequence has it too.
  std::string actual_text_of_leaf(TagId tag) const {
    if (tags_[tag].actual_text.empty()) return {};
    const bool is_first =
        std::none_of(content_.sequences.begin(), content_.sequences.end(),
                     [&](const MarkedSequence& sequence) { return sequence.tag == tag; });
    return is_first ? tags_[tag].actual_text : std::string();
  }

  std::string sequence_name(TagId tag) const {
    TagId named = tag;
    while (named != 0 && structure_type(tags_[named].element).empty()) named = tags_[named].parent;
    return '/' + std::string(structure_type(tags_[named].element));
  }

  UserPoint at(Point point) const {
    return {origin_.x + point.x.pt(), origin_.y + (page_.trim.height - point.y).pt()};
  }
  void append(std::string_view text) { content_.operators += text; }
  void numbers(std::initializer_list<double> values) {
    for (const double value : values) {
      append_number(content_.operators, value, kDecimals);
      content_.operators += ' ';
    }
  }

  const Page& page_;
  std::span<const TagNode> tags_;
  const Images& images_;
  UserPoint origin_;
  PageContent content_;
  TextWriter text_;
  std::vector<Cluster> clusters_;
  std::optional<OpenSequence> sequence_;
  Color color_;  // black, as a page begins
};

}  // namespace

PageContent write_content(const Page& page, std::span<const TagNode> tags, const GlyphCodes& codes,
                          const Images& images, UserPoint origin) {
  return ContentWriter(page, tags, codes, images, origin).write();
}

}  // namespace munjip
