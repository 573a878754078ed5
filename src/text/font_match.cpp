#include "text/font_match.h"

namespace munjip {

namespace {

// How far a weight is from the wanted one, smaller is better. CSS Fonts 4, 5.2: 400-500 looks up to
// 500, then down, then up; less looks down first; more looks up first.
int weight_distance(int weight, int wanted) {
  constexpr int kOtherSide = 1000, kFarSide = 2000;
  if (wanted >= 400 && wanted <= 500) {
    if (weight >= wanted && weight <= 500) return weight - wanted;
    return weight < wanted ? kOtherSide + wanted - weight : kFarSide + weight - wanted;
  }
  const bool is_first_side = wanted < 400 ? weight <= wanted : weight >= wanted;
  const int difference = weight > wanted ? weight - wanted : wanted - weight;
  return is_first_side ? difference : kOtherSide + difference;
}

}  // namespace

std::optional<std::size_t> nearest_face(std::span<const FaceLook> faces, FaceLook wanted) {
  constexpr int kWrongSlope = 10000;
  std::optional<std::size_t> nearest;
  int least = 0;
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const int distance = weight_distance(faces[i].weight, wanted.weight) +
                         (faces[i].italic == wanted.italic ? 0 : kWrongSlope);
    if (nearest && distance >= least) continue;
    nearest = i;
    least = distance;
  }
  return nearest;
}

}  // namespace munjip
