#include <cstdio>

#include "run/command.hpp"

int main(int count, char** values) {
    return cxm::run({values + (count > 0 ? 1 : 0), values + count}, {stdin, stdout, stderr});
}
