#include "cli/each.h"

#include <algorithm>

#include "base/file_io.h"
#include "base/file_names.h"
#include "base/parallel.h"
#include "base/xml_escape.h"
#include "book/single.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

struct SinglePost {
  const Post* post;
  std::string name;  // of its files, without extension
};

std::vector<SinglePost> single_posts(const Book& book) {
  std::vector<SinglePost> posts;
  FileNames names;
  names.unique("index");  // the list's own name
  for (const Part& part : book.parts) {
    for (const Post& post : part.posts) posts.push_back({&post, names.unique(post.title)});
  }
  return posts;
}

BookResult write_single(const Book& book, std::span<const PreparedOutput> outputs,
                        const SinglePost& single, const fs::path& folder,
                        const Workshop& workshop) {
  BookResult result;
  try {
    write_outputs(single_post_book(book, *single.post), outputs, folder / single.name, 1, workshop,
                  result);
  } catch (const Error& error) {
    result.diagnostics.add(error.diagnostic());
    result.code = error.code();
  }
  return result;
}

// A relative address: everything but unreserved characters of RFC 3986 is percent-encoded.
std::string address_of(const fs::path& file) {
  std::string out;
  for (const char c : file.filename().string()) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (is_plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string index_page(const Book& book, const std::vector<SinglePost>& posts,
                       const std::vector<BookResult>& results) {
  const std::string title = xml_escaped(book.info.title);
  std::string page = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "name=\"viewport\" content=\"width=device-width\">\n"
      "<title>{1}</title>\n<style>\nbody {{ max-width: 40em; margin: 2em auto; padding: 0 1em; "
      "line-height: 1.7; word-break: keep-all; }}\n"
      "time {{ opacity: .7; }}\n</style>\n</head>\n<body>\n<h1>{1}</h1>\n<ol>\n",
      xml_escaped(book.info.language), title);
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const Post& post = *posts[i].post;
    page += "<li>" + xml_escaped(post.title);
    if (post.published) {
      page += fmt::format(" <time datetime=\"{}\">{}</time>", iso_8601(*post.published),
                          xml_escaped(date_for_readers(*post.published, book.info.language)));
    }
    for (const OutputFile& file : results[i].files) {
      const bool is_pdf = file.file.extension() == ".pdf";
      page += fmt::format(" <a href=\"{}\">{}</a>", address_of(file.file), is_pdf ? "PDF" : "EPUB");
    }
    page += "</li>\n";
  }
  return page + "</ol>\n</body>\n</html>\n";
}

}  // namespace

void write_each(const Book& book, std::span<const PreparedOutput> outputs, const fs::path& folder,
                const Workshop& workshop, BookResult& result) {
  // The files bear the posts' names, not the book's.
  std::vector<PreparedOutput> unnamed(outputs.begin(), outputs.end());
  for (PreparedOutput& output : unnamed) output.spec.name.clear();
  const std::vector<SinglePost> posts = single_posts(book);
  std::vector<BookResult> results =
      map_parallel(std::span<const SinglePost>(posts), workshop.options.jobs, result.diagnostics,
                   [&](const SinglePost& single, Diagnostics&) {
                     workshop.progress.show(message("『{}』", "\"{}\"", single.post->title));
                     return write_single(book, unnamed, single, folder, workshop);
                   });
  const std::string index = index_page(book, posts, results);
  for (BookResult& single : results) {
    result.pages += single.pages;
    result.code = std::max(result.code, single.code);
    result.diagnostics.merge(std::move(single.diagnostics));
    result.files.insert(result.files.end(), single.files.begin(), single.files.end());
  }
  const fs::path file = folder / "index.html";
  write_file(file, index);
  result.files.push_back({file, index.size()});
}

}  // namespace munjip
