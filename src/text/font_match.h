// Which face of a family is nearest to the weight and slope that a style asks for.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace munjip {

struct FaceLook {
  int weight = 400;
  bool italic = false;
};

// The index of the nearest face (CSS Fonts 4, 5.2: slope first, then weight); nothing where there
// are no faces. Among equals the first wins.
std::optional<std::size_t> nearest_face(std::span<const FaceLook> faces, FaceLook wanted);

}  // namespace munjip
