// Substack's export keeps the bodies of posts and the facts about them apart.
#pragma once

#include "source/reader.h"

namespace munjip {

// Where `posts.csv` lies beside a body (or one folder above it, within the book's folder): title
// and date of the row with the body's name.
void read_substack_table(const SourceText& source, Post& post);

}  // namespace munjip
