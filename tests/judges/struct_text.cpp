#include "judges/struct_text.h"

#include <algorithm>
#include <array>

namespace judges {

namespace {

constexpr std::array<std::string_view, 11> kTextBlocks = {"H1", "H2",      "H3",  "H4", "H5",  "H6",
                                                          "P",  "Caption", "Lbl", "H",  "TOCI"};
constexpr std::array<std::string_view, 18> kContainers = {
    "Document", "Part",  "Sect",  "Div", "Art", "BlockQuote", "L",   "LI",   "LBody",
    "Table",    "THead", "TBody", "TR",  "TH",  "TD",         "TOC", "Code", "Figure"};

template <std::size_t N>
bool is_one_of(std::string_view type, const std::array<std::string_view, N>& types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

// Collects blocks as lines while it walks the tree.
class Reader {
 public:
  std::vector<TextLine> take() {
    flush();
    return std::move(lines_);
  }

  void read(const StructNode& node, bool in_text) {
    if (node.type.empty()) {
      line_ += node.text;
    } else if (node.type == "Note") {
      read_note(node);
    } else if (node.type == "Reference") {
      read_notes_within(node);
    } else if (node.type == "Figure") {
      read_children(node, in_text);
    } else if (node.type == "RT") {
      line_ += "(";
      read_children(node, true);
      line_ += ")";
    } else if (node.type == "Lbl" && !has_block_child(node)) {
      // The label of a list item: printed, but not part of the text.
    } else if (is_one_of(node.type, kTextBlocks) ||
               (!in_text && is_one_of(node.type, kContainers))) {
      const bool is_code =
          !node.children.empty() &&
          std::all_of(node.children.begin(), node.children.end(),
                      [](const StructNode& child) { return child.type == "Code"; });
      const bool is_apart = node.type == "Table" || node.type == "TOC" || is_code;
      flush();
      apart_ += is_apart ? 1 : 0;
      type_ = is_code ? "Code" : node.type;
      read_children(node, is_one_of(node.type, kTextBlocks));
      flush();
      apart_ -= is_apart ? 1 : 0;
    } else {
      read_children(node, in_text);
    }
  }

 private:
  void read_children(const StructNode& node, bool in_text) {
    for (const StructNode& child : node.children) read(child, in_text);
  }

  static bool has_block_child(const StructNode& node) {
    return std::any_of(node.children.begin(), node.children.end(),
                       [](const StructNode& child) { return child.type == "P"; });
  }

  void read_note(const StructNode& node) {
    Reader inside;
    for (const StructNode& child : node.children) inside.read(child, false);
    std::string text;
    for (const TextLine& line : inside.take()) text += (text.empty() ? "" : " ") + line.text;
    line_ += "⦃" + text + "⦄";
  }

  void read_notes_within(const StructNode& node) {
    for (const StructNode& child : node.children) {
      if (child.type == "Note") {
        read_note(child);
      } else {
        read_notes_within(child);
      }
    }
  }

  void flush() {
    if (std::string line = folded(line_); !line.empty())
      lines_.push_back({std::move(line), type_, apart_ == 0});
    line_.clear();
  }

  std::vector<TextLine> lines_;
  std::string type_;  // of the block that was opened last
  int apart_ = 0;     // tables, contents and code that are open
  std::string line_;
};

}  // namespace

StructNode parse_struct_text(std::string_view printed) {
  StructNode root;
  // The nodes that are open, with the column in which their children stand.
  std::vector<std::pair<std::size_t, StructNode*>> open = {{0, &root}};
  while (!printed.empty()) {
    const std::size_t end = std::min(printed.find('\n'), printed.size());
    std::string_view line = printed.substr(0, end);
    printed.remove_prefix(std::min(end + 1, printed.size()));
    const std::size_t indent = indent_of(line);
    line.remove_prefix(indent);
    // Attributes stand five columns in and begin with a slash; object references are no text.
    if (line.empty() || line.front() == '/' || line.starts_with("Object ")) continue;
    while (open.size() > 1 && open.back().first > indent) open.pop_back();
    StructNode node;
    if (line.front() == '"') {
      node.text = line.substr(1, line.size() - (line.size() > 1 && line.back() == '"' ? 2 : 1));
      open.back().second->children.push_back(std::move(node));
      continue;
    }
    node.type = line.substr(0, line.find_first_of(" :"));
    open.back().second->children.push_back(std::move(node));
    open.emplace_back(indent + 2, &open.back().second->children.back());
  }
  return root;
}

std::vector<TextLine> lines_of(const StructNode& document) {
  Reader reader;
  for (const StructNode& child : document.children) reader.read(child, false);
  return reader.take();
}

std::string folded(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

std::string without_space(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r' || text[i] == '\f')
      continue;
    if (text.substr(i).starts_with("\xC2\xA0")) {
      ++i;
      continue;
    }
    out += text[i];
  }
  return out;
}

}  // namespace judges
