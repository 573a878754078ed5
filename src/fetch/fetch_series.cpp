#include "fetch/fetch_series.h"

#include <algorithm>
#include <deque>
#include <set>

#include "base/digest.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/file_names.h"
#include "base/utf8.h"
#include "book/resolve_address.h"
#include "book/web_address.h"
#include "fetch/fetch_index.h"
#include "fetch/post_lists.h"
#include "media/image.h"
#include "source/page_links.h"
#include "source/saved_page.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxSitemaps = 100;
constexpr std::size_t kPostsBetweenSaves = 20;
constexpr std::size_t kMaxPicturesOfPage = 1000;
constexpr std::size_t kMaxNameBytes = 80;
// Lists of posts are kept here, where build does not look.
const std::string kListFolder = ".munjip-lists";

// `entry-title.html` for `/entry/title`: the page's path, readable, on any file system.
std::string page_name(const std::string& address) {
  std::string path = percent_decoded(path_of(address));
  std::replace_if(
      path.begin(), path.end(),
      [](char c) { return std::string_view("/?&=@#[]{}").find(c) != std::string_view::npos; }, '-');
  path.erase(0, std::min(path.find_first_not_of('-'), path.size()));
  if (path.ends_with(".html")) path.erase(path.size() - 5);
  if (path.empty()) path = percent_decoded(origin_of(address)).substr(8);
  return safe_file_name(utf8_prefix(path, kMaxNameBytes));
}

class SeriesFetcher {
 public:
  SeriesFetcher(const fs::path& folder, const FetchOptions& options, Diagnostics& diagnostics)
      : folder_(folder),
        options_(options),
        diagnostics_(diagnostics),
        visitor_(options.limits, options.manners),
        index_(FetchIndex::load(folder)) {}

  FetchedSeries run(const std::vector<std::string>& addresses) {
    for (const std::string& address : addresses) start(address);
    while (!lists_.empty()) {
      const List list = std::move(lists_.front());
      lists_.pop_front();
      read_list(list.address, list.pages_before);
    }
    while (!posts_.empty()) {
      const std::string address = std::move(posts_.front());
      posts_.pop_front();
      if (const auto page = get_page(address)) keep_post(address, *page);
      if (posts_.size() % kPostsBetweenSaves == 0) index_.save(folder_);
    }
    index_.save(folder_);
    return std::move(series_);
  }

 private:
  struct List {
    std::string address;
    std::size_t pages_before = 0;  // of the same list
  };
  struct Page {
    std::string bytes, address;  // after redirects
    FetchedFile known;           // what the index is to hold of it
    bool is_new = false;
  };

  // ---- lists ----

  void start(const std::string& given) {
    const auto address = resolve_address({}, clean_web_address(given).value_or(given));
    if (!address) {
      throw Error(ExitCode::usage, {given, {}},
                  message("웹 주소가 아닙니다", "this is no web address"),
                  {message("https://로 시작하는 주소를 쓰세요",
                           "write an address that begins with https://")});
    }
    add_list(*address, 0);
  }

  void add_list(const std::string& address, std::size_t pages_before) {
    if (!seen_lists_.insert(address).second || pages_before >= options_.max_list_pages) return;
    lists_.push_back({address, pages_before});
  }

  // A feed, a sitemap, or a page: of posts, or of one.
  void read_list(const std::string& address, std::size_t pages_before) {
    const auto page = get_page(address);
    if (!page) return;
    if (const auto list = read_post_list(page->bytes)) {
      remember_list(address, *page);
      add_posts(*list, page->address);
      return;
    }
    const PageLinks links = read_page_links(page->bytes, page->address);
    if (links.is_post) {
      if (seen_.insert(address_key(address)).second) keep_post(address, *page);
      return;
    }
    if (series_.title.empty()) {
      series_.title = links.site_name.empty() ? links.title : links.site_name;
    }
    remember_list(address, *page);
    for (const std::string& post : links.posts) add_post(post);
    if (links.posts.empty() && pages_before == 0) {
      diagnostics_.error({address, {}},
                         message("글도 글 목록도 아닌 페이지입니다",
                                 "this page is neither a post nor a list of posts"),
                         {message("글 하나의 주소나 피드(RSS) 주소를 쓰세요",
                                  "give the address of a post or of a feed (RSS)")});
    }
    if (!links.next.empty() && !links.posts.empty()) add_list(links.next, pages_before + 1);
  }

  void add_posts(const PostList& list, const std::string& address) {
    if (series_.title.empty()) series_.title = list.title;
    for (const ListedPost& post : list.posts) {
      if (is_too_early(post.date)) continue;
      if (const auto whole = resolve_address(address, post.address)) add_post(*whole);
    }
    for (const std::string& sitemap : list.sitemaps) {
      const auto whole = resolve_address(address, sitemap);
      if (whole && ++sitemaps_ <= kMaxSitemaps) add_list(*whole, 0);
    }
  }

  void add_post(const std::string& address) {
    if (seen_.size() >= options_.max_posts || !seen_.insert(address_key(address)).second) return;
    posts_.push_back(address);
  }

  bool is_too_early(const std::optional<DateTime>& date) const {
    return date && options_.since && unix_seconds(*date) < unix_seconds(*options_.since);
  }

  // Kept so that an unchanged one need not be sent again.
  void remember_list(const std::string& address, const Page& page) {
    if (!page.is_new) return;
    const std::string file = kListFolder + "/" + sha256_hex(address, 16);
    write_file(folder_ / file, page.bytes);
    index_.set(address, {file, page.known.etag, page.known.last_modified});
  }

  // ---- pages ----

  // From the network, or from the folder where it has not changed; nothing where it cannot be had,
  // which is told.
  std::optional<Page> get_page(const std::string& address) {
    const FetchedFile* known = index_.find(address);
    HttpRequest request{uri_of(address)};
    request.max_bytes = options_.max_page_bytes;
    if (known != nullptr) {
      request.etag = known->etag;
      request.last_modified = known->last_modified;
    }
    options_.progress(address);
    HttpAnswer answer = visitor_.get(request);
    if (answer.status == 304 && known != nullptr) {
      Page page{read_file(folder_ / path_from_utf8(known->file)), {}, *known, false};
      page.address = saved_address(page.bytes);
      if (page.address.empty()) page.address = address;
      return page;
    }
    if (answer.status == 200) {
      ++series_.pages;
      return Page{std::move(answer.body),
                  std::move(answer.address),
                  {{}, std::move(answer.etag), std::move(answer.last_modified)},
                  true};
    }
    const Message problem = answer.status == 304
                                ? message("서버가 엉뚱한 답(304)을 했습니다", "an unasked-for 304")
                                : answer.problem;
    std::vector<Message> hints;
    if (answer.failure == HttpFailure::refused_address) {
      hints.push_back(
          message("믿는 주소라면 --allow-local을 붙이세요", "add --allow-local if you trust it"));
    }
    diagnostics_.error({address, {}}, problem, std::move(hints));
    return std::nullopt;
  }

  void keep_post(const std::string& address, const Page& page) {
    const PageLinks links = read_page_links(page.bytes, page.address);
    if (is_too_early(links.published)) return;
    if (series_.title.empty()) series_.title = links.site_name;
    std::string file = page.known.file;
    if (page.is_new) {
      const bool has_mark = !saved_address(page.bytes).empty();
      const FetchedFile* known = index_.find(address);
      // What was a list before is no post's file.
      const bool has_file = known != nullptr && !known->file.starts_with(kListFolder);
      file = has_file ? known->file : free_name(address);
      write_file(folder_ / path_from_utf8(file),
                 has_mark ? page.bytes : saved_mark(page.address) + page.bytes);
      index_.set(address, {file, page.known.etag, page.known.last_modified});
    }
    ++series_.posts;
    const std::size_t count = std::min(links.pictures.size(), kMaxPicturesOfPage);
    for (std::size_t i = 0; i < count; ++i) get_picture(links.pictures[i], page.address, file);
  }

  std::string free_name(const std::string& address) const {
    const std::string name = page_name(address);
    const std::string file = name + ".html";
    return index_.is_taken(file, address) ? name + "-" + sha256_hex(address, 8) + ".html" : file;
  }

  // ---- pictures ----

  void get_picture(const std::vector<std::string>& addresses, const std::string& page,
                   const std::string& file) {
    for (const std::string& address : addresses) {
      if (find_picture_copy(folder_, {}, address)) return;
    }
    Message problem;
    for (const std::string& address : addresses) {
      if (const auto known = failed_pictures_.find(address); known != failed_pictures_.end()) {
        problem = known->second;
        continue;
      }
      HttpRequest request{uri_of(address), page};
      request.max_bytes = options_.max_picture_bytes;
      options_.progress(address);
      const HttpAnswer answer = visitor_.get(request);
      const auto info = answer.status == 200 ? probe_image(answer.body) : std::nullopt;
      if (info) {
        ++series_.pictures;
        write_file(folder_ / kPictureFolder /
                       (picture_copy_stem(address) + std::string(file_ending(info->format))),
                   answer.body);
        return;
      }
      problem = answer.status == 200 ? message("그림이 아닙니다", "no picture") : answer.problem;
      failed_pictures_[address] = problem;
    }
    diagnostics_.lost(
        {file, {}},
        Message{"그림을 받지 못했습니다: " + addresses.front() + " (" + problem.ko + ")",
                "picture not fetched: " + addresses.front() + " (" + problem.en + ")"});
  }

  const fs::path& folder_;
  const FetchOptions& options_;
  Diagnostics& diagnostics_;
  Visitor visitor_;
  FetchIndex index_;
  FetchedSeries series_;
  std::deque<List> lists_;
  std::deque<std::string> posts_;
  std::set<std::string> seen_;  // posts, by address_key
  std::set<std::string> seen_lists_;
  std::map<std::string, Message> failed_pictures_;
  std::size_t sitemaps_ = 0;
};

}  // namespace

FetchedSeries fetch_series(const std::vector<std::string>& addresses, const fs::path& folder,
                           const FetchOptions& options, Diagnostics& diagnostics) {
  return SeriesFetcher(folder, options, diagnostics).run(addresses);
}

}  // namespace munjip
