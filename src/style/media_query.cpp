#include "style/media_query.h"

#include <algorithm>

#include "base/ascii.h"
#include "style/value_reader.h"

namespace munjip::css {

namespace {

struct Query {
  bool matches_print = false, is_print = false;
};

Query match_query(std::span<const Token> query) {
  ValueReader in(query);
  const bool is_negated = in.take_word("not");
  in.take_word("only");
  const Token type = in.peek().kind == TokenKind::ident ? in.take() : Token();
  const bool has_features = !in.at_end();
  const bool is_print = equals_ignoring_case(type.text, "print");
  const bool fits = (is_print || equals_ignoring_case(type.text, "all")) && !has_features;
  return {fits != is_negated, is_print && !is_negated};
}

}  // namespace

MediaMatch match_media(std::span<const Token> queries) {
  if (ValueReader(queries).at_end()) return {};
  MediaMatch match{false, true};
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= queries.size(); ++i) {
    if (i < queries.size()) {
      const TokenKind kind = queries[i].kind;
      depth += kind == TokenKind::open_paren || kind == TokenKind::function ? 1 : 0;
      depth -= kind == TokenKind::close_paren ? 1 : 0;
      if (kind != TokenKind::comma || depth > 0) continue;
    }
    const Query query = match_query(queries.subspan(begin, i - begin));
    match.pdf = match.pdf || query.matches_print;
    match.print_only = match.print_only && query.is_print;
    begin = i + 1;
  }
  return match;
}

}  // namespace munjip::css
