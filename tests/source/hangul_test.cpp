#include "source/hangul.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE("modern jamo sequences compose (Unicode 15, 3.12)") {
  CHECK(compose_hangul("\u1100\u1161") == "\uAC00");
  CHECK(compose_hangul("\u1112\u1161\u11AB\u1100\u1173\u11AF") == "\uD55C\uAE00");
  CHECK(compose_hangul("\u1100\u1161\u1102\u1161") == "\uAC00\uB098");
  CHECK(compose_hangul("\uAC00\u11A8") == "\uAC01");
  CHECK(compose_hangul("x\u1112\u1175\u11C2y") == "x\uD7A3y");
}

TEST_CASE("a cluster with an old jamo, or with one jamo too many, stays as it is") {
  for (const char* text : {
           "\u1100\u1161\u11F0",        // old final
           "\u1112\u119E\u11AB",        // arae-a
           "\u1140\u1161",              // old initial
           "\u1109\u1100\u1161",        // two initials: an old cluster spelt out
           "\u1100\u1161\u11A8\u11F9",  // modern final, then an old one
           "\u1100\u1169\u1163",        // two vowels
           "\uAC00\u11F0",              // syllable and old final
           "\uA960\u1161",              // extended A
           "\u1100\u1161\uD7CB",        // extended B
           "\u1100",
           "\u1161\u11A8",
       }) {
    CHECK(compose_hangul(text) == text);
  }
}

TEST_CASE("nothing else is normalised") {
  // U+F900 is canonically U+8C48; NFC would lose it.
  CHECK(compose_hangul("\uF900 e\u0301 \u1100\u1161") == "\uF900 e\u0301 \uAC00");
  // Tone marks do not belong to the syllable's jamo.
  CHECK(compose_hangul("\u1100\u1161\u302E") == "\uAC00\u302E");
}
