#include "source/flow_builder.h"

#include <algorithm>
#include <utility>

namespace munjip {

namespace {

std::vector<std::string> classes_of(const FlowContext& context) {
  std::vector<std::string> classes;
  if (!context.align.empty()) classes.push_back(context.align);
  if (context.dir == "rtl") classes.emplace_back("rtl");
  return classes;
}

SourcePos first_position(const Inlines& inlines) {
  const auto known = std::find_if(inlines.begin(), inlines.end(),
                                  [](const Inline& inline_) { return inline_.at.line > 0; });
  return known == inlines.end() ? SourcePos{} : known->at;
}

}  // namespace

void FlowBuilder::end_run(const FlowContext& context) {
  Inlines inlines = run.take();
  if (inlines.empty()) return;
  const SourcePos at = first_position(inlines);
  if (context.heading_level > 0) {
    blocks_.push_back({Heading{context.heading_level, std::move(inlines)}, classes_of(context),
                       context.lang, at});
  } else {
    blocks_.push_back({Paragraph{std::move(inlines)}, classes_of(context), context.lang, at});
  }
}

void FlowBuilder::add(Block block, const FlowContext& context) {
  end_run(context);
  blocks_.push_back(std::move(block));
}

void FlowBuilder::line_break(SourcePos at, const FlowContext& context) {
  if (run.break_is_pending() && context.heading_level == 0) {
    end_run(context);
  } else {
    run.line_break(at);
  }
}

Blocks FlowBuilder::take(const FlowContext& context) {
  end_run(context);
  return std::move(blocks_);
}

}  // namespace munjip
