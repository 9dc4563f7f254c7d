#include "bytes/block_reader.hpp"

#include <algorithm>
#include <utility>

#include "bytes/byte_scan.hpp"

namespace cxm {

void block_reader::fill(std::string& text, std::size_t bytes) {
    if (ended_ || text.size() >= bytes) {
        return;
    }
    const std::size_t had = text.size();
    text.resize(bytes);
    const std::size_t got = read_fully(*from_, text.data() + had, bytes - had);
    text.resize(had + got);
    ended_ = got < bytes - had;
}

std::uint64_t block_reader::pass(std::string_view text) {
    const std::size_t lines = bytes::count(text, '\n');
    line_ += lines;
    if (lines != 0) {
        column_ = 1;
        text.remove_prefix(text.rfind('\n') + 1);
    }
    column_ += bytes::count_characters(text);
    return lines;
}

std::string_view block_reader::peek(std::size_t bytes) {
    fill(carry_, bytes);
    return carry_;
}

void block_reader::skip(std::size_t bytes) {
    pass(std::string_view(carry_).substr(0, bytes));
    carry_.erase(0, bytes);
}

input_block block_reader::rest() const {
    return {std::make_shared<const std::string>(carry_), line_, column_, 0, !began_, ended_};
}

std::optional<input_block> block_reader::next(const std::function<std::size_t(std::string_view)>& end_of_records,
                                              std::size_t times) {
    std::string text = std::exchange(carry_, {});
    std::size_t cut = 0;
    bool last = false;
    for (std::size_t window = block_size_ * times;; window = window * 2) {
        fill(text, window + 1);  // one byte more shows whether this is the end
        last = ended_ && text.size() <= window;
        if (last) {
            cut = text.size();
            break;
        }
        cut = end_of_records(std::string_view(text).substr(0, window));
        if (cut != 0) {
            break;
        }
        if (window >= longest_record) {
            cut = window;
            break;
        }
    }
    if (text.empty()) {
        return std::nullopt;
    }
    carry_ = text.substr(cut);
    text.resize(cut);
    input_block block{nullptr, line_, column_, 0, !std::exchange(began_, true), last};
    block.lines = pass(text);
    block.text = std::make_shared<const std::string>(std::move(text));
    return block;
}

}  // namespace cxm
