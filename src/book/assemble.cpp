#include "book/assemble.h"

#include <fmt/format.h>

#include <utility>

#include "base/error.h"
#include "base/file_io.h"
#include "book/passes.h"
#include "book/select_posts.h"
#include "book/walk.h"

namespace munjip {

namespace {

std::vector<Part> make_parts(const Manifest& manifest, std::vector<Post>& posts,
                             Diagnostics& diagnostics) {
  std::vector<Part> parts;
  const auto chosen = select_posts(manifest, posts, diagnostics);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i].empty()) continue;
    Part& part = parts.emplace_back();
    part.title = manifest.parts[i].title;
    for (const std::size_t index : chosen[i]) part.posts.push_back(std::move(posts[index]));
  }
  return parts;
}

[[noreturn]] void throw_no_posts(const Manifest& manifest, bool were_there_any) {
  const auto& place = manifest.file.empty() ? manifest.folder : manifest.file;
  if (were_there_any) {
    throw Error(ExitCode::usage, {to_utf8(place), {}},
                message("조건에 맞는 글이 하나도 없습니다", "no post is left for the book"),
                {message("posts, exclude, category, tag, from, to를 확인하세요",
                         "look at posts, exclude, category, tag, from and to")});
  }
  throw Error(ExitCode::unreadable, {to_utf8(place), {}},
              message("글이 하나도 없습니다", "there are no posts"),
              {message("HTML, 마크다운, 텍스트 파일이 있는 폴더를 주세요",
                       "give a folder with HTML, Markdown or text files")});
}

void number_posts(Book& book) {
  std::size_t number = 0;
  for_each_post(book, [&](Post& post) { post.id = fmt::format("post-{}", ++number); });
}

// The same bytes have the same name, so that a picture of several posts is one.
void gather_resources(Book& book) {
  for_each_post(book, [&](Post& post) {
    for (Resource& resource : post.resources) {
      std::string name = resource.name;
      book.resources.try_emplace(std::move(name), std::move(resource));
    }
    post.resources.clear();
  });
}

}  // namespace

Book assemble_book(const Manifest& manifest, std::vector<Post> posts, Diagnostics& diagnostics) {
  Book book;
  book.info = manifest.info;
  book.notes = manifest.notes;
  book.parts = make_parts(manifest, posts, diagnostics);
  if (book.parts.empty()) throw_no_posts(manifest, !posts.empty());
  number_posts(book);
  gather_resources(book);
  for (const Pass& pass : passes()) pass.run(book, manifest, diagnostics);
  return book;
}

}  // namespace munjip
