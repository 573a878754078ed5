// The walk over a content tree with its memory: an element that no selector can tell from one met
// before in the same place costs one look-up.
#include <cassert>
#include <deque>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "style/compute.h"
#include "style/rules.h"
#include "style/style_sheet.h"

namespace munjip {

namespace {

using namespace css;

// Elements that are remembered; a book has hundreds, a hostile one may have any number.
constexpr std::size_t kMaxNodes = 50'000;

struct Node {
  const Node* parent = nullptr;
  Subject subject;
  SubjectChain chain;  // of `subject`
  Computed computed;
  StyleRef style;
  std::array<std::optional<StyleRef>, kPseudoCount> pseudos;  // unset = not asked yet
  Node* last_child = nullptr;                                 // met last: most siblings are alike

  Node(const Node* above, Subject own)
      : parent(above), subject(std::move(own)), chain{subject, above ? &above->chain : nullptr} {}
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
};

struct NodeKey {
  const Node* parent;
  Subject subject;
  bool operator==(const NodeKey&) const = default;
};

std::size_t mix(std::size_t seed, std::size_t value) {
  return seed ^ (value + 0x9E3779B97F4A7C15u + (seed << 6) + (seed >> 2));
}

struct NodeHash {
  std::size_t operator()(const NodeKey& key) const {
    std::size_t h = std::hash<const void*>()(key.parent);
    for (const std::size_t part :
         {std::size_t{key.subject.name}, std::size_t{key.subject.id},
          std::size_t{key.subject.previous}, static_cast<std::size_t>(key.subject.conditions)}) {
      h = mix(h, part);
    }
    for (const Symbol name : key.subject.classes) h = mix(h, name);
    return h;
  }
};

// A few fields tell most styles apart; equality looks at all of them.
struct StyleHash {
  std::size_t operator()(const StyleRef& style) const {
    std::size_t h = std::hash<std::int64_t>()(style->font_size.raw());
    for (const Length length : {style->line_height, style->text_indent, style->margin.top,
                                style->margin.left, style->letter_spacing}) {
      h = mix(h, static_cast<std::size_t>(length.raw()));
    }
    h = mix(h, static_cast<std::size_t>(style->font_weight) + (style->italic ? 1 : 0));
    h = mix(h,
            static_cast<std::size_t>(style->align) * 8 + static_cast<std::size_t>(style->display));
    for (const std::string& family : style->font_families) {
      h = mix(h, std::hash<std::string>()(family));
    }
    return h;
  }
};
struct SameStyle {
  bool operator()(const StyleRef& a, const StyleRef& b) const { return *a == *b; }
};

}  // namespace

struct Cascade::State {
  const StyleSheet::Rules& rules;
  Root root;
  std::deque<Node> nodes;
  std::unordered_map<NodeKey, Node*, NodeHash> known;
  std::unordered_set<StyleRef, StyleHash, SameStyle> styles;
  struct Frame {
    Node* node;
    std::unique_ptr<Node> own;  // where the memory is full
    std::string lang;           // in force
  };
  std::vector<Frame> frames;
  NodeKey scratch{nullptr, {}};

  State(const StyleSheet& sheet, const PageDefaults& defaults)
      : rules(sheet.rules()), root(compute_root(rules, defaults)) {
    Node& html = nodes.emplace_back(nullptr, root.html_subject);
    Node& body = nodes.emplace_back(&html, root.body_subject);
    html.computed = root.html;
    body.computed = root.body;
    html.style = intern(root.html.style);
    body.style = intern(root.body.style);
    frames.push_back({&body, nullptr, {}});
  }

  StyleRef intern(const Style& style) {
    auto made = std::make_shared<const Style>(style);
    if (styles.size() >= kMaxNodes) {
      const auto found = styles.find(made);
      return found == styles.end() ? made : *found;
    }
    return *styles.insert(std::move(made)).first;
  }

  void describe(const ElementKey& key, const std::string& lang, Subject& subject) const;
  Node* find_or_make(std::unique_ptr<Node>& own, std::string_view name);
  void compute_style(Node& node, std::string_view name);
  template <class Shows>
  StyleRef pseudo(Pseudo pseudo, Shows shows);
};

// What selectors can see of the element; everything else is left out, so that elements which they
// cannot tell apart are equal.
void Cascade::State::describe(const ElementKey& key, const std::string& lang,
                              Subject& subject) const {
  subject.name = rules.symbols.find(key.name);
  subject.id = key.id.empty() ? kNoName : rules.symbols.find(key.id);
  subject.previous =
      rules.asks_previous && !key.previous.empty() ? rules.symbols.find(key.previous) : kNoName;
  subject.classes.clear();
  for (const std::string& name : key.classes) {
    const Symbol symbol = rules.symbols.find(name);
    if (symbol != kOtherName) subject.classes.push_back(symbol);
  }
  subject.conditions = rules.conditions.empty()
                           ? 0
                           : conditions_of(rules, {key.index, key.is_last, false, lang, key.lang});
}

void Cascade::State::compute_style(Node& node, std::string_view name) {
  const Winners winners = find_winners(rules, Pseudo::none, node.chain);
  node.computed = compute(winners, name, node.parent->computed, root.initial, root.metrics);
  node.style = intern(node.computed.style);
}

Node* Cascade::State::find_or_make(std::unique_ptr<Node>& own, std::string_view name) {
  Node* parent = frames.back().node;
  if (parent->last_child && parent->last_child->subject == scratch.subject) {
    return parent->last_child;
  }
  scratch.parent = parent;
  const auto found = known.find(scratch);
  if (found != known.end()) return parent->last_child = found->second;
  if (nodes.size() >= kMaxNodes) {
    own = std::make_unique<Node>(parent, scratch.subject);
    compute_style(*own, name);
    return own.get();
  }
  Node* node = &nodes.emplace_back(parent, scratch.subject);
  compute_style(*node, name);
  known.emplace(scratch, node);
  return parent->last_child = node;
}

Cascade::Cascade(const StyleSheet& sheet, const PageDefaults& defaults)
    : state_(std::make_unique<State>(sheet, defaults)) {}
Cascade::~Cascade() = default;
Cascade::Cascade(Cascade&&) noexcept = default;
Cascade& Cascade::operator=(Cascade&&) noexcept = default;

StyleRef Cascade::enter(const ElementKey& key) {
  State& s = *state_;
  std::string lang = key.lang.empty() ? s.frames.back().lang : std::string(key.lang);
  std::unique_ptr<Node> own;
  Node* node = s.frames.back().node;
  // The root frame is body already; entering it by name changes nothing but the language.
  if (s.frames.size() > 1 || key.name != "body") {
    s.describe(key, lang, s.scratch.subject);
    node = s.find_or_make(own, key.name);
  }
  s.frames.push_back({node, std::move(own), std::move(lang)});
  return node->style;
}

void Cascade::leave() {
  assert(state_->frames.size() > 1);
  state_->frames.pop_back();
}

StyleRef Cascade::current() const {
  return state_->frames.back().node->style;
}

// Computed when first asked for; nothing where `shows` says so.
template <class Shows>
StyleRef Cascade::State::pseudo(Pseudo pseudo, Shows shows) {
  Node& node = *frames.back().node;
  std::optional<StyleRef>& slot = node.pseudos[static_cast<std::size_t>(pseudo)];
  if (!slot) {
    const Winners winners = find_winners(rules, pseudo, node.chain);
    const Computed computed = compute(winners, {}, node.computed, root.initial, root.metrics);
    slot = shows(computed.style) ? intern(computed.style) : nullptr;
  }
  return *slot;
}

StyleRef Cascade::pseudo(std::string_view name) {
  return state_->pseudo(name == "before" ? Pseudo::before : Pseudo::after, [](const Style& style) {
    return !style.content.empty() && style.display != Display::none;
  });
}

StyleRef Cascade::initial_letter() {
  return state_->pseudo(Pseudo::first_letter,
                        [](const Style& style) { return style.initial_letter > 0; });
}

}  // namespace munjip
