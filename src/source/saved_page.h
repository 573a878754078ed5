// Pages saved from the web: how they say where they came from, and where the copies of their
// pictures lie.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace munjip {

// The folder of the copies, within the book's.
inline constexpr std::string_view kPictureFolder = "pictures";

// The line that browsers put at the top of a page that they save, `<!-- saved from url=(0023)...
// -->` (Microsoft's "mark of the web").
std::string saved_mark(std::string_view address);
// The address in it; empty where the page has none.
std::string saved_address(std::string_view html);

// What the copy of a picture is called, without the ending that tells its format. A signature in
// the query that is another one at each visit makes no difference.
std::string picture_copy_stem(std::string_view address);
// The copy of the picture at `address` within the book's folder, if there is one. `page` is the
// address of the page that names it, empty where it is not known.
std::optional<std::filesystem::path> find_picture_copy(const std::filesystem::path& folder,
                                                       std::string_view page,
                                                       std::string_view address);

}  // namespace munjip
