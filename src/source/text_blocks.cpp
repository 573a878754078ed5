#include "source/text_blocks.h"

#include <iterator>

#include "source/html_content_reader.h"
#include "source/tistory.h"

namespace munjip {

namespace {

using Recogniser = std::optional<TakenBlock> (*)(Chunks, std::size_t);

// In this order: what has the more particular form comes first.
constexpr Recogniser kRecognisers[] = {take_code, take_table, take_link_card, take_list,
                                       take_heading};

// `[##_File|...|_##]`, left in a text that was copied from the editor.
Blocks read_tokens(std::string_view text, SourcePos at, const SourceText& source, Post& post,
                   Diagnostics& diagnostics) {
  const HtmlTree no_tree{std::string()};
  const HtmlContentOptions options;
  ContentReader reader(no_tree, source, options, post, diagnostics);
  FlowBuilder flow;
  read_tistory_tokens(reader, text, at, flow, {});
  return flow.take({});
}

}  // namespace

std::vector<TextChunk> chunks_of(std::span<const TextLine> lines) {
  std::vector<TextChunk> chunks;
  TextChunk next;
  for (const TextLine& line : lines) {
    if (!line.is_blank()) {
      next.lines.push_back(line);
      continue;
    }
    if (!next.lines.empty()) {
      chunks.push_back(std::move(next));
      next = {};
    }
    ++next.gap;
    next.after_spacer = next.after_spacer || line.is_spacer();
  }
  if (!next.lines.empty()) chunks.push_back(std::move(next));
  return chunks;
}

void read_text_blocks(std::span<const TextLine> lines, const SourceText& source, Post& post,
                      Diagnostics& diagnostics) {
  std::vector<TextChunk> chunks = with_lead_ins_apart(chunks_of(lines));
  mark_numbered_headings(chunks);
  for (std::size_t at = 0; at < chunks.size();) {
    const TextChunk& chunk = chunks[at];
    if (chunk.is_single() && has_tistory_tokens(chunk.first().text)) {
      Blocks blocks = read_tokens(chunk.first().text, chunk.at(), source, post, diagnostics);
      std::move(blocks.begin(), blocks.end(), std::back_inserter(post.body));
      ++at;
      continue;
    }
    if (chunk.is_single() && is_divider(chunk.first().text)) {
      post.body.push_back({Divider{}, {}, {}, chunk.at()});
      ++at;
      continue;
    }
    std::optional<TakenBlock> taken;
    for (const Recogniser recogniser : kRecognisers) {
      taken = recogniser(chunks, at);
      if (taken) break;
    }
    if (taken) {
      post.body.push_back(std::move(taken->block));
      at = taken->end;
    } else {
      add_prose(chunk.lines, post.body);
      ++at;
    }
  }
}

}  // namespace munjip
