#include "book/isbn.h"

#include <doctest/doctest.h>

using namespace munjip;

// The examples of the ISBN Users' Manual, 7th edition: 978-0-306-40615-7 and 0-306-40615-2.
TEST_CASE("the check digit decides") {
  CHECK(is_valid_isbn("978-0-306-40615-7"));
  CHECK(is_valid_isbn("9780306406157"));
  CHECK_FALSE(is_valid_isbn("978-0-306-40615-8"));
  CHECK(is_valid_isbn("0-306-40615-2"));
  CHECK_FALSE(is_valid_isbn("0-306-40615-3"));
  CHECK(is_valid_isbn("0-8044-2957-x"));
  CHECK_FALSE(is_valid_isbn("X306406152"));
}

TEST_CASE("what is no ISBN at all") {
  CHECK_FALSE(is_valid_isbn(""));
  CHECK_FALSE(is_valid_isbn("1234567890123"));  // neither 978 nor 979
  CHECK_FALSE(is_valid_isbn("978-89"));
  CHECK_FALSE(is_valid_isbn("ISBN 978-0-306-40615-7"));
}
