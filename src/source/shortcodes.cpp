#include "source/shortcodes.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "source/body_markup.h"
#include "source/markup_text.h"
#include "source/shortcode_html.h"
#include "source/shortcode_kind.h"
#include "source/shortcode_tag.h"

namespace munjip {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
// Captions in captions: deeper ones stay as they are.
constexpr int kMaxNesting = 4;

// A value that is HTML already, within double quotes.
std::string in_quotes(const std::string& value) {
  return "\"" + replaced_all(value, "\"", "&quot;") + "\"";
}

class Expander {
 public:
  Expander(std::string_view text, std::string_view post_id, const BlogAttachments& attachments,
           ExpandedShortcodes& out, int nesting)
      : text_(text),
        post_id_(post_id),
        attachments_(attachments),
        out_(out),
        nesting_(nesting),
        closings_(closing_tags(text)) {}

  void run() {
    while (at_ < text_.size()) {
      copy(std::min(text_.find_first_of("[<", at_), text_.size()));
      if (at_ == text_.size()) break;
      if (text_[at_] == '<') {
        markup();
      } else {
        bracket();
      }
    }
  }

 private:
  void copy(std::size_t end) {
    out_.html += text_.substr(at_, end - at_);
    at_ = end;
  }

  // Passes over text whose line ends stay.
  void skip(std::size_t end) {
    for (; at_ < end; ++at_) {
      if (text_[at_] == '\n') out_.html += '\n';
    }
  }

  // Tags and comments as they are, and the content of elements whose text is meant literally.
  void markup() {
    const std::string_view rest = text_.substr(at_);
    const std::string_view close = rest.starts_with("<!--") ? "-->" : ">";
    bool& is_missing = close == ">" ? no_more_tags_ : no_more_comments_;
    std::size_t end = is_missing ? kNone : text_.find(close, at_);
    if (end == kNone) {
      is_missing = true;
      copy(at_ + 1);
      return;
    }
    const std::string tag = ascii_lower(rest.substr(0, 9));
    copy(end + close.size());
    for (const std::string_view name : {"pre", "code", "script", "style", "textarea"}) {
      if (tag.compare(1, name.size(), name) != 0) continue;
      const char next = tag.size() > name.size() + 1 ? tag[name.size() + 1] : '>';
      if (next != '>' && next != ' ' && next != '\n') continue;
      end = text_.find("</" + std::string(name), at_);
      copy(std::min(end, text_.size()));
    }
  }

  void bracket() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("[[")) {
      escaped();
      return;
    }
    const auto code = shortcode_tag_at(rest);
    if (!code || !is_shortcode(*code)) {
      copy(at_ + 1);
    } else if (code->closes) {
      skip(at_ + code->length);
    } else {
      expand(*code);
    }
  }

  // `[[gallery]]` shows a shortcode as text.
  void escaped() {
    const auto code = shortcode_tag_at(text_.substr(at_ + 1));
    const bool is_escaped = code && text_.substr(at_ + 1 + code->length).starts_with(']');
    if (!is_escaped) {
      copy(at_ + 1);
      return;
    }
    ++at_;
    copy(at_ + code->length);
    ++at_;
  }

  // Whether a known name is used as WordPress reads it: `[video] of the day` is text.
  bool is_known_use(const ShortcodeTag& code) const {
    const ShortcodeKind kind = kind_of_shortcode(code.name);
    if (code.closes || kind == ShortcodeKind::gallery || kind == ShortcodeKind::unshown) {
      return true;
    }
    if (closing_of(code)) return true;
    if (kind == ShortcodeKind::code || kind == ShortcodeKind::caption) return false;
    const bool is_id = code.values.size() == 1 && kind == ShortcodeKind::frame;
    return !code.attributes.empty() || is_id ||
           (!code.values.empty() && code.values.front().find("//") != kNone);
  }

  bool is_shortcode(const ShortcodeTag& code) const {
    if (kind_of_shortcode(code.name) != ShortcodeKind::unknown) return is_known_use(code);
    if (code.closes) return opened_.contains(code.name);
    if (!code.attributes.empty() || closing_of(code)) return true;
    const bool is_compound = code.name.find_first_of("_-") != kNone;
    return is_compound && code.values.empty() && stands_alone(code);
  }

  bool stands_alone(const ShortcodeTag& code) const {
    const std::size_t before = at_ == 0 ? kNone : text_.find_last_not_of(" \t", at_ - 1);
    const std::size_t after = text_.find_first_not_of(" \t", at_ + code.length);
    const auto is_edge = [&](std::size_t at) {
      return at == kNone || text_[at] == '\n' || text_[at] == '>' || text_[at] == '<';
    };
    return is_edge(before) && is_edge(after);
  }

  std::optional<std::size_t> closing_of(const ShortcodeTag& code) const {
    const auto found = closings_.find(code.name);
    if (found == closings_.end()) return std::nullopt;
    const auto next = std::upper_bound(found->second.begin(), found->second.end(), at_);
    if (next == found->second.end()) return std::nullopt;
    return *next;
  }

  // The text between the tags; empty where there is no closing one.
  std::string_view content_of(const ShortcodeTag& code) const {
    const auto close = closing_of(code);
    const std::size_t begin = at_ + code.length;
    return close && *close >= begin ? text_.substr(begin, *close - begin) : std::string_view();
  }

  // Past the shortcode, its content and its closing tag.
  void skip_with_content(const ShortcodeTag& code) {
    const auto close = closing_of(code);
    const std::size_t end =
        close ? std::min(text_.find(']', *close), text_.size() - 1) + 1 : at_ + code.length;
    skip(end);
  }

  void expand(const ShortcodeTag& code) {
    switch (kind_of_shortcode(code.name)) {
      case ShortcodeKind::caption:
        return caption(code);
      case ShortcodeKind::gallery:
        gallery(code);
        return skip(at_ + code.length);
      case ShortcodeKind::frame:
        return frame(code);
      case ShortcodeKind::player:
        return player(code);
      case ShortcodeKind::code:
        return code_block(code);
      case ShortcodeKind::unshown:
      case ShortcodeKind::unknown:
        break;
    }
    ++out_.unknown[code.name];
    opened_.insert(code.name);
    skip(at_ + code.length);
  }

  void nested(std::string_view inside) {
    if (nesting_ >= kMaxNesting) {
      out_.html += inside;
      return;
    }
    Expander(inside, post_id_, attachments_, out_, nesting_ + 1).run();
  }

  // `[caption width="300"]<img> words[/caption]`, or with the words in an attribute as once.
  void caption(const ShortcodeTag& code) {
    const std::string_view inside = content_of(code);
    if (inside.empty()) {
      skip_with_content(code);
      return;
    }
    const std::string lower = ascii_lower(inside);
    std::size_t end = lower.find("<img");
    if (end != kNone) end = lower.find('>', end);
    end = end == kNone ? 0 : end + 1;
    const std::size_t link_end = lower.find("</a>", end);
    const bool is_linked = link_end != kNone && lower.substr(0, end).find("<a") != kNone;
    if (is_linked) end = link_end + 4;
    out_.html += "<figure>";
    nested(inside.substr(0, end));
    out_.html += "<figcaption>";
    const std::string words = attribute_of(code, {"caption"});
    nested(is_blank(inside.substr(end)) ? std::string_view(words) : inside.substr(end));
    out_.html += "</figcaption></figure>";
    at_ = text_.find(']', *closing_of(code)) + 1;
  }

  static bool is_blank(std::string_view text) { return trim_ascii(text).empty(); }

  std::vector<std::string> gallery_ids(const ShortcodeTag& code) const {
    std::vector<std::string> ids;
    const std::string list = attribute_of(code, {"ids", "include"});
    for (std::size_t at = 0; at < list.size();) {
      const std::size_t end = std::min(list.find(',', at), list.size());
      std::string id(trim_ascii(std::string_view(list).substr(at, end - at)));
      if (!id.empty()) ids.push_back(std::move(id));
      at = end + 1;
    }
    const auto own = attachments_.ids_of_post.find(std::string(post_id_));
    if (list.empty() && own != attachments_.ids_of_post.end()) ids = own->second;
    return ids;
  }

  // A figure for each picture, for each may have words of its own.
  void gallery(const ShortcodeTag& code) {
    for (const std::string& id : gallery_ids(code)) {
      const auto picture = attachments_.by_id.find(id);
      if (picture == attachments_.by_id.end()) {
        ++out_.missing_attachments;
        continue;
      }
      out_.html += attachment_html(picture->second);
    }
  }

  // The address in the content, in `src` or `url`, or alone; a video's id becomes an address.
  void frame(const ShortcodeTag& code) {
    const std::string address = frame_address(code, content_of(code));
    if (address.find("//") == kNone || address.find_first_of("<>\n") != kNone) {
      ++out_.unknown[code.name];
      const bool has_words = !content_of(code).empty() && address.find('\n') != kNone;
      has_words ? skip(at_ + code.length) : skip_with_content(code);
      return;
    }
    out_.html += "<iframe src=" + in_quotes(address) + "></iframe>";
    skip_with_content(code);
  }

  void player(const ShortcodeTag& code) {
    const std::string address = recording_address(code);
    if (address.empty()) {
      ++out_.unknown[code.name];
    } else {
      out_.html += "<" + code.name + " src=" + in_quotes(address) + "></" + code.name + ">";
    }
    skip_with_content(code);
  }

  void code_block(const ShortcodeTag& code) {
    std::string language = attribute_of(code, {"language", "lang"});
    if (language.empty() && !code.values.empty()) language = code.values.front();
    out_.html += "<pre><code class=" + in_quotes("language-" + language) + ">";
    std::string_view inside = content_of(code);
    const std::size_t close = *closing_of(code);
    out_.html += replaced_all(inside, "<", "&lt;");
    out_.html += "</code></pre>";
    at_ = text_.find(']', close) + 1;
  }

  std::string_view text_, post_id_;
  const BlogAttachments& attachments_;
  ExpandedShortcodes& out_;
  int nesting_;
  std::unordered_map<std::string, std::vector<std::size_t>> closings_;
  std::unordered_set<std::string> opened_;  // unknown ones met so far
  std::size_t at_ = 0;
  bool no_more_tags_ = false, no_more_comments_ = false;  // no `>`, no `-->` follows
};

}  // namespace

ExpandedShortcodes expand_shortcodes(std::string_view content, std::string_view post_id,
                                     const BlogAttachments& attachments) {
  ExpandedShortcodes out;
  Expander(content, post_id, attachments, out, 0).run();
  return out;
}

}  // namespace munjip
