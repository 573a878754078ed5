// std::visit(overloaded{...}): a variant's kinds as a list of lambdas; a forgotten kind does not
// compile.
#pragma once

namespace munjip {

template <class... Fns>
struct overloaded : Fns... {
  using Fns::operator()...;
};
template <class... Fns>
overloaded(Fns...) -> overloaded<Fns...>;

}  // namespace munjip
