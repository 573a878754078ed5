// What is said of a picture that cannot be had.
#include "base/file_io.h"
#include "source/pictures.h"

namespace munjip {

Message PictureFinder::text_of(const Outcome& outcome, const std::string& address) {
  switch (outcome.failure) {
    case Failure::none:
    case Failure::no_address:
      break;
    case Failure::remote:
      return message("인터넷에 있는 그림이라 넣지 못했습니다: {}",
                     "the picture is on the network and was not fetched: {}", address);
    case Failure::missing:
      return message("그림 파일이 없습니다: {}", "picture not found: {}", address);
    case Failure::outside:
      return message("책의 폴더 밖에 있는 그림은 넣지 않습니다: {}",
                     "a picture outside of the book's folder is not used: {}", address);
    case Failure::unreadable:
      return message("그림을 읽을 수 없습니다: {}", "the picture cannot be read: {}", address);
    case Failure::bad_data_uri:
      return message("글 속에 적힌 그림(data: 주소)을 풀 수 없습니다: {}",
                     "the picture written into the text (a data: address) cannot be decoded: {}",
                     address);
    case Failure::not_a_picture: {
      const Message reason = describe(outcome.fault.value_or(ImageFault::damaged));
      return {"그림을 넣지 못했습니다: " + address + ": " + reason.ko,
              "a picture was left out: " + address + ": " + reason.en};
    }
  }
  return message("그림에 주소가 없습니다", "a picture without an address");
}

std::vector<Message> PictureFinder::hints_of(const Outcome& outcome) const {
  switch (outcome.failure) {
    case Failure::none:
    case Failure::no_address:
    case Failure::unreadable:
      break;
    case Failure::remote:
      return {message("그림을 내려받아 글 옆에 두고 글의 주소를 그 파일 이름으로 바꾸세요",
                      "save the picture beside the post and put its file name in the post")};
    case Failure::missing:
      return {message("{} 폴더를 기준으로 찾았습니다. 그림이 이 폴더 안에 있는지 확인하세요",
                      "looked for from the folder {}; is the picture inside it?",
                      to_utf8(source_.folder))};
    case Failure::outside:
      return {
          message("그림을 책의 폴더 안으로 옮기세요", "move the picture into the book's folder")};
    case Failure::bad_data_uri:
      return {message("그림을 파일로 저장하고 글의 주소를 그 이름으로 바꾸세요",
                      "save the picture as a file and put its name in the post")};
    case Failure::not_a_picture:
      if (outcome.fault == ImageFault::no_decoder) {
        return {message("libheif1(AVIF, HEIC)이나 libtiff6(TIFF) 꾸러미를 설치하세요",
                        "install the package libheif1 (AVIF, HEIC) or libtiff6 (TIFF)")};
      }
      return {message("JPEG, PNG, GIF, WebP, AVIF, HEIC, BMP, TIFF, SVG 그림을 쓸 수 있습니다",
                      "JPEG, PNG, GIF, WebP, AVIF, HEIC, BMP, TIFF and SVG pictures can be used")};
  }
  return {};
}

}  // namespace munjip
