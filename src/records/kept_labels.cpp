#include "records/kept_labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"

namespace cxm {

kept_labels::kept_labels(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (std::find(names_.begin(), names_.end(), name) == names_.end()) {
            names_.push_back(name);
        }
    }
    lacking_.resize(names_.size());
}

kept_labels::columns kept_labels::in(const records& block) const {
    columns kept;
    for (const std::string& name : names_) {
        kept.push_back(block.find_label(name));
    }
    return kept;
}

namespace {

std::string meant_for(std::string_view misspelt, const records& block) {
    std::vector<std::string_view> names;
    for (const records::label_column& label : block.labels) {
        names.push_back(label.name);
    }
    std::string flags;
    for (const std::string_view name : several_of(misspelt, names)) {
        flags += " --by " + shell_word(name);
    }
    return flags.empty() ? did_you_mean(misspelt, names) + those_there_are("labels", names)
                         : "; each label has its own flag:" + flags;
}

}  // namespace

bool kept_labels::any_lacks(const records& block, const columns& kept) {
    seen_ += block.size();
    bool any = false;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        lack& l = lacking_[i];
        for (std::size_t row = 0; row < block.size(); ++row) {
            const bool absent = kept[i] == nullptr || !kept[i]->has(row);
            if (absent && l.records++ == 0) {
                l.first = place(block, row);
                l.meant = kept[i] == nullptr ? meant_for(names_[i], block) : "";
            }
        }
        any = any || l.records > 0;
    }
    return any;
}

void kept_labels::refuse(const std::string& name, const lack& l) const {
    const std::string label = "label " + quote_of(name);
    if (l.records == seen_) {
        throw bad_input(l.first, "no record has a " + label + l.meant);
    }
    // Records counted from raw rows stand nowhere.
    if (l.first.empty()) {
        throw bad_input("", fmt::format("{} is blank in some rows, which --by has no group for; leave them out with "
                                        "--where {} (by the column's name, where that is another)",
                                        label, shell_word("\"" + name + "\" is not blank")));
    }
    throw bad_input(l.first, fmt::format("{} is missing here{}, in {} of {} records; --by needs it: give it to every "
                                         "record",
                                         label, l.records == 1 ? "" : " first", l.records, seen_));
}

void kept_labels::require_given() const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (lacking_[i].records > 0) {
            refuse(names_[i], lacking_[i]);
        }
    }
}

}  // namespace cxm
