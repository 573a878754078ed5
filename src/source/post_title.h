// What a post is called that has no title of its own.
#pragma once

#include <filesystem>
#include <string>

#include "book/book.h"

namespace munjip {

// From the file's name: without extension, date and leading number, underscores as spaces
// (`03_봄_나들이.txt` → `봄 나들이`). Empty where nothing is left but digits, or a name that says
// nothing (`index`).
std::string title_from_name(const std::filesystem::path& file);

// The first words of the text, up to about 30 characters; empty where there is no text.
std::string title_from_text(const Post& post);

}  // namespace munjip
