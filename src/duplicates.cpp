#include "duplicates.hpp"

#include <algorithm>

#include "problem.hpp"

namespace cxm {

record_key* key_table::insert(const record_key& key) {
    if (used_ * 4 >= slots_.size() * 3) {
        grow();
    }
    for (std::size_t i = key.low;; ++i) {
        record_key& slot = slots_[i & (slots_.size() - 1)];
        if (slot.place == 0) {
            slot = key;
            ++used_;
            return nullptr;
        }
        if (slot.same_as(key)) {
            return &slot;
        }
    }
}

void key_table::clear() {
    std::fill(slots_.begin(), slots_.end(), record_key{});
    used_ = 0;
}

void key_table::grow() {
    std::vector<record_key> old(slots_.size() * 4);
    old.swap(slots_);
    used_ = 0;
    for (const record_key& key : old) {
        if (key.place != 0) {
            insert(key);
        }
    }
}

namespace {

constexpr std::size_t page = 512;

std::FILE* require(std::FILE* file) {
    return file != nullptr ? file : throw cannot_write("a temporary file cannot be made");
}

}  // namespace

spilled_keys::spilled_keys() : file_(require(std::tmpfile())) {}

spilled_keys::~spilled_keys() { std::fclose(file_); }

void spilled_keys::add(const record_key& key) {
    part& to = parts_[key.high % parts];
    to.last.reserve(page);
    to.last.push_back(key);
    if (to.last.size() == page) {
        if (std::fwrite(to.last.data(), sizeof key, page, file_) != page) {
            throw cannot_write("a temporary file cannot be written");
        }
        to.pages.push_back(end_);
        end_ += static_cast<long>(page * sizeof key);
        to.last.clear();
    }
}

void spilled_keys::read(std::size_t which, std::vector<record_key>& to) {
    const part& from = parts_[which];
    for (const long at : from.pages) {
        to.resize(to.size() + page);
        if (std::fseek(file_, at, SEEK_SET) != 0 ||
            std::fread(&to[to.size() - page], sizeof(record_key), page, file_) != page) {
            throw cannot_write("a temporary file cannot be read back");
        }
    }
    to.insert(to.end(), from.last.begin(), from.last.end());
}

void duplicate_finder::refuse(const record_key& first, const record_key& second) const {
    const auto at = [&](const record_key& k) { return shown(files_[k.source()]) + ":" + std::to_string(k.line()); };
    throw bad_input(at(second), "the same period and labels as " + at(first) +
                                    "; remove one, add the label that tells them apart, or add them up with cxm merge");
}

void duplicate_finder::add(const std::vector<record_key>& keys) {
    // Far enough ahead for memory to answer in time.
    constexpr std::size_t ahead = 16;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (spilled_) {
            spilled_->add(keys[i]);
            continue;
        }
        table_.prefetch(keys[std::min(i + ahead, keys.size() - 1)]);
        if (const record_key* first = table_.insert(keys[i])) {
            refuse(*first, keys[i]);
        }
        if (table_.size() >= most_) {
            spilled_.emplace();
            table_.for_each([&](const record_key& key) { spilled_->add(key); });
            table_ = {};
        }
    }
}

void duplicate_finder::finish() {
    std::optional<std::pair<record_key, record_key>> earliest;
    std::vector<record_key> keys;
    for (std::size_t part = 0; spilled_ && part < spilled_keys::parts; ++part) {
        keys.clear();
        spilled_->read(part, keys);
        table_.clear();
        for (const record_key& key : keys) {
            record_key* const same = table_.insert(key);
            if (same == nullptr) {
                continue;
            }
            // A part is not in order: the table keeps the first of equals, and the first that repeats one is refused.
            const record_key second = same->place < key.place ? key : *same;
            same->place = std::min(same->place, key.place);
            if (!earliest || second.place < earliest->second.place) {
                earliest.emplace(*same, second);
            }
        }
    }
    if (earliest) {
        refuse(earliest->first, earliest->second);
    }
}

}  // namespace cxm
