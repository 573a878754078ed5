// Names and addresses inside a package: ids, and web addresses that EPUBCheck's URL parser accepts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace munjip {

// The id (an ASCII NCName) under which the book's anchor `anchor` stands in XHTML: the anchor
// itself where it is one, else a name made from its hash.
std::string anchor_id(std::string_view anchor);

// Ids that this stage makes itself begin with this; anchors that do are given other names.
inline constexpr std::string_view kOwnIdPrefix = "mj-";
std::string note_id(std::size_t note);
// Of the `use`th mark (from 0) of a note.
std::string note_mark_id(std::size_t note, std::size_t use);
std::string page_id(std::size_t page);

// An absolute http, https, mailto or tel URL with every character encoded that the URL Standard
// does not allow there; nothing where it cannot be one.
std::optional<std::string> web_address(std::string_view target);

// `https://blog.example.com/` of `https://blog.example.com/12`; empty where it is no web address.
std::string site_of(std::string_view address);

}  // namespace munjip
