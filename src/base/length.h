// Lengths on the page. All geometry is fixed point, so that sums are exact and the same input gives
// the same page on every machine and with every compiler.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace munjip {

// A length or coordinate in 1/65536 PostScript point (1/72 inch); range about +-1.4e14 pt.
class Length {
 public:
  constexpr Length() = default;
  static constexpr Length from_raw(std::int64_t raw) {
    Length length;
    length.raw_ = raw;
    return length;
  }
  static Length pt(double points) { return from_raw(std::llround(points * 65536.0)); }
  static Length mm(double millimetres) { return pt(millimetres * 72.0 / 25.4); }

  constexpr std::int64_t raw() const { return raw_; }
  constexpr double pt() const { return static_cast<double>(raw_) / 65536.0; }
  constexpr double mm() const { return pt() * 25.4 / 72.0; }

  // Rounds to the nearest unit. `factor` must be finite.
  Length scaled(double factor) const {
    return from_raw(std::llround(static_cast<double>(raw_) * factor));
  }
  // The exact ratio as a double; `other` must not be zero.
  constexpr double ratio(Length other) const {
    return static_cast<double>(raw_) / static_cast<double>(other.raw_);
  }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return from_raw(-raw_); }
  constexpr Length& operator+=(Length other) {
    raw_ += other.raw_;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    raw_ -= other.raw_;
    return *this;
  }
  friend constexpr Length operator+(Length a, Length b) { return from_raw(a.raw_ + b.raw_); }
  friend constexpr Length operator-(Length a, Length b) { return from_raw(a.raw_ - b.raw_); }
  friend constexpr Length operator*(Length a, std::int64_t n) { return from_raw(a.raw_ * n); }
  friend constexpr Length operator*(std::int64_t n, Length a) { return from_raw(a.raw_ * n); }
  friend constexpr Length operator/(Length a, std::int64_t n) { return from_raw(a.raw_ / n); }

 private:
  std::int64_t raw_ = 0;
};

// Page coordinates: origin at the top left corner of the trim box, x to the right, y downwards.
struct Point {
  Length x, y;
  constexpr auto operator<=>(const Point&) const = default;
};
struct Size {
  Length width, height;
  constexpr auto operator<=>(const Size&) const = default;
};
struct Rect {
  Point at;  // top left
  Size size;
  constexpr auto operator<=>(const Rect&) const = default;
};
struct Sides {
  Length top, right, bottom, left;
  constexpr auto operator<=>(const Sides&) const = default;
};

}  // namespace munjip
