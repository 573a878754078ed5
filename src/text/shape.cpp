#include "text/shape.h"
