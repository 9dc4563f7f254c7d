#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "languages/wording.hpp"
#include "page/markup.hpp"
#include "write/receipt.hpp"

namespace cxm {

/// A section of a page; one that holds nothing is left out.
struct page_section {
    std::string id;
    std::string heading;
    std::string inside;
};

/// What stands above all sections.
struct page_head {
    std::string title;
    std::vector<std::string> facts = {};      ///< what, when, of which groups, at which level
    std::vector<std::string> sentences = {};  ///< below those that the answer opens with
    wording say = {};                         ///< the language of the page
};

/// A whole page: one file that asks for nothing and runs nothing.
std::string framed(const page_head& head, const std::vector<page_section>& sections, const receipt& of);

/// What the inputs lack: the warnings that were told, and what a command has to say.
std::string quality_section(const receipt& of, const std::vector<std::string>& remarks, const wording& say);

/// A list of sentences; nothing of none.
void write_list(markup& to, const std::vector<std::string>& sentences, std::string_view looks = {});

}  // namespace cxm
