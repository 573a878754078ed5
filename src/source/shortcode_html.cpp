#include "source/shortcode_html.h"

#include "base/xml_escape.h"
#include "source/markup_text.h"

namespace munjip {

std::string attachment_html(const BlogAttachment& picture) {
  std::string html = "<figure><img src=\"" + xml_escaped(picture.address) + "\" alt=\"" +
                     xml_escaped(picture.alt) + "\">";
  if (!picture.caption.empty()) html += "<figcaption>" + picture.caption + "</figcaption>";
  return html + "</figure>";
}

std::string frame_address(const ShortcodeTag& code, std::string_view content) {
  std::string address(trim_ascii(content));
  if (address.empty()) address = attribute_of(code, {"src", "url", "id", "link"});
  if (address.empty() && !code.values.empty()) address = code.values.front();
  if (address.find("//") == std::string::npos && !address.empty()) {
    if (code.name == "youtube") address.insert(0, "https://www.youtube.com/watch?v=");
    if (code.name == "vimeo") address.insert(0, "https://vimeo.com/");
  }
  return address;
}

std::string recording_address(const ShortcodeTag& code) {
  std::string address =
      attribute_of(code, {"src", "mp3", "m4a", "ogg", "wav", "mp4", "m4v", "webm", "ogv", "flv"});
  if (address.empty() && !code.values.empty()) address = code.values.front();
  return address;
}

}  // namespace munjip
