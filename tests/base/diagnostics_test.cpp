#include "base/diagnostics.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE(
    "a diagnostic prints as file:line:column: severity: text, with hints below, in both "
    "languages") {
  Diagnostics diagnostics;
  diagnostics.warn({"글/a.md", {3, 7}}, message("모르는 이름: {}", "unknown name: {}", "trimm"),
                   {message("혹시 ‘{}’인가요?", "did you mean '{}'?", "trim")});
  CHECK(to_string(diagnostics.all()[0], Language::english) ==
        "글/a.md:3:7: warning: unknown name: trimm\n  hint: did you mean 'trim'?\n");
  CHECK(to_string(diagnostics.all()[0], Language::korean) ==
        "글/a.md:3:7: 주의: 모르는 이름: trimm\n  도움말: 혹시 ‘trim’인가요?\n");
}

TEST_CASE("unknown parts of a place are left out") {
  CHECK(to_string({Severity::error, {}, message("가", "a"), {}, Loss::none}, Language::english) ==
        "error: a\n");
  CHECK(to_string({Severity::note, {"x", {}}, message("가", "a"), {}, Loss::none},
                  Language::english) == "x: note: a\n");
  CHECK(to_string({Severity::note, {"x", {4, 0}}, message("가", "a"), {}, Loss::none},
                  Language::english) == "x:4: note: a\n");
}

TEST_CASE("repetitions are removed, order is kept, loss is remembered") {
  Diagnostics diagnostics;
  diagnostics.warn({"b", {}}, message("둘", "two"));
  diagnostics.lost({"a", {}}, message("하나", "one"));
  diagnostics.warn({"b", {}}, message("둘", "two"));
  const auto kept = without_duplicates(diagnostics.all());
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].text.en == "two");
  CHECK(kept[1].text.en == "one");
  CHECK(diagnostics.content_lost());
  CHECK(diagnostics.count(Severity::warning) == 3);
}
