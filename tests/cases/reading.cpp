#include "cases/reading.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/overloaded.h"

namespace munjip::cases {

namespace {

// Spaces and line ends as one space, none at the ends.
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t';
    if (!is_space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// ---- the tags of the PDF ----

class TagReader {
 public:
  explicit TagReader(const PagedBook& paged) : paged_(paged), texts_(paged.tags.size()) {
    for (const Page& page : paged.pages) {
      for (const PageItem& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.is);
        if (run != nullptr && item.tag < texts_.size()) texts_[item.tag] += run->text;
      }
    }
  }

  std::vector<TagId> posts() const {
    std::vector<TagId> found;
    for (TagId id = 0; id < paged_.tags.size(); ++id) {
      const TagNode& node = paged_.tags[id];
      if (node.element == Element::section && !node.title.empty()) found.push_back(id);
    }
    return found;
  }

  std::string post(std::size_t index) {
    const std::vector<TagId> all = posts();
    REQUIRE(index < all.size());
    std::string out;
    for (const TagId child : paged_.tags[all[index]].children) {
      if (std::string line = folded(read(child)); !line.empty()) out += line + '\n';
    }
    return out + notes_;
  }

 private:
  std::string children(const TagNode& node) {
    std::string out;
    for (const TagId child : node.children) out += read(child);
    return out;
  }

  std::string read(TagId id) {
    const TagNode& node = paged_.tags[id];
    switch (node.element) {
      case Element::text:
        return texts_[id];
      case Element::list_label:
      case Element::divider:
        return {};
      case Element::list_item:  // of a list of terms: HTML has none there
        if (paged_.tags[node.parent].element == Element::definition_list) return children(node);
        break;
      case Element::span:
      case Element::list_body:
      case Element::ruby:
      case Element::ruby_base:
        return children(node);
      case Element::ruby_text:
        return '(' + children(node) + ')';
      case Element::image:
        return "img[" + node.alternative + ']';
      case Element::note_mark:
        return '^' + children(node);
      case Element::note: {
        const std::string number = std::to_string(++note_count_);
        notes_ += "note" + number + '{' + folded(children(node)) + "}\n";
        return {};
      }
      default:
        break;
    }
    return std::string(html_name(node.element)) + '{' + folded(children(node)) + '}';
  }

  const PagedBook& paged_;
  std::vector<std::string> texts_;
  std::string notes_;
  std::size_t note_count_ = 0;
};

// Whether the tag stands within a post.
class PostTags {
 public:
  explicit PostTags(const PagedBook& paged) : within_(paged.tags.size(), false) {
    for (const TagId post : TagReader(paged).posts()) within_[post] = true;
    for (TagId id = 1; id < paged.tags.size(); ++id)
      within_[id] = within_[id] || within_[paged.tags[id].parent];
  }
  bool hold(TagId tag) const { return tag < within_.size() && within_[tag]; }

 private:
  std::vector<bool> within_;
};

// ---- the XHTML of the EPUB ----

class XhtmlReader {
 public:
  std::string section(pugi::xml_node section) {
    std::string out;
    for (const pugi::xml_node child : section.children()) {
      if (std::string_view(child.name()) == "header") {
        out += this->section(child);
      } else if (std::string line = folded(read(child)); !line.empty()) {
        out += line + '\n';
      }
    }
    return out;
  }
  const std::string& notes() const { return notes_; }

 private:
  std::string children(pugi::xml_node node) {
    std::string out;
    for (const pugi::xml_node child : node.children()) out += read(child);
    return out;
  }

  std::string read(pugi::xml_node node) {
    if (node.type() == pugi::node_pcdata) return text_of(node);
    const std::string name = node.name();
    const std::string_view role = node.attribute("role").value();
    if (role == "doc-pagebreak" || role == "doc-backlink" || name == "hr") return {};
    if (role == "doc-noteref") return '^' + children(node);
    if (role == "doc-footnote") {
      notes_ += "note" + std::to_string(++note_count_) + '{' + folded(children(node)) + "}\n";
      return {};
    }
    if (name == "br") return " ";
    if (name == "img") return std::string("img[") + node.attribute("alt").value() + ']';
    if (name == "rt") return '(' + children(node) + ')';
    const bool is_code_of_pre = name == "code" && std::string_view(node.parent().name()) == "pre";
    const bool holds_notes = node.attribute("class").value() == std::string_view("notes");
    if (is_code_of_pre || holds_notes || name == "span" || name == "ruby" || name == "thead" ||
        name == "tbody") {
      return children(node);
    }
    return name + '{' + folded(children(node)) + '}';
  }

  // White space with a line end stands between blocks only; in code it is the author's.
  static std::string text_of(pugi::xml_node node) {
    const std::string text = node.value();
    const bool is_between_blocks =
        text.find_first_not_of(" \n") == std::string::npos && text.find('\n') != std::string::npos;
    return is_between_blocks ? std::string() : text;
  }

  std::string notes_;
  std::size_t note_count_ = 0;
};

pugi::xml_node post_section(const pugi::xml_document& document) {
  return document.child("html").child("body").child("section");
}

void add_links(pugi::xml_node node, std::vector<std::string>& links) {
  const std::string_view role = node.attribute("role").value();
  const pugi::xml_attribute href = node.attribute("href");
  if (href && role != "doc-noteref" && role != "doc-backlink") links.emplace_back(href.value());
  for (const pugi::xml_node child : node.children()) add_links(child, links);
}

void add_contents(pugi::xml_node list, std::size_t level, std::vector<std::string>& entries) {
  for (const pugi::xml_node item : list.children("li")) {
    const pugi::xml_node link = item.child("a");
    entries.push_back(std::string(level, ' ') + link.text().get());
    add_contents(item.child("ol"), level + 1, entries);
  }
}

std::size_t post_count(const BuiltCase& built) {
  return built.book.post_count();
}

}  // namespace

std::string pdf_post(const BuiltCase& built, std::size_t post) {
  return TagReader(built.paged).post(post);
}

std::string epub_post(const BuiltCase& built, std::size_t post) {
  XhtmlReader reader;
  std::string out;
  for (const PackageFile* file : files_of_post(built, post)) {
    const pugi::xml_document document = parse(*file);
    out += reader.section(post_section(document));
  }
  return out + reader.notes();
}

void check_post(const BuiltCase& built, std::size_t post, std::string_view expected) {
  CHECK(epub_post(built, post) == expected);
  CHECK(pdf_post(built, post) == expected);
}

std::vector<std::string> epub_links(const BuiltCase& built) {
  std::vector<std::string> links;
  for (std::size_t post = 0; post < post_count(built); ++post) {
    for (const PackageFile* file : files_of_post(built, post)) add_links(parse(*file), links);
  }
  // The style sheet of each file's head is a link too.
  std::erase(links, "style.css");
  return links;
}

std::vector<std::string> pdf_links(const BuiltCase& built) {
  const PostTags posts(built.paged);
  std::vector<std::string> links;
  TagId last = kArtifact;
  for (const Page& page : built.paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* area = std::get_if<LinkArea>(&item.is);
      if (area == nullptr || !posts.hold(item.tag)) continue;
      const bool is_note = area->target.starts_with("#note-");
      if (item.tag != last && !is_note) links.push_back(area->target);
      last = item.tag;  // a link over two lines has an area on each
    }
  }
  return links;
}

std::vector<std::string> epub_contents(const BuiltCase& built) {
  const PackageFile* nav = find_file(built, "EPUB/nav.xhtml");
  REQUIRE(nav != nullptr);
  const pugi::xml_document document = parse(*nav);
  std::vector<std::string> entries;
  add_contents(
      document.child("html").child("body").find_child_by_attribute("id", "toc").child("ol"), 0,
      entries);
  std::erase_if(entries, [](const std::string& entry) { return entry == "판권"; });
  return entries;
}

std::vector<std::string> pdf_contents(const BuiltCase& built) {
  std::vector<std::string> entries;
  for (const OutlineEntry& entry : built.paged.outline) {
    if (entry.title == "표지" || entry.title == "차례" || entry.title == "판권") continue;
    entries.push_back(std::string(static_cast<std::size_t>(entry.level - 1), ' ') + entry.title);
  }
  return entries;
}

const PackageFile* find_file(const BuiltCase& built, std::string_view path) {
  for (const PackageFile& file : built.package.files) {
    if (file.path == path) return &file;
  }
  return nullptr;
}

pugi::xml_document parse(const PackageFile& file) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(file.bytes.data(), file.bytes.size(),
                           pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  REQUIRE_MESSAGE(result, file.path << ": " << result.description());
  return document;
}

std::vector<const PackageFile*> files_of_post(const BuiltCase& built, std::size_t post) {
  std::string stem = std::to_string(post + 1);
  stem = "EPUB/ch" + std::string(4 - std::min<std::size_t>(4, stem.size()), '0') + stem;
  std::vector<const PackageFile*> files;
  for (const PackageFile& file : built.package.files) {
    if (file.path == stem + ".xhtml" || file.path.starts_with(stem + "-")) files.push_back(&file);
  }
  REQUIRE(!files.empty());
  return files;
}

std::string post_xhtml(const BuiltCase& built, std::size_t post) {
  const pugi::xml_document document = parse(*files_of_post(built, post).front());
  struct Writer : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override {
      text.append(static_cast<const char*>(data), size);
    }
  } writer;
  for (const pugi::xml_node child : post_section(document).children()) {
    if (std::string_view(child.name()) == "header" ||
        std::string_view(child.attribute("role").value()) == "doc-pagebreak") {
      continue;
    }
    child.print(writer, "", pugi::format_raw, pugi::encoding_utf8);
  }
  std::string out;
  for (const char c : writer.text) {
    const bool is_doubled = c == '\n' && (out.empty() || out.back() == '\n');
    if (!is_doubled) out += c;
  }
  return out;
}

std::string all_text(const BuiltCase& built) {
  std::string text;
  for (const PackageFile& file : built.package.files) {
    const bool is_text =
        !file.media_type.starts_with("image/") || file.media_type.ends_with("svg+xml");
    if (is_text) text += file.bytes;
  }
  return text;
}

std::vector<const PackageFile*> epub_pictures(const BuiltCase& built) {
  std::vector<const PackageFile*> pictures;
  const auto collect = [&](const auto& self, pugi::xml_node node) -> void {
    if (std::string_view(node.name()) == "img") {
      const PackageFile* file =
          find_file(built, std::string("EPUB/") + node.attribute("src").value());
      REQUIRE_MESSAGE(file != nullptr, node.attribute("src").value());
      pictures.push_back(file);
    }
    for (const pugi::xml_node child : node.children()) self(self, child);
  };
  for (std::size_t post = 0; post < post_count(built); ++post) {
    for (const PackageFile* file : files_of_post(built, post)) collect(collect, parse(*file));
  }
  return pictures;
}

std::pair<Length, Length> type_area(const BuiltCase& built, std::size_t page) {
  const Sides& margin = built.trim.margin;
  const Page& on = built.paged.pages[page];
  return on.is_recto ? std::pair(margin.left, on.trim.width - margin.right)
                     : std::pair(margin.right, on.trim.width - margin.left);
}

std::vector<PageLine> page_lines(const BuiltCase& built) {
  const PostTags posts(built.paged);
  std::vector<PageLine> pieces;
  for (std::size_t p = 0; p < built.paged.pages.size(); ++p) {
    for (const PageItem& item : built.paged.pages[p].items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run == nullptr || run->glyphs.empty() || !posts.hold(item.tag)) continue;
      const PlacedGlyph& last = run->glyphs.back();
      // A space that ends the line hangs behind it.
      const Length end = run->text.ends_with(' ')
                             ? last.x
                             : last.x + run->size.scaled(run->font->advance(last.id));
      pieces.push_back({p, item.at.x, item.at.x + end, item.at.y, run->size.pt(), run->text});
    }
  }
  // Smaller type within a line may stand a little higher: Hanja in parentheses.
  std::stable_sort(pieces.begin(), pieces.end(), [](const PageLine& a, const PageLine& b) {
    return std::tie(a.page, a.baseline) < std::tie(b.page, b.baseline);
  });
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const PageLine& before = pieces[i - 1];
    const bool is_near =
        pieces[i].page == before.page && pieces[i].baseline - before.baseline < Length::pt(1);
    if (is_near) pieces[i].baseline = before.baseline;
  }
  std::stable_sort(pieces.begin(), pieces.end(), [](const PageLine& a, const PageLine& b) {
    return std::tie(a.page, a.baseline, a.left) < std::tie(b.page, b.baseline, b.left);
  });
  std::vector<PageLine> lines;
  for (PageLine& piece : pieces) {
    if (lines.empty() || lines.back().page != piece.page ||
        lines.back().baseline != piece.baseline) {
      lines.push_back(std::move(piece));
      continue;
    }
    PageLine& line = lines.back();
    line.right = std::max(line.right, piece.right);
    line.size = std::max(line.size, piece.size);
    line.text += piece.text;
  }
  return lines;
}

std::string page_text(const BuiltCase& built, std::size_t page) {
  std::string text;
  for (const PageItem& item : built.paged.pages.at(page).items) {
    if (const auto* run = std::get_if<GlyphRun>(&item.is)) text += run->text;
  }
  return text;
}

std::vector<const GlyphRun*> post_runs(const BuiltCase& built) {
  const PostTags posts(built.paged);
  std::vector<const GlyphRun*> runs;
  for (const Page& page : built.paged.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.is);
      if (run != nullptr && posts.hold(item.tag)) runs.push_back(run);
    }
  }
  return runs;
}

const PageLine& line_with(const std::vector<PageLine>& lines, std::string_view part) {
  const auto found = std::find_if(lines.begin(), lines.end(), [&](const PageLine& line) {
    return line.text.find(part) != std::string::npos;
  });
  REQUIRE_MESSAGE(found != lines.end(), part);
  return *found;
}

const GlyphRun& run_with(const BuiltCase& built, std::string_view part) {
  const std::vector<const GlyphRun*> runs = post_runs(built);
  const auto found = std::find_if(runs.begin(), runs.end(), [&](const GlyphRun* run) {
    return run->text.find(part) != std::string::npos;
  });
  REQUIRE_MESSAGE(found != runs.end(), part);
  return **found;
}

std::vector<PagePicture> page_pictures(const BuiltCase& built) {
  const PostTags posts(built.paged);
  std::vector<PagePicture> pictures;
  for (std::size_t p = 0; p < built.paged.pages.size(); ++p) {
    for (const PageItem& item : built.paged.pages[p].items) {
      const auto* image = std::get_if<PlacedImage>(&item.is);
      if (image != nullptr && posts.hold(item.tag))
        pictures.push_back({p, item.at, image->size, image->resource});
    }
  }
  return pictures;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

}  // namespace munjip::cases
