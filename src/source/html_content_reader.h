// The walk from an HTML tree to blocks (html_content*.cpp), and what readers of single platforms
// may ask of it. One reader reads one fragment on one thread.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "book/element_selector.h"
#include "source/flow_builder.h"
#include "source/html_content.h"
#include "source/html_furniture.h"
#include "source/html_notes.h"
#include "source/html_tree.h"
#include "source/pictures.h"

namespace munjip {

class ContentReader {
 public:
  // Keeps references to all of its arguments but the options.
  ContentReader(const HtmlTree& tree, const SourceText& source, const HtmlContentOptions& options,
                Post& post, Diagnostics& diagnostics);

  // Elements to be listed as dropped wherever they stand; `furniture` must outlive the reader.
  void leave_out(const PageFurniture& furniture) { furniture_ = &furniture; }

  // Appends the content of `root` to the post, notes included.
  void read(HtmlNode root);

  // Appends the comments that the containers hold, as a section after the post.
  void read_comments(const std::vector<HtmlNode>& containers);
  // The containers of comments that read() met, where comments are to be kept.
  const std::vector<HtmlNode>& comments() const { return comments_; }

  // For the readers of single elements.
  void read_node(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_children(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  Blocks read_blocks(HtmlNode parent, const FlowContext& context);
  Inlines read_inlines(HtmlNode parent, const FlowContext& context);
  // The context inside `node`.
  FlowContext inside(HtmlNode node, const FlowContext& context) const;

  // A picture from the first of `addresses` that is there, else told as lost by the first one.
  Image find_picture(const std::vector<std::string>& addresses, SourcePos at);
  static Inlines caption_of_title(HtmlNode node, const Image& image, SourcePos at);
  void add_picture(Image image, Inlines caption, FlowBuilder& flow, const FlowContext& context,
                   SourcePos at);
  void read_image(HtmlNode img, FlowBuilder& flow, const FlowContext& context);
  // All text of `node` as code; its language is what class names say.
  void read_code_block(HtmlNode node, FlowBuilder& flow, const FlowContext& context);

  void drop(HtmlNode node, DropReason reason);
  void drop(std::string text, DropReason reason, SourcePos at);
  // The post's own address; empty where none is known.
  const std::string& post_address() const { return post_.address; }
  SourcePos position(HtmlNode node, const FlowContext& context) const;
  Diagnostics& diagnostics() { return diagnostics_; }
  SourceSpan span(SourcePos at) const { return {source_.shown_file, at}; }

 private:
  void index_links(HtmlNode root);
  void warn_of_wrong_references(HtmlNode root);
  void read_text(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_element(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  bool skip_element(HtmlNode node);
  std::optional<DropReason> reason_to_skip(HtmlNode node) const;
  bool skip_chrome(HtmlNode node, DropReason reason);
  void read_html_element(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // A form or a button among comments (html_comments.cpp).
  static bool is_comment_tool(HtmlNode node);
  void mark_anchor(HtmlNode node, FlowBuilder& flow, const FlowContext& context);

  // html_content_elements.cpp
  bool read_inline_element(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  bool read_block_element(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  bool read_embed_element(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // html_content_inlines.cpp
  void read_styled(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_link(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_ruby(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_inline_code(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // html_content_blocks.cpp
  void read_heading(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_container(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_quote(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_details(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // html_content_lists.cpp
  void read_list(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_definition_list(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_definitions(HtmlNode node, DefinitionList& list, const FlowContext& context);
  // html_content_figures.cpp
  void read_figure(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // html_content_tables.cpp
  void read_table(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  std::vector<Row> read_rows(const std::vector<HtmlNode>& rows, const FlowContext& context);
  Cell read_cell(HtmlNode node, const FlowContext& context);
  // html_content_code.cpp
  bool read_code_table(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // html_content_pictures.cpp
  void read_drawing(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // html_content_embeds.cpp
  void read_frame(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_player(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_script(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // html_content_fallbacks.cpp
  void index_embeds(HtmlNode root);
  void read_noscript(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_object(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_canvas(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // What stands in `node` for readers that cannot show it; empty where that only asks for another
  // browser, which is listed as dropped.
  Blocks read_fallback(HtmlNode node, const FlowContext& context);
  void add_with_fallback(LinkBox box, HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // html_content_own.cpp
  bool read_own_element(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_classed(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_link_box(LinkBoxKind kind, HtmlNode node, FlowBuilder& flow,
                     const FlowContext& context);
  // html_content_roles.cpp
  bool read_role(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_block_role(Role role, HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  bool read_marked_phrase(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  // GitHub's `> [!NOTE]`; takes the quotation where it is one.
  bool read_alert(Quote& quote, HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_lines(HtmlNode text, FlowBuilder& flow, const FlowContext& context);
  std::optional<Role> role_by_rule(HtmlNode node);
  // html_notes.cpp
  bool read_note_mark(HtmlNode node, FlowBuilder& flow, const FlowContext& context);
  void read_pending_notes();
  void keep_unmarked_notes(FlowBuilder& flow);

  const HtmlTree& tree_;
  const SourceText& source_;
  HtmlContentOptions options_;
  Post& post_;
  Diagnostics& diagnostics_;
  PictureFinder pictures_;
  const PageFurniture* furniture_ = nullptr;  // where a page's is known
  NoteIndex notes_;
  std::set<std::string, std::less<>> linked_ids_;  // that some link of the fragment names
  std::set<std::string, std::less<>> used_ids_;
  std::set<std::string, std::less<>> shown_addresses_;  // of pictures and frames, without scheme
  std::vector<HtmlNode> comments_;
  std::vector<std::pair<std::size_t, ElementSelector>> rules_;  // index in SourceText::rules
  bool is_in_comments_ = false;
};

// Blocks as one run of inlines, for places that hold no blocks: captions, terms, labels.
Inlines inlines_of(Blocks blocks);
// The words of a class attribute.
std::vector<std::string> words_of(std::string_view text);
// All pictures of `blocks` as one figure, where they hold nothing else; captions that some of them
// have already forbid it.
std::optional<Figure> joined_figure(Blocks& blocks);
// Where the picture of an img element may be had, best first, as the page writes it.
std::vector<std::string> picture_addresses(HtmlNode img);
// What a frame or player at `address` shows: an embed where nothing tells.
LinkBoxKind kind_of_address(std::string_view address);
LinkBox box_of_embed(HtmlNode node, const std::string& address);
// The page to visit instead of a player for embedding.
std::string watch_address(std::string address);
// `style1` ... `style8`: the look that Tistory's editor gave a rule or a quotation.
std::vector<std::string> style_class(HtmlNode node);

}  // namespace munjip
