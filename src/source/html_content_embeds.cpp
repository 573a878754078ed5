// What a book can only point to: frames, players, scripts that draw something.
#include <algorithm>
#include <utility>

#include "book/web_address.h"
#include "source/html_content_reader.h"

namespace munjip {

namespace {

struct HostKind {
  std::string_view host;
  LinkBoxKind kind;
};

// Known services, by a part of their address.
constexpr HostKind kHosts[] = {
    {"youtube.com/", LinkBoxKind::video},     {"youtube-nocookie.com/", LinkBoxKind::video},
    {"youtu.be/", LinkBoxKind::video},        {"vimeo.com/", LinkBoxKind::video},
    {"tv.kakao.com/", LinkBoxKind::video},    {"play-tv.kakao.com/", LinkBoxKind::video},
    {"tv.naver.com/", LinkBoxKind::video},    {"videofarm.daum.net/", LinkBoxKind::video},
    {"dailymotion.com/", LinkBoxKind::video}, {"player.twitch.tv/", LinkBoxKind::video},
    {"soundcloud.com/", LinkBoxKind::audio},  {"open.spotify.com/", LinkBoxKind::audio},
    {"google.com/maps", LinkBoxKind::map},    {"maps.google.", LinkBoxKind::map},
    {"map.kakao.com/", LinkBoxKind::map},     {"map.naver.com/", LinkBoxKind::map},
    {"plusmapViewer", LinkBoxKind::map},
};

constexpr std::string_view kAdHosts[] = {"googlesyndication.com", "doubleclick.net", "adfit",
                                         "ads-partners.coupang.com", "ad.about"};

bool is_advertisement(std::string_view address) {
  return std::any_of(std::begin(kAdHosts), std::end(kAdHosts), [&](std::string_view host) {
    return address.find(host) != std::string_view::npos;
  });
}

std::string file_name_in(std::string_view path) {
  path = path.substr(0, path.find_first_of("?#"));
  return without_forbidden(percent_decoded(path.substr(path.rfind('/') + 1)));
}

std::string address_of_player(HtmlNode node) {
  if (!node.attribute("src").empty()) return std::string(node.attribute("src"));
  const HtmlNode source = find_descendant(node, [](HtmlNode inner) {
    return inner.is(GUMBO_TAG_SOURCE) && inner.has_attribute("src");
  });
  return std::string(source.attribute("src"));
}

}  // namespace

LinkBoxKind kind_of_address(std::string_view address) {
  for (const HostKind& entry : kHosts) {
    if (address.find(entry.host) != std::string_view::npos) return entry.kind;
  }
  return LinkBoxKind::embed;
}

std::string watch_address(std::string address) {
  if (address.starts_with("//")) address.insert(0, "https:");
  for (const std::string_view embed :
       {"youtube.com/embed/", "youtube-nocookie.com/embed/", "youtube.com/v/"}) {
    const std::size_t at = address.find(embed);
    if (at == std::string::npos) continue;
    const std::string id = address.substr(at + embed.size());
    return "https://www.youtube.com/watch?v=" + id.substr(0, id.find_first_of("?&/#"));
  }
  return address;
}

LinkBox box_of_embed(HtmlNode node, const std::string& address) {
  LinkBox box{kind_of_address(address), without_forbidden(collapse_spaces(node.attribute("title"))),
              watch_address(address)};
  if (node.attribute("data-ke-type") == "map") box.kind = LinkBoxKind::map;
  if (!box.target.starts_with("http")) box.target.clear();
  return box;
}

void ContentReader::read_frame(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  std::string address(trim_ascii(node.attribute("src")));
  for (const char* name : {"data-src", "data-lazy-src"}) {
    if (address.empty() || address.starts_with("about:"))
      address = trim_ascii(node.attribute(name));
  }
  const SourcePos at = position(node, context);
  if (is_advertisement(address)) {
    post_.dropped.push_back({DropReason::advertisement, {}, at});
    return;
  }
  LinkBox box = box_of_embed(node, address);
  if (box.title.empty() && box.target.empty() && box.kind == LinkBoxKind::embed) {
    post_.dropped.push_back({DropReason::embed, {}, at});
    return;
  }
  flow.add({std::move(box), {}, {}, at}, context);
}

void ContentReader::read_player(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  const bool is_video = node.is(GUMBO_TAG_VIDEO);
  LinkBox box{is_video ? LinkBoxKind::video : LinkBoxKind::audio,
              without_forbidden(collapse_spaces(node.attribute("title"))),
              watch_address(address_of_player(node))};
  if (kind_of(box.target) == AddressKind::relative) {  // a file: its name says what it was
    if (box.title.empty()) box.title = file_name_in(box.target);
    // A browser's copy is nowhere but beside the page.
    if (box.target.find("_files/") != std::string::npos) box.target.clear();
  } else if (!box.target.starts_with("http")) {
    box.target.clear();
  }
  add_with_fallback(std::move(box), node, flow, context);
}

// A gist is drawn by a script; of the others nothing would be seen on paper.
void ContentReader::read_script(HtmlNode node, FlowBuilder& flow, const FlowContext& context) {
  std::string_view src = node.attribute("src");
  const SourcePos at = position(node, context);
  if (src.find("gist.github.com/") == std::string_view::npos) {
    post_.dropped.push_back({DropReason::script, {}, at});
    return;
  }
  std::string target(src.substr(0, src.find(".js")));
  if (target.starts_with("//")) target.insert(0, "https:");
  flow.add({LinkBox{LinkBoxKind::embed, "GitHub Gist", std::move(target)}, {}, {}, at}, context);
}

}  // namespace munjip
