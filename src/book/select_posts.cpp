#include "book/select_posts.h"

#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/file_io.h"
#include "book/glob.h"
#include "book/order_posts.h"
#include "book/post_path.h"

namespace munjip {

namespace {

constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

// `backup.zip` of `backup.zip/12/12-title.html`, a post in an archive: who names the archive means
// its posts. Empty for any other path.
std::string archive_of(const std::string& path) {
  constexpr std::string_view kInArchive = ".zip/";
  const std::size_t at = path.find(kInArchive);
  return at == std::string::npos ? std::string() : path.substr(0, at + kInArchive.size() - 1);
}

// A list of patterns, made so that a list of ten thousand file names costs no more than ten
// thousand look-ups.
class PatternList {
 public:
  explicit PatternList(const std::vector<std::string>& patterns) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      Glob glob(patterns[i]);
      if (glob.is_plain()) {
        plain_.emplace(glob.plain_path(), i);
      } else {
        globs_.emplace_back(std::move(glob), i);
      }
    }
  }

  // The first pattern that names `path` or, where it is plain, a folder that holds it; kNone if
  // there is none.
  std::size_t first_match(const std::string& path) const {
    std::size_t first = first_plain_match(path);
    const std::string archive = archive_of(path);
    for (const auto& [glob, index] : globs_) {
      if (index >= first) break;
      if (glob.matches(path) || (!archive.empty() && glob.matches(archive))) return index;
    }
    return first;
  }

 private:
  std::size_t first_plain_match(const std::string& path) const {
    std::size_t first = kNone;
    if (plain_.empty()) return first;
    for (std::size_t end = path.size(); end != std::string::npos && end > 0;
         end = path.rfind('/', end - 1)) {
      const auto found = plain_.find(path.substr(0, end));
      if (found != plain_.end()) first = std::min(first, found->second);
    }
    if (const auto all = plain_.find("."); all != plain_.end())
      first = std::min(first, all->second);
    return first;
  }

  std::unordered_map<std::string, std::size_t> plain_;  // looked up only, never iterated
  std::vector<std::pair<Glob, std::size_t>> globs_;
};

// Tistory writes categories as `upper/lower`: a filter of `upper` takes both.
bool is_category(std::string_view category, std::string_view wanted) {
  return category == wanted || (category.size() > wanted.size() && category.starts_with(wanted) &&
                                category[wanted.size()] == '/');
}

bool is_in_categories(const Post& post, const std::vector<std::string>& categories) {
  return categories.empty() ||
         std::any_of(categories.begin(), categories.end(),
                     [&](const std::string& name) { return is_category(post.category, name); });
}

bool has_any_tag(const Post& post, const std::vector<std::string>& tags) {
  return tags.empty() || std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
           return std::find(post.tags.begin(), post.tags.end(), tag) != post.tags.end();
         });
}

// Whole days, as the author's calendar shows them.
bool is_in_period(const Post& post, const Selection& selection) {
  if (!selection.from && !selection.to) return true;
  if (!post.published) return false;
  const auto day = [](const DateTime& moment) {
    return std::tuple(moment.year, moment.month, moment.day);
  };
  return (!selection.from || day(*post.published) >= day(*selection.from)) &&
         (!selection.to || day(*post.published) <= day(*selection.to));
}

// Whether the selection says anything at all about which posts it wants.
bool asks_for_all(const Selection& selection) {
  return selection.patterns.empty() && selection.categories.empty() && selection.tags.empty() &&
         !selection.from && !selection.to;
}

std::string part_name(const PartSpec& part, std::size_t number) {
  return part.title.empty() ? std::to_string(number) : "\"" + part.title + "\"";
}

class Selector {
 public:
  Selector(const Manifest& manifest, const std::vector<Post>& posts, Diagnostics& diagnostics)
      : manifest_(manifest),
        posts_(posts),
        diagnostics_(diagnostics),
        is_taken_(posts.size(), false) {
    paths_.reserve(posts.size());
    for (const Post& post : posts) paths_.push_back(path_in_book(manifest.folder, post.file));
  }

  std::vector<std::vector<std::size_t>> run() {
    std::vector<std::vector<std::size_t>> parts;
    for (const PartSpec& part : manifest_.parts) {
      std::vector<OrderedPost> chosen = choose(part, parts.size() + 1);
      order_posts(chosen, part.posts);
      std::vector<std::size_t>& indices = parts.emplace_back();
      for (const OrderedPost& post : chosen) {
        indices.push_back(post.index);
        is_taken_[post.index] = true;
      }
    }
    return parts;
  }

 private:
  std::vector<OrderedPost> choose(const PartSpec& part, std::size_t number) {
    const Selection& selection = part.posts;
    const PatternList wanted(selection.patterns);
    const PatternList unwanted(selection.exclude);
    std::vector<bool> is_used(selection.patterns.size(), false);
    std::vector<OrderedPost> chosen;
    std::size_t repeated = 0;
    for (std::size_t i = 0; i < posts_.size(); ++i) {
      const bool takes_all = selection.patterns.empty();
      const std::size_t pattern = takes_all ? 0 : wanted.first_match(paths_[i]);
      if (pattern == kNone) continue;
      if (!takes_all) is_used[pattern] = true;
      if (unwanted.first_match(paths_[i]) != kNone) continue;
      if (!is_in_categories(posts_[i], selection.categories) ||
          !has_any_tag(posts_[i], selection.tags) || !is_in_period(posts_[i], selection)) {
        continue;
      }
      if (is_taken_[i]) {
        ++repeated;
      } else {
        chosen.push_back({i, pattern, &posts_[i], &paths_[i]});
      }
    }
    warn_unused(selection, is_used);
    if (repeated > 0 && !asks_for_all(selection)) warn_repeated(part, number, repeated);
    if (chosen.empty() && manifest_.parts.size() > 1) warn_empty(part, number);
    return chosen;
  }

  void warn_unused(const Selection& selection, const std::vector<bool>& is_used) {
    for (std::size_t i = 0; i < is_used.size(); ++i) {
      if (is_used[i]) continue;
      diagnostics_.lost(
          selection.at,
          message("`{}`에 맞는 글이 없습니다", "no post matches `{}`", selection.patterns[i]),
          {message("책 폴더에서 시작하는 경로인지 확인하세요. 예: posts/*.html",
                   "paths start from the book's folder, as in posts/*.html")});
    }
  }

  void warn_repeated(const PartSpec& part, std::size_t number, std::size_t count) {
    diagnostics_.warn(
        part.posts.at,
        message("부 {}: 글 {}편은 앞의 부에 이미 있어 다시 싣지 않았습니다",
                "part {}: posts that an earlier part has already are not repeated ({})",
                part_name(part, number), count),
        {message("한 글은 한 번만 실립니다. exclude로 빼거나 앞의 부를 좁히세요",
                 "a post stands once; leave it out with exclude, or narrow the earlier part")});
  }

  void warn_empty(const PartSpec& part, std::size_t number) {
    diagnostics_.warn(part.posts.at,
                      message("부 {}에 실을 글이 없어 그 부를 뺐습니다",
                              "part {} has no posts and was left out", part_name(part, number)));
  }

  const Manifest& manifest_;
  const std::vector<Post>& posts_;
  Diagnostics& diagnostics_;
  std::vector<bool> is_taken_;
  std::vector<std::string> paths_;
};

}  // namespace

std::vector<std::vector<std::size_t>> select_posts(const Manifest& manifest,
                                                   const std::vector<Post>& posts,
                                                   Diagnostics& diagnostics) {
  return Selector(manifest, posts, diagnostics).run();
}

}  // namespace munjip
