#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"

TEST_CASE("the one header includes all others") {
    std::ifstream in("include/cxm/cxm.hpp");
    const std::string all(std::istreambuf_iterator<char>(in), {});
    REQUIRE(all.find("#pragma once") == 0);
    for (const auto& header : std::filesystem::directory_iterator("include/cxm")) {
        const std::string name = header.path().filename().string();
        INFO(name);
        CHECK((header.is_directory() || name == "cxm.hpp" ||
               all.find("#include <cxm/" + name + ">") != std::string::npos));
    }
}
