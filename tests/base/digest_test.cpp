#include "base/digest.h"

#include <doctest/doctest.h>

using namespace munjip;

TEST_CASE("SHA-256 of \"abc\" (FIPS 180-4 example)") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abc", 16) == "ba7816bf8f01cfea");
}

TEST_CASE("UUIDv5 in the URL namespace") {
  // Value from Python: uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/")
  CHECK(uuid_v5_urn("https://example.org/") == "urn:uuid:527dda32-a0de-5105-a042-cb475b5f7d11");
  CHECK(uuid_v5_urn("a") != uuid_v5_urn("b"));
}

TEST_CASE("a random UUID is a version 4 UUID and never the same") {
  const std::string id = random_uuid_urn();
  CHECK(id.size() == 45);
  CHECK(id[9 + 14] == '4');
  CHECK(id != random_uuid_urn());
}
