// Substack's export keeps the bodies of posts and the facts about them apart.
#pragma once

#include "source/reader.h"

namespace munjip {

// Where `posts.csv` lies beside a body (or one folder above it, within the book's folder): title
// and date of the row with the body's name. False where the row says that the post was not
// published and nobody asked for drafts.
bool read_substack_table(const SourceText& source, Post& post, Diagnostics& diagnostics);

}  // namespace munjip
