#include "layout/table_columns.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace munjip;

namespace {

ColumnNeed need(double least, double full) {
  return {Length::pt(least), Length::pt(full)};
}

Length sum(const std::vector<Length>& widths) {
  return std::accumulate(widths.begin(), widths.end(), Length());
}

}  // namespace

TEST_CASE("columns share what is left, in proportion to what they hold") {
  const auto widths = column_widths({need(20, 50), need(20, 150)}, {}, Length::pt(300));
  CHECK(widths[0].pt() == doctest::Approx(75));
  CHECK(sum(widths) == Length::pt(300));
}

TEST_CASE("where lines do not fit, every column still holds its longest word") {
  const auto widths =
      column_widths({need(60, 500), need(40, 60), need(30, 300)}, {}, Length::pt(200));
  CHECK(widths[0] >= Length::pt(60));
  CHECK(widths[1] >= Length::pt(40));
  CHECK(widths[2] >= Length::pt(30));
  CHECK(sum(widths) == Length::pt(200));
}

TEST_CASE("where words do not fit, columns are narrowed and never leave the measure") {
  const auto widths = column_widths({need(300, 500), need(100, 100)}, {}, Length::pt(200));
  CHECK(widths[0].pt() == doctest::Approx(150));
  CHECK(sum(widths) == Length::pt(200));
}

TEST_CASE("a cell over two columns widens both") {
  const std::vector<SpanNeed> spans = {{0, 2, need(100, 100)}};
  const auto widths =
      column_widths({need(10, 10), need(10, 10), need(10, 10)}, spans, Length::pt(110));
  CHECK((widths[0] + widths[1]).pt() == doctest::Approx(100));
  CHECK(sum(widths) == Length::pt(110));
}

TEST_CASE("type is scaled down to the floor and no further") {
  const std::vector<ColumnNeed> columns = {need(150, 150), need(150, 150)};
  CHECK(type_scale_for(columns, Length::pt(400), 0.7) == 1.0);
  CHECK(type_scale_for(columns, Length::pt(240), 0.7) == doctest::Approx(0.8));
  CHECK(type_scale_for(columns, Length::pt(100), 0.7) == doctest::Approx(0.7));
}

TEST_CASE("a table without content still has columns") {
  const auto widths = column_widths({need(0, 0), need(0, 0)}, {}, Length::pt(100));
  CHECK(widths[0] == Length::pt(50));
  CHECK(column_widths({}, {}, Length::pt(100)).empty());
}

TEST_CASE("where words do not fit in the smallest type, columns form bands, about equally wide") {
  const std::vector<ColumnNeed> columns(18, need(40, 60));
  const auto ends = [](const std::vector<ColumnBand>& bands) {
    std::vector<std::size_t> all;
    for (const ColumnBand& band : bands) all.push_back(band.end);
    return all;
  };
  using Ends = std::vector<std::size_t>;
  // 18 of 40 pt at 0.8 are 576 pt.
  CHECK(ends(column_bands(columns, Length::pt(576), 0.8, Length::pt(80), true)) == Ends{18});
  CHECK(ends(column_bands(columns, Length::pt(400), 0.8, Length::pt(80), false)) == Ends{9, 18});
  // The first column stands in each band: 7 + 6 + 5 of 18, each with it 280 pt at most.
  CHECK(ends(column_bands(columns, Length::pt(310), 0.8, Length::pt(80), true)) == Ends{7, 13, 18});
  // No band of one column is left over: 17 columns beside the first, no more than four in a band.
  CHECK(ends(column_bands(columns, Length::pt(210), 0.8, Length::pt(80), true)) ==
        Ends{5, 9, 12, 15, 18});
  // Words longer than the longest may be cut.
  CHECK(ends(column_bands(std::vector<ColumnNeed>(4, need(400, 400)), Length::pt(300), 0.8,
                          Length::pt(80), true)) == Ends{4});
  // A column wider than the measure is a band of its own.
  CHECK(ends(column_bands(std::vector<ColumnNeed>(2, need(80, 80)), Length::pt(50), 0.8,
                          Length::pt(80), false)) == Ends{1, 2});
}
