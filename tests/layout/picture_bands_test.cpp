#include "layout/picture_bands.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace munjip;

namespace {

const BandLimits kLimits{Length::pt(150), Length::pt(420), Length::pt(8), 12};
// 600 x 6000 pixels; in the column 1500 pt high.
const Size kScreenshot{Length::pt(450), Length::pt(4500)};

// All of the picture is shown, in bands that fit.
void check_whole(const std::vector<PictureBand>& bands) {
  double shown = 0;
  for (const PictureBand& band : bands) {
    CHECK(band.top <= shown + 1e-9);
    CHECK(band.height * 1500 <= 420.001);
    shown = band.top + band.height;
  }
  CHECK(shown == doctest::Approx(1.0));
}

}  // namespace

TEST_CASE(
    "a tall screenshot is cut into even bands; where a cut goes through something, it is shown"
    " twice") {
  for (const std::vector<double>& contrast :
       {std::vector<double>(), std::vector<double>(2000, 30)}) {
    const std::vector<PictureBand> bands = bands_of(kScreenshot, kLimits, contrast);
    REQUIRE(bands.size() == 4);
    check_whole(bands);
    for (std::size_t i = 1; i < bands.size(); ++i) {
      const double overlap = bands[i - 1].top + bands[i - 1].height - bands[i].top;
      CHECK(overlap * 1500 == doctest::Approx(8).epsilon(0.01));
      CHECK(bands[i].height == doctest::Approx(bands[0].height).epsilon(0.03));
    }
  }
}

TEST_CASE("a cut goes through an empty row near its even place, and nothing is shown twice") {
  // Lines of text of 12 rows with gaps of 8: the middles of the gaps are at 16 + 20 n.
  std::vector<double> contrast;
  for (int row = 0; row < 2000; ++row) contrast.push_back(row % 20 < 12 ? 900 : 0);
  const std::vector<PictureBand> bands =
      bands_of(kScreenshot, {kLimits.column, kLimits.highest, kLimits.overlap, 12}, contrast);
  REQUIRE(bands.size() == 4);
  check_whole(bands);
  for (std::size_t i = 1; i < bands.size(); ++i) {
    CHECK(bands[i].top == doctest::Approx(bands[i - 1].top + bands[i - 1].height));
    const double row = std::floor(bands[i].top * 2000);
    CHECK(contrast[static_cast<std::size_t>(row)] == 0);
    CHECK(std::abs(bands[i].top - 0.25 * static_cast<double>(i)) < 0.03);
  }
}

TEST_CASE("a cut keeps out of a dark bar, whose rows are crossed by two edges each") {
  std::vector<double> contrast(2000, 0);
  for (int row = 480; row < 530; ++row) contrast[static_cast<std::size_t>(row)] = 300;
  const std::vector<PictureBand> bands = bands_of(kScreenshot, kLimits, contrast);
  REQUIRE(bands.size() == 4);
  check_whole(bands);
  const double cut = bands[1].top * 2000;
  const bool is_clear = cut < 480 || cut > 530;
  CHECK(is_clear);
  CHECK(bands[0].height == doctest::Approx(bands[1].top));
}

TEST_CASE("a picture that fits is one piece, and a hostile one no more than the most") {
  CHECK(bands_of({Length::pt(100), Length::pt(200)}, kLimits, {}).size() == 1);
  const std::vector<PictureBand> bands = bands_of(
      {Length::pt(1), Length::pt(1e6)}, {Length::pt(1), Length::pt(420), Length::pt(8), 12}, {});
  CHECK(bands.size() == 12);
  CHECK(bands.back().top + bands.back().height == doctest::Approx(1.0));
}
