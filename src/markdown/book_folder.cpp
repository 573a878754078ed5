#include "markdown/book_folder.h"

#include <fmt/format.h>

#include <set>

#include "base/file_io.h"
#include "book/walk.h"
#include "markdown/names.h"
#include "markdown/post_file.h"
#include "media/image.h"

namespace munjip {

namespace fs = std::filesystem;

namespace {

std::string ending_of(const std::string& bytes) {
  const auto info = probe_image(bytes);
  return std::string(info ? file_ending(info->format) : std::string_view(".bin"));
}

// Where links lead to within the book; headings that no link names need no name.
std::set<std::string> linked_places(const Book& book) {
  std::set<std::string> places;
  for_each_post(book, [&](const Post& post) {
    for_each_body(post, [&](const Blocks& body) {
      for_each_run(body, [&](const Inlines& run) {
        for_each_inline(run, [&](const Inline& in) {
          const auto* link = std::get_if<Link>(&in.is);
          if (link != nullptr && link->target.starts_with('#')) {
            places.insert(link->target.substr(1));
          }
        });
      });
    });
  });
  return places;
}

// A style sheet of the author's stays where it is, with what it imports.
fs::path style_from(const fs::path& style, const fs::path& folder, const fs::path& target) {
  std::error_code error;
  const fs::path file = folder / style;
  if (style.empty() || style.is_absolute() || !fs::is_regular_file(file, error)) return style;
  return fs::absolute(file).lexically_normal().lexically_relative(
      fs::absolute(target).lexically_normal());
}

// The manifest of the folder: the book's data as it was made, and its posts by name in their order.
Manifest manifest_of(const Book& book, const Manifest& manifest, const BookNames& names,
                     const fs::path& target) {
  Manifest out = manifest;
  out.info = book.info;
  out.file = target / "book.toml";
  out.folder = target;
  out.single_files.clear();
  out.style = style_from(manifest.style, manifest.folder, target);
  for (OutputSpec& output : out.outputs) {
    output.style = style_from(output.style, manifest.folder, target);
  }
  out.parts.clear();
  for (const Part& part : book.parts) {
    PartSpec& spec = out.parts.emplace_back();
    spec.title = part.title;
    spec.posts.order = PostOrder::as_listed;
    for (const Post& post : part.posts) spec.posts.patterns.push_back(names.file_of_post(post.id));
  }
  return out;
}

}  // namespace

BookFolder make_book_folder(const Book& book, const Manifest& manifest, const fs::path& target,
                            Language language) {
  std::map<std::string, std::string> endings;
  for (const auto& [name, resource] : book.resources) {
    endings[name] = ending_of(resource.file.empty() ? resource.bytes : read_file(resource.file));
  }
  const BookNames names(book, endings);
  Manifest written = manifest_of(book, manifest, names, target);
  BookFolder folder;
  folder.files.push_back({"book.toml"});
  const std::set<std::string> places = linked_places(book);
  for_each_post(book, [&](const Post& post) {
    folder.files.push_back({names.file_of_post(post.id), markdown_post(post, names, places)});
  });
  for (const auto& [name, resource] : book.resources) {
    const std::string file = names.file_of_picture(name);
    if (!file.empty()) folder.files.push_back({file, resource.bytes, resource.file});
  }
  if (!book.info.cover.empty()) {
    const std::string name = "cover" + to_utf8(book.info.cover.extension());
    folder.files.push_back({name, {}, book.info.cover});
    written.info.cover = target / name;
  }
  folder.files.front().bytes = manifest_template(written, language);
  return folder;
}

}  // namespace munjip
