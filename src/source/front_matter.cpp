#include "source/front_matter.h"

#include <algorithm>
#include <array>

#include "base/file_io.h"
#include "source/date_text.h"
#include "source/front_matter_fence.h"
#include "source/hangul.h"
#include "source/meta_text.h"

namespace munjip {

namespace {

// Whether the value begins with a quotation mark or a bracket that nothing closes.
bool is_cut_off(const MetaEntry& entry) {
  const auto* text = std::get_if<std::string>(&entry.value.is);
  if (text == nullptr || text->empty()) return false;
  constexpr std::string_view kOpening = "\"'[{", kClosing = "\"']}";
  const std::size_t mark = kOpening.find(text->front());
  return mark != std::string_view::npos && text->find(kClosing[mark], 1) == std::string::npos;
}

MetaMap parse(const FrontMatterFence& fence, const SourceText& source, Diagnostics& diagnostics) {
  const auto map = fence.is_toml ? parse_toml(fence.content) : parse_yaml(fence.content);
  if (map) return *map;
  MetaMap lines = parse_key_lines(fence.content);
  // `title: [Java] static`, `title: 하나: 둘` are no YAML, but can only mean one thing.
  const bool is_clear = !fence.is_toml && std::none_of(lines.begin(), lines.end(), is_cut_off);
  if (is_clear) return lines;
  diagnostics.warn(
      {source.shown_file, {fence.first_line, 0}},
      message("머리말({})의 문법이 어긋나 `이름: 값` 줄만 읽었습니다",
              "the front matter is no valid {}; only its `key: value` lines were read",
              fence.is_toml ? "TOML" : "YAML"),
      {message("따옴표와 괄호의 짝을 확인하세요. 값에 `: `가 들어 있으면 따옴표로 묶으세요",
               "check that quotes and brackets are paired; a value with `: ` in it needs quotes")});
  return lines;
}

// What a key of the front matter means for the post.
enum class Meaning {
  title,
  subtitle,
  author,
  category,
  tags,
  published,
  modified,
  address,
  slug,
  lang,
  description,
  draft,
  is_public
};

struct Key {
  std::string_view name;
  Meaning meaning;
};

// Where two keys mean the same, the first one of this table that has a value wins.
constexpr std::array kKeys = {
    Key{"title", Meaning::title},
    Key{"subtitle", Meaning::subtitle},
    Key{"author", Meaning::author},
    Key{"authors", Meaning::author},
    Key{"category", Meaning::category},
    Key{"categories", Meaning::category},
    Key{"tags", Meaning::tags},
    Key{"tag", Meaning::tags},
    Key{"date", Meaning::published},
    Key{"published_at", Meaning::published},
    Key{"publishedAt", Meaning::published},
    Key{"publishDate", Meaning::published},
    Key{"created", Meaning::published},
    Key{"last_modified_at", Meaning::modified},
    Key{"lastmod", Meaning::modified},
    Key{"updated", Meaning::modified},
    Key{"modified", Meaning::modified},
    Key{"permalink", Meaning::address},
    Key{"url", Meaning::address},
    Key{"slug", Meaning::slug},
    Key{"lang", Meaning::lang},
    Key{"language", Meaning::lang},
    Key{"description", Meaning::description},
    Key{"summary", Meaning::description},
    Key{"excerpt", Meaning::description},
    Key{"draft", Meaning::draft},
    Key{"published", Meaning::is_public},
};

class Filler {
 public:
  Filler(const SourceText& source, std::uint32_t first_line, Diagnostics& diagnostics)
      : source_(source), first_line_(first_line), diagnostics_(diagnostics) {}

  void fill(Meaning meaning, const MetaValue& value, FrontMatter& out) {
    switch (meaning) {
      case Meaning::title:
        set(out.title, single_line(meta_text(value)));
        break;
      case Meaning::subtitle:
        set(out.subtitle, single_line(meta_text(value)));
        break;
      case Meaning::author:
        set(out.author, meta_authors(value));
        break;
      case Meaning::category:
        set(out.category, meta_category(value));
        break;
      case Meaning::tags:
        add_tags(meta_words(value), out.tags);
        break;
      case Meaning::published:
        set_date(out.published, value);
        break;
      case Meaning::modified:
        set_date(out.modified, value);
        break;
      case Meaning::address:
      case Meaning::slug:
        set(out.address, single_line(meta_text(value)));
        break;
      case Meaning::lang:
        set(out.lang, single_line(meta_text(value)));
        break;
      case Meaning::description:
        set(out.description, single_line(meta_text(value)));
        break;
      case Meaning::draft:
        out.is_draft = out.is_draft || is_meta_true(value);
        break;
      case Meaning::is_public:
        read_published(value, out);
        break;
    }
  }

 private:
  static void set(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
  }

  static void add_tags(std::vector<std::string> words, std::vector<std::string>& tags) {
    for (std::string& word : words) {
      if (std::find(tags.begin(), tags.end(), word) == tags.end()) tags.push_back(std::move(word));
    }
  }

  // Jekyll's `published: false` is a draft; other engines keep the date there.
  void read_published(const MetaValue& value, FrontMatter& out) {
    if (is_meta_false(value)) {
      out.is_draft = true;
    } else if (!is_meta_true(value)) {
      set_date(out.published, value);
    }
  }

  void set_date(std::optional<DateTime>& field, const MetaValue& value) {
    const std::string text = single_line(meta_text(value));
    if (field || text.empty()) return;
    field = parse_date(text);
    if (field) return;
    diagnostics_.warn({source_.shown_file, {first_line_ + value.line - 1, 1}},
                      message("날짜를 읽을 수 없습니다: {}", "not a date: {}", text),
                      {message("2025-01-31 또는 2025-01-31 17:17처럼 쓰세요",
                               "write it as 2025-01-31 or 2025-01-31 17:17")});
  }

  const SourceText& source_;
  std::uint32_t first_line_;
  Diagnostics& diagnostics_;
};

std::string title_case_free(std::string_view key) {
  std::string lower(key);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return lower;
}

bool same_key(std::string_view a, std::string_view b) {
  return a == b || title_case_free(a) == title_case_free(b);
}

}  // namespace

std::optional<FrontMatter> read_front_matter(const SourceText& source, Diagnostics& diagnostics) {
  const auto fence = find_front_matter(source.text);
  if (!fence) return std::nullopt;
  FrontMatter out;
  out.body_offset = fence->body_offset;
  out.body_line = fence->body_line;
  const MetaMap entries = parse(*fence, source, diagnostics);
  Filler filler(source, fence->first_line, diagnostics);
  for (const Key& key : kKeys) {
    for (const auto& [name, value] : entries) {
      if (same_key(name, key.name)) filler.fill(key.meaning, value, out);
    }
  }
  return out;
}

bool is_left_out(const FrontMatter& matter, const SourceText& source, Diagnostics& diagnostics) {
  if (!matter.is_draft || source.is_wanted) return false;
  diagnostics.note(
      {source.shown_file, {}}, message("초고라서 뺐습니다", "a draft, left out"),
      {message("책에 넣으려면 파일 이름을 직접 적으세요", "name the file to have it in the book")});
  return true;
}

void apply(FrontMatter matter, Post& post) {
  post.title = std::move(matter.title);
  post.author = std::move(matter.author);
  post.category = std::move(matter.category);
  post.address = std::move(matter.address);
  post.lang = std::move(matter.lang);
  post.tags = std::move(matter.tags);
  post.published = matter.published;
  post.modified = matter.modified;
}

DatedName dated_name(const std::filesystem::path& file) {
  const std::string stem = compose_hangul(to_utf8(file.stem()));
  const auto date = leading_date(stem);
  DatedName name;
  if (date && date->length < stem.size() && !date->moment.has_time &&
      (stem[date->length] == '-' || stem[date->length] == '_')) {
    name.date = date->moment;
    const std::size_t begin = stem.find_first_not_of("-_", date->length);
    name.slug = begin == std::string::npos ? std::string() : stem.substr(begin);
  } else if (date && date->length == stem.size()) {
    name.date = date->moment;
  } else {
    name.slug = stem;
  }
  return name;
}

}  // namespace munjip
