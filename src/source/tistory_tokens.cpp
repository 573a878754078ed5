// The tokens of Tistory's editors, of 2018 and now, and of their forerunners, with pictures
//   `[##_Image|key|CDM|1.3|{...}_##]`,
//   `[##_Image|key|alignCenter|data-origin-width="1"|caption||_##]`
//   `[##_ImageGrid|key,key|alt="a",alt="b"|caption_##]`,
//   `[##_ImageSlide|key,key|alignCenter|...|_##]`
//   `[##_1C|file|width="1"|caption_##]`, `[##_Gallery|file|caption|file|caption|width="1"_##]`
// with other files
//   `[##_File|key|filename="a"|_##]`, `[##_Jukebox|file|title|autoplay=0|_##]`
// and what a click opens, `[#M_more|less|text_M#]`.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "source/json_fields.h"
#include "source/tistory.h"

namespace munjip {

namespace {

constexpr std::string_view kOpen = "[##_", kClose = "_##]";
constexpr std::string_view kFoldOpen = "[#M_", kFoldClose = "_M#]";

// The fields between the bars of a token; a bar within a JSON object divides nothing.
std::vector<std::string_view> fields_of(std::string_view token) {
  std::vector<std::string_view> fields;
  std::size_t begin = 0;
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char c = token[i];
    if (depth > 0 && c == '"' && token[i - 1] != '\\') in_string = !in_string;
    if (!in_string && c == '{') ++depth;
    if (!in_string && c == '}' && depth > 0) --depth;
    if (c != '|' || depth > 0) continue;
    fields.push_back(token.substr(begin, i - begin));
    begin = i + 1;
  }
  fields.push_back(token.substr(begin));
  return fields;
}

// `filename="a.png" width=3` as it stands in tokens, `data-filename` too.
std::string quoted_value(std::string_view attributes, std::string_view name) {
  for (std::size_t at = attributes.find(name); at != std::string_view::npos;
       at = attributes.find(name, at + 1)) {
    const std::size_t value = at + name.size();
    const bool is_word_start = at == 0 || attributes[at - 1] == ' ' ||
                               attributes.substr(0, at).ends_with(" data-") ||
                               attributes.substr(0, at) == "data-";
    if (!is_word_start || attributes.substr(value, 2) != "=\"") continue;
    const std::size_t end = std::min(attributes.find('"', value + 2), attributes.size());
    return std::string(attributes.substr(value + 2, end - value - 2));
  }
  return {};
}

bool is_picture_key(std::string_view field) {
  if (field.starts_with("kage@") || field.starts_with("cfile")) return true;
  static constexpr std::string_view kEndings[] = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp"};
  const std::string lower = ascii_lower(field);
  return std::any_of(std::begin(kEndings), std::end(kEndings),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

// Where Tistory keeps (or kept) what a key names.
std::string address_of_key(std::string_view key) {
  if (key.starts_with("kage@")) {
    return "https://blog.kakaocdn.net/dn/" + std::string(key.substr(5));
  }
  // `cfile30.uf.11613F34.png`: host and name in one
  const std::size_t dot = key.find(".uf.");
  if (key.starts_with("cfile") && dot != std::string_view::npos) {
    return "https://" + std::string(key.substr(0, dot)) + ".uf.tistory.com/image/" +
           std::string(key.substr(dot + 4));
  }
  return std::string(key);
}

struct TokenPicture {
  std::string_view key;
  std::string filename, alt, caption;
  int width = 0, height = 0;
};

void read_description(std::string_view field, TokenPicture& picture) {
  if (field.starts_with('{')) {
    const auto values = json_fields(field);
    const auto value = [&](const char* name) {
      const auto found = values.find(name);
      return found == values.end() ? std::string() : found->second;
    };
    picture.filename = value("filename");
    picture.alt = value("alt");
    picture.caption = value("caption");
    picture.width = leading_number(value("width"));
    picture.height = leading_number(value("height"));
  } else {
    picture.filename = quoted_value(field, "filename");
    picture.alt = quoted_value(field, "alt");
    picture.width = leading_number(quoted_value(field, "width"));
    picture.height = leading_number(quoted_value(field, "height"));
  }
}

// Pieces of a field between its commas; those in quotes divide nothing.
std::vector<std::string_view> pieces_of(std::string_view field) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  bool in_quotes = false;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] == '"') in_quotes = !in_quotes;
    if (field[i] != ',' || in_quotes) continue;
    pieces.push_back(field.substr(begin, i - begin));
    begin = i + 1;
  }
  pieces.push_back(field.substr(begin));
  return pieces;
}

bool are_picture_keys(const std::vector<std::string_view>& pieces) {
  return std::all_of(pieces.begin(), pieces.end(), is_picture_key);
}

// Attributes, or settings of a player.
bool describes(std::string_view field) {
  static constexpr std::string_view kSettings[] = {"width=", "autoplay=", "frame="};
  return field.starts_with('{') || field.find("=\"") != std::string_view::npos ||
         std::any_of(std::begin(kSettings), std::end(kSettings),
                     [&](std::string_view setting) { return field.starts_with(setting); });
}

// Each picture's key is followed by fields that describe it; the last one without a name is its
// caption. The editor of today puts the keys into one field, and the word before the attributes
// says where the picture stands.
std::vector<TokenPicture> pictures_of(const std::vector<std::string_view>& fields) {
  std::vector<TokenPicture> pictures;
  const bool is_todays = fields[0].starts_with("Image");
  bool is_described = false;
  for (std::size_t i = 1; i < fields.size(); ++i) {
    const std::vector<std::string_view> pieces = pieces_of(fields[i]);
    const bool may_be_keys = !is_todays || i == 1 || fields[i].starts_with("kage@");
    if (may_be_keys && are_picture_keys(pieces)) {
      for (const std::string_view key : pieces) pictures.push_back({key, {}, {}, {}});
      is_described = false;
    } else if (pictures.empty()) {
      continue;
    } else if (fields[i].starts_with('{')) {
      read_description(fields[i], pictures.back());
      is_described = true;
    } else if (describes(fields[i])) {
      const std::size_t first = is_todays ? 0 : pictures.size() - 1;
      for (std::size_t j = 0; j < pieces.size() && first + j < pictures.size(); ++j) {
        read_description(pieces[j], pictures[first + j]);
      }
      is_described = true;
    } else if ((is_described || !is_todays) && pictures.back().caption.empty()) {
      pictures.back().caption = fields[i];
    }
  }
  return pictures;
}

Image find_token_picture(ContentReader& reader, const TokenPicture& picture, SourcePos at) {
  std::vector<std::string> addresses{address_of_key(picture.key)};
  for (const std::string_view folder : {"", "img/", "images/", "attach/"}) {
    if (!picture.filename.empty()) addresses.push_back(std::string(folder) + picture.filename);
    const std::string_view key = picture.key;
    if (!key.starts_with("kage@")) addresses.push_back(std::string(folder) + std::string(key));
  }
  Image image = reader.find_picture(addresses, at);
  if (image.resource.empty()) {
    image.lost_name = without_forbidden(collapse_spaces(picture.filename));
  }
  image.alt = without_forbidden(collapse_spaces(picture.alt));
  image.width_px = picture.width;
  image.height_px = picture.height;
  return image;
}

Inlines caption_of(std::string_view text, SourcePos at) {
  InlineBuilder line;
  line.text(text, at);
  return line.take();
}

// Side by side as one figure.
void read_pictures(ContentReader& reader, const std::vector<TokenPicture>& pictures, SourcePos at,
                   FlowBuilder& flow, const FlowContext& context) {
  Figure figure;
  std::vector<std::string> captions;  // each once
  for (const TokenPicture& picture : pictures) {
    figure.images.push_back(find_token_picture(reader, picture, at));
    const bool is_known =
        std::find(captions.begin(), captions.end(), picture.caption) != captions.end();
    if (!picture.caption.empty() && !is_known) captions.push_back(picture.caption);
  }
  figure.caption = caption_of(fmt::format("{}", fmt::join(captions, " / ")), at);
  flow.add({std::move(figure), {}, {}, at}, context);
}

// Shown one after another by a click; a size is that of the window.
void read_slides(ContentReader& reader, std::vector<TokenPicture> pictures, SourcePos at,
                 FlowBuilder& flow, const FlowContext& context) {
  for (TokenPicture& picture : pictures) {
    picture.width = picture.height = 0;
    Figure figure{{find_token_picture(reader, picture, at)}, caption_of(picture.caption, at)};
    flow.add({std::move(figure), {}, {}, at}, context);
  }
}

// Files and their titles in turn, then settings.
void read_jukebox(const std::vector<std::string_view>& fields, SourcePos at, FlowBuilder& flow,
                  const FlowContext& context) {
  for (std::size_t i = 1; i < fields.size() && !describes(fields[i]); i += 2) {
    LinkBox box{LinkBoxKind::audio, {}, address_of_key(fields[i])};
    if (i + 1 < fields.size() && !describes(fields[i + 1])) {
      box.title = without_forbidden(collapse_spaces(fields[i + 1]));
    }
    const bool is_file = !box.target.starts_with("http");
    if (is_file && box.title.empty()) box.title = without_forbidden(box.target);
    if (is_file) box.target.clear();
    if (!box.title.empty() || !box.target.empty()) flow.add({std::move(box), {}, {}, at}, context);
  }
}

void read_file(const std::vector<std::string_view>& fields, SourcePos at, FlowBuilder& flow,
               const FlowContext& context) {
  LinkBox box{LinkBoxKind::file, {}, {}};
  if (fields.size() > 1) box.target = address_of_key(fields[1]);
  if (!box.target.starts_with("http")) box.title = std::exchange(box.target, {});
  if (fields.size() > 2) {
    const std::string name = quoted_value(fields[2], "filename");
    if (!name.empty()) box.title = without_forbidden(name);
    box.description = without_forbidden(quoted_value(fields[2], "size"));
  }
  flow.add({std::move(box), {}, {}, at}, context);
}

void read_token(ContentReader& reader, std::string_view token, SourcePos at, FlowBuilder& flow,
                const FlowContext& context) {
  const std::vector<std::string_view> fields = fields_of(token);
  std::vector<TokenPicture> pictures = pictures_of(fields);
  const bool is_slides =
      fields[0] == "ImageSlide" || fields[0] == "Gallery" || fields[0] == "iMazing";
  if (fields[0] == "File") {
    read_file(fields, at, flow, context);
  } else if (fields[0] == "Jukebox") {
    read_jukebox(fields, at, flow, context);
  } else if (is_slides && !pictures.empty()) {
    read_slides(reader, std::move(pictures), at, flow, context);
  } else if (!pictures.empty()) {
    read_pictures(reader, pictures, at, flow, context);
  } else {
    const std::string name(fields[0].substr(0, 40));
    reader.drop(std::string(kOpen) + std::string(token) + std::string(kClose), DropReason::embed,
                at);
    reader.diagnostics().lost(
        reader.span(at),
        message("알 수 없는 티스토리 치환자라서 뺐습니다: {}", "unknown Tistory token left out: {}",
                name),
        {message("블로그에서 이 자리에 무엇이 보이는지 살피고 본문에 직접 넣어 주세요.",
                 "See what the blog shows at this place and put it into the text.")});
  }
}

// Length of `[#M_more|less|`, 0 where `text` does not begin with it. The two words are short.
std::size_t fold_length(std::string_view text) {
  if (!text.starts_with(kFoldOpen)) return 0;
  text = text.substr(0, 200);
  const std::size_t first = text.find('|');
  const std::size_t second = first == std::string_view::npos ? first : text.find('|', first + 1);
  return second == std::string_view::npos ? 0 : second + 1;
}

// What the link that opens a fold says, where the author thought of it; empty for the editor's own
// words.
std::string own_fold_label(std::string_view fold) {
  if (!fold.starts_with(kFoldOpen)) return {};
  fold.remove_prefix(kFoldOpen.size());
  const std::string label = collapse_spaces(fold.substr(0, fold.find('|')));
  std::string word = ascii_lower(label);
  while (word.ends_with('.')) word.pop_back();
  constexpr std::array<std::string_view, 9> kEditors = {
      "", "more", "read more", "더보기", "더 보기", "펼치기", "펼쳐보기", "열기", "접기"};
  const bool is_editors = std::find(kEditors.begin(), kEditors.end(), word) != kEditors.end();
  return is_editors ? std::string() : label;
}

}  // namespace

bool has_tistory_tokens(std::string_view text) {
  return text.find(kOpen) != std::string_view::npos ||
         text.find(kFoldOpen) != std::string_view::npos ||
         text.find(kFoldClose) != std::string_view::npos;
}

void read_tistory_tokens(ContentReader& reader, std::string_view text, SourcePos at,
                         FlowBuilder& flow, const FlowContext& context) {
  std::size_t begin = 0;  // of plain text not yet given on
  std::size_t close = 0;  // of the next token's end; looked for anew only when passed
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const bool is_token = rest.starts_with(kOpen);
    if (is_token && close != std::string_view::npos && close < i + kOpen.size()) {
      close = text.find(kClose, i + kOpen.size());
    }
    std::size_t length = rest.starts_with(kFoldClose) ? kFoldClose.size() : fold_length(rest);
    if (is_token && close != std::string_view::npos) length = close + kClose.size() - i;
    if (length == 0) {
      i = std::min(text.find_first_of("[_", i + 1), text.size());
      continue;
    }
    flow.run.text(text.substr(begin, i - begin), at);
    if (is_token) {
      read_token(reader, text.substr(i + kOpen.size(), close - i - kOpen.size()), at, flow,
                 context);
    } else {
      flow.end_run(context);
      if (std::string label = own_fold_label(rest.substr(0, length)); !label.empty()) {
        flow.add({Paragraph{{{Text{std::move(label)}, at}}}, {"summary"}, {}, at}, context);
      }
      reader.drop(std::string(rest.substr(0, length)), DropReason::chrome, at);
    }
    i += length;
    begin = i;
  }
  flow.run.text(text.substr(begin), at);
}

}  // namespace munjip
