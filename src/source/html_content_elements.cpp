// Which element of HTML is read by what.
#include "source/html_content_reader.h"

namespace munjip {

bool ContentReader::read_inline_element(HtmlNode node, FlowBuilder& flow,
                                        const FlowContext& context) {
  switch (node.tag()) {
    case GUMBO_TAG_A:
      read_link(node, flow, context);
      return true;
    case GUMBO_TAG_BR:
      flow.line_break(position(node, context), context);
      return true;
    case GUMBO_TAG_WBR:
      flow.run.text("\u200B", position(node, context));
      return true;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_SAMP:
      read_inline_code(node, flow, context);
      return true;
    case GUMBO_TAG_RUBY:
      read_ruby(node, flow, context);
      return true;
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_U:
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BDI:
      read_styled(node, flow, context);
      return true;
    default:
      return false;
  }
}

bool ContentReader::read_block_element(HtmlNode node, FlowBuilder& flow,
                                       const FlowContext& context) {
  switch (node.tag()) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      read_heading(node, flow, context);
      return true;
    case GUMBO_TAG_BLOCKQUOTE:
      read_quote(node, flow, context);
      return true;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
      read_list(node, flow, context);
      return true;
    case GUMBO_TAG_DL:
      read_definition_list(node, flow, context);
      return true;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_TEXTAREA:
      read_code_block(node, flow, context);
      return true;
    case GUMBO_TAG_TABLE:
      read_table(node, flow, context);
      return true;
    case GUMBO_TAG_FIGURE:
      read_figure(node, flow, context);
      return true;
    case GUMBO_TAG_DETAILS:
      read_details(node, flow, context);
      return true;
    case GUMBO_TAG_HR:
      flow.add({Divider{}, style_class(node), {}, position(node, context)}, context);
      return true;
    default:
      if (!is_block_tag(node.tag()) || node.is(GUMBO_TAG_BUTTON) || node.is(GUMBO_TAG_OPTION)) {
        return false;
      }
      read_container(node, flow, context);
      return true;
  }
}

bool ContentReader::read_embed_element(HtmlNode node, FlowBuilder& flow,
                                       const FlowContext& context) {
  switch (node.tag()) {
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_IMAGE:
      read_image(node, flow, context);
      return true;
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_EMBED:
      read_frame(node, flow, context);
      return true;
    case GUMBO_TAG_OBJECT:
      read_object(node, flow, context);
      return true;
    case GUMBO_TAG_CANVAS:
      read_canvas(node, flow, context);
      return true;
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
      read_player(node, flow, context);
      return true;
    case GUMBO_TAG_SCRIPT:
      read_script(node, flow, context);
      return true;
    case GUMBO_TAG_NOSCRIPT:
      read_noscript(node, flow, context);
      return true;
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_OPTION:
      drop(node, DropReason::post_buttons);
      return true;
    case GUMBO_TAG_SVG:
      read_drawing(node, flow, context);
      return true;
    default:
      return is_invisible_tag(node.tag());
  }
}

}  // namespace munjip
