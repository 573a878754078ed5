#include "source/post_archive.h"

#include "base/error.h"
#include "base/file_io.h"
#include "source/post_names.h"

namespace munjip {

PostArchive::PostArchive(const std::filesystem::path& file)
    : shown_file_(to_utf8(file)), archive_(file) {
  std::vector<std::string> paths;
  for (const ZipEntry& entry : archive_.entries()) {
    if (!index_.emplace(entry.path, entry.index).second) continue;
    paths.push_back(entry.path);
    files_.add(entry.path, [this, index = entry.index] { return archive_.read(index); });
  }
  if (index_.contains("META-INF/container.xml") || index_.contains("[Content_Types].xml")) {
    throw Error(
        ExitCode::unreadable, {shown_file_, {}},
        message("EPUB이나 오피스 문서라서 읽지 않았습니다",
                "an EPUB or an office document, not read"),
        {message("글을 HTML이나 텍스트로 저장해서 쓰세요", "save the text as HTML or plain text")});
  }
  post_paths_ = munjip::post_paths(paths);
}

std::optional<std::string> PostArchive::read(const std::string& path) {
  const auto found = index_.find(path);
  return found == index_.end() ? std::nullopt : archive_.read(found->second);
}

void PostArchive::tell(Diagnostics& diagnostics) const {
  if (archive_.refused_count() > 0) {
    diagnostics.warn({shown_file_, {}},
                     message("ZIP 밖을 가리키거나 너무 많은 파일 {}개를 뺐습니다",
                             "files that lead out of the ZIP, or are too many, were left out: {}",
                             archive_.refused_count()));
  }
  if (post_paths_.empty()) {
    diagnostics.error(
        {shown_file_, {}}, message("ZIP 안에 글이 없습니다", "the ZIP holds no posts"),
        {message("HTML, Markdown, 텍스트 파일이나 블로그의 내보내기가 들어 있어야 합니다",
                 "it must hold HTML, Markdown, text files or a blog's export")});
  }
}

}  // namespace munjip
