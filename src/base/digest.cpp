#include "base/digest.h"

#include <fmt/format.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

#include <algorithm>
#include <random>

namespace munjip {

namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

// Sets the version and variant bits (RFC 9562, 4) and prints.
std::string uuid_urn(std::array<std::uint8_t, 16> id, unsigned version) {
  id[6] = static_cast<std::uint8_t>((id[6] & 0x0FU) | (version << 4));
  id[8] = static_cast<std::uint8_t>((id[8] & 0x3FU) | 0x80U);
  std::string out = "urn:uuid:";
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += fmt::format("{:02x}", id[i]);
  }
  return out;
}

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), bytes_of(bytes));
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
  std::array<std::uint8_t, 20> digest{};
  sha1_ctx context;
  sha1_init(&context);
  sha1_update(&context, bytes.size(), bytes_of(bytes));
  sha1_digest(&context, digest.size(), digest.data());
  return digest;
}

std::string sha256_hex(std::string_view bytes, std::size_t digits) {
  std::string out;
  for (const std::uint8_t byte : sha256(bytes)) out += fmt::format("{:02x}", byte);
  out.resize(std::min(digits, out.size()));
  return out;
}

std::string uuid_v5_urn(std::string_view name) {
  // The URL namespace, 6ba7b811-9dad-11d1-80b4-00c04fd430c8 (RFC 9562, 6.6).
  std::string input("\x6b\xa7\xb8\x11\x9d\xad\x11\xd1\x80\xb4\x00\xc0\x4f\xd4\x30\xc8", 16);
  input += name;
  const auto digest = sha1(input);
  std::array<std::uint8_t, 16> id{};
  std::copy_n(digest.begin(), id.size(), id.begin());
  return uuid_urn(id, 5);
}

std::string random_uuid_urn() {
  std::random_device random;
  std::array<std::uint8_t, 16> id{};
  for (std::uint8_t& byte : id) byte = static_cast<std::uint8_t>(random() & 0xFFU);
  return uuid_urn(id, 4);
}

}  // namespace munjip
