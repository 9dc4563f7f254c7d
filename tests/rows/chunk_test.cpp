#include "rows/chunk.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"

using namespace cxm;

namespace {

/// A text as a file, or as a pipe, which may break.
class text_source : public byte_source {
public:
    text_source(std::string text, bool is_file, std::size_t breaks_at = std::string::npos)
        : text_(std::move(text)), is_file_(is_file), breaks_at_(breaks_at) {}

    std::size_t read(char* to, std::size_t size) override {
        // Pipes give what there is, be it less than was asked for.
        const std::size_t count = read_part(at_, to, std::min<std::size_t>(size, 1 + at_ % 7));
        at_ += count;
        return count;
    }
    bool has_parts() const override { return is_file_; }
    std::size_t read_part(std::uint64_t from, char* to, std::size_t size) override {
        if (from + size > breaks_at_) {
            throw std::runtime_error("broken");
        }
        return from < text_.size() ? text_.copy(to, size, from) : 0;
    }
    std::uint64_t done() const override { return at_; }
    std::uint64_t total() const override { return text_.size(); }

private:
    std::string text_;
    bool is_file_;
    std::size_t breaks_at_;
    std::size_t at_ = 0;
};

struct handed_out {
    std::map<std::uint64_t, std::string> texts;  ///< by number
    std::map<std::uint64_t, std::uint64_t> lines, last_lines, offsets;
    std::size_t faults = 0;
};

handed_out all_chunks(text_source source, std::size_t size, unsigned threads) {
    chunk_options options;
    options.size = size;
    chunk_reader chunks(source, options);
    handed_out all;
    std::mutex one;
    const auto work = [&] {
        chunk text;
        try {
            while (chunks.next(text)) {
                const std::lock_guard lock(one);
                const char* const begin = text.buffer.data() + text.begin;
                all.texts[text.number] = std::string(begin, text.end - text.begin);
                all.lines[text.number] = text.line_of(begin);
                all.last_lines[text.number] = text.line_of(begin + (text.end - text.begin) - 1);
                all.offsets[text.number] = text.offset_of(begin);
            }
        } catch (const std::runtime_error&) {
            const std::lock_guard lock(one);
            ++all.faults;
        }
    };
    std::vector<std::thread> each;
    for (unsigned i = 0; i < threads; ++i) {
        each.emplace_back(work);
    }
    for (std::thread& t : each) {
        t.join();
    }
    return all;
}

/// Records with quotes, line feeds and all, that ends with a line feed.
std::string drawn_text(std::mt19937& random) {
    std::string text;
    for (int record = 0; record < 60; ++record) {
        text += std::string(random() % 30, 'x');
        for (std::size_t quoted = random() % 3; quoted != 0; --quoted) {
            text += ",\"" + std::string(random() % 20, "\ny"[random() % 2]) + "\"";
        }
        text += '\n';
    }
    return text;
}

}  // namespace

TEST_CASE("chunks of files and pipes are the whole text in order, each ends between records and knows its place") {
    std::mt19937 random(5);
    for (std::size_t size = 1; size <= 60; ++size) {
        const std::string text = drawn_text(random);
        for (const bool is_file : {true, false}) {
            const handed_out all = all_chunks(text_source(text, is_file), size, 1 + static_cast<unsigned>(size % 4));
            INFO("blocks of " << size << " bytes of a " << (is_file ? "file" : "pipe"));
            std::string joined;
            for (const auto& [number, part] : all.texts) {
                REQUIRE(all.offsets.at(number) == joined.size());
                REQUIRE(all.lines.at(number) ==
                        1 + static_cast<std::uint64_t>(std::count(joined.begin(), joined.end(), '\n')));
                REQUIRE(all.last_lines.at(number) == all.lines.at(number) + static_cast<std::uint64_t>(std::count(
                                                                                part.begin(), part.end() - 1, '\n')));
                REQUIRE(part.back() == '\n');
                REQUIRE(std::count(part.begin(), part.end(), '"') % 2 == 0);
                joined += part;
            }
            REQUIRE(joined == text);
        }
    }
}

TEST_CASE("what comes before a place that cannot be read is handed out, and the fault is told once") {
    std::mt19937 random(6);
    const std::string text = drawn_text(random);
    for (std::size_t breaks_at = 0; breaks_at < text.size(); breaks_at += 50) {
        for (const bool is_file : {true, false}) {
            const handed_out all = all_chunks(text_source(text, is_file, breaks_at), 10, 3);
            REQUIRE(all.faults == 1);
            std::string joined;
            for (const auto& [number, part] : all.texts) {
                joined += part;
            }
            REQUIRE(text.substr(0, joined.size()) == joined);
            REQUIRE(joined.size() <= breaks_at);
        }
    }
}

TEST_CASE("the last line of a text knows its number, whether a line feed ends it or not") {
    for (const std::string end : {"\n", ""}) {
        const handed_out all = all_chunks(text_source("a\nb\n\"c\nd\"\ne" + end, true), 4, 1);
        CHECK(all.last_lines.rbegin()->second == 5);
    }
}
