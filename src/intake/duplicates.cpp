#include "intake/duplicates.hpp"

#include <bit>

#include "text/problem.hpp"

namespace cxm {

record_key* key_table::insert(const record_key& key) {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = key.low & mask;; i = (i + 1) & mask) {
        if (slots_[i] == 0) {
            keys_.push_back(key);
            slots_[i] = static_cast<std::uint32_t>(keys_.size());
            if (keys_.size() * 2 > slots_.size()) {
                make_slots(keys_.size() * 2);
            }
            return nullptr;
        }
        record_key& other = keys_[slots_[i] - 1];
        if (other.same_as(key)) {
            return &other;
        }
    }
}

void key_table::clear(std::size_t expected) {
    keys_.clear();
    keys_.reserve(expected);
    make_slots(expected);
}

void key_table::make_slots(std::size_t count) {
    slots_.assign(std::bit_ceil(count * 2 + 1), 0);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t number = 1; number <= keys_.size(); ++number) {
        std::size_t i = keys_[number - 1].low & mask;
        while (slots_[i] != 0) {
            i = (i + 1) & mask;
        }
        slots_[i] = static_cast<std::uint32_t>(number);
    }
}

parted_keys::~parted_keys() {
    if (file_ != nullptr) {
        std::fclose(file_);
    }
}

std::size_t parted_keys::size(std::size_t which) const {
    const part& from = parts_[which];
    return (from.in_file.size() + from.in_memory.size()) * page_size + (from.last ? from.used : 0);
}

void parted_keys::turn_page(part& to) {
    if (!to.last) {
        to.last = std::make_unique_for_overwrite<page>();
    } else if (pages_left_ != 0) {
        --pages_left_;
        to.in_memory.push_back(std::exchange(to.last, std::make_unique_for_overwrite<page>()));
    } else {
        write_page(to);
    }
    to.used = 0;
}

void parted_keys::write_page(part& from) {
    if (file_ == nullptr && (file_ = std::tmpfile()) == nullptr) {
        throw cannot_write("a temporary file cannot be made");
    }
    if (std::fwrite(from.last->data(), sizeof(page), 1, file_) != 1) {
        throw cannot_write("a temporary file cannot be written");
    }
    from.in_file.push_back(end_);
    end_ += static_cast<long>(sizeof(page));
}

void parted_keys::read_page(long at, page& to) {
    if (std::fseek(file_, at, SEEK_SET) != 0 || std::fread(to.data(), sizeof to, 1, file_) != 1) {
        throw cannot_write("a temporary file cannot be read back");
    }
}

void duplicate_finder::refuse(const record_key& first, const record_key& second) const {
    const auto at = [&](const record_key& k) { return shown(files_[k.source()]) + ":" + std::to_string(k.line()); };
    throw bad_input(at(second), "the same period and labels as " + at(first) +
                                    "; remove one, add the label that tells them apart, or, "
                                    "where they count different things, add them up with cxm merge");
}

void duplicate_finder::add(const std::vector<record_key>& keys) {
    for (const record_key& key : keys) {
        if (later_) {
            later_->add(key);
            continue;
        }
        if (const record_key* first = table_.insert(key)) {
            refuse(*first, key);
        }
        if (table_.keys().size() >= most_at_once_) {
            later_.emplace(most_);
            for (const record_key& seen : table_.keys()) {
                later_->add(seen);
            }
        }
    }
}

void duplicate_finder::finish() {
    std::optional<std::pair<record_key, record_key>> earliest;
    for (std::size_t part = 0; later_ && part < parted_keys::parts; ++part) {
        table_.clear(later_->size(part));
        later_->for_each(part, [&](const record_key& key) {
            record_key* const same = table_.insert(key);
            if (same == nullptr) {
                return;
            }
            // A part is not in order: the table keeps the first of equals, and the first that repeats one is refused.
            const record_key second = same->place < key.place ? key : *same;
            same->place = std::min(same->place, key.place);
            if (!earliest || second.place < earliest->second.place) {
                earliest.emplace(*same, second);
            }
        });
    }
    if (earliest) {
        refuse(earliest->first, earliest->second);
    }
}

}  // namespace cxm
