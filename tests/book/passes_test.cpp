#include "book/passes.h"

#include <doctest/doctest.h>

#include "book/build_posts.h"

using namespace munjip;
using namespace munjip::testing;

TEST_CASE("every pass has a name and a reason") {
  for (const Pass& pass : passes()) {
    CHECK_FALSE(pass.name.empty());
    CHECK_FALSE(pass.why.empty());
    CHECK((pass.run != nullptr));
  }
}
