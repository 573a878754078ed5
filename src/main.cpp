#include "cli/run.h"

int main(int argc, char** argv) {
  return munjip::run(argc, argv);
}
