#include "pdf/number.h"

#include <doctest/doctest.h>

#include <clocale>

using namespace munjip;

namespace {
std::string number(double value, int decimals) {
  std::string out;
  append_number(out, value, decimals);
  return out;
}
}  // namespace

// ISO 32000-1, 7.3.3: digits with at most one point, `-.002` is allowed, exponents are not.
TEST_CASE("numbers are fixed point and say no more than needed") {
  CHECK(number(12.5, 3) == "12.5");
  CHECK(number(12, 3) == "12");
  CHECK(number(-.25, 3) == "-.25");
  CHECK(number(.001, 3) == ".001");
  CHECK(number(100.050, 3) == "100.05");
  CHECK(number(1e-9, 3) == "0");
  CHECK(number(123456789.0, 2) == "123456789");
}

TEST_CASE("a value that rounds to zero has no sign") {
  CHECK(number(-.0004, 3) == "0");
  CHECK(number(-0.0, 3) == "0");
}

TEST_CASE("halves are rounded away from zero") {
  CHECK(number(.5, 0) == "1");
  CHECK(number(-.5, 0) == "-1");
  CHECK(number(.9996, 3) == "1");
}

TEST_CASE("what was printed is what is reckoned with") {
  for (const double value : {0.0, 1.23456, -7.77777, 419.527559, 1e6 / 3}) {
    for (int decimals = 0; decimals <= 6; ++decimals) {
      CHECK(std::stod(number(value, decimals)) == doctest::Approx(printed_value(value, decimals)));
    }
  }
}

TEST_CASE("the locale's decimal comma does not get in") {
  const char* set = std::setlocale(LC_NUMERIC, "de_DE.UTF-8");
  CHECK(number(1.5, 1) == "1.5");
  std::setlocale(LC_NUMERIC, "C");
  if (set == nullptr) MESSAGE("no German locale here: checked in the C locale only");
}
