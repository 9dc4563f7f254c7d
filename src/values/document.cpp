#include "values/document.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>

#include "bytes/descriptor.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"

namespace cxm {

namespace {

using json = nlohmann::json;

/// Counts lines as the parser reads on; nlohmann tells a place only for errors.
struct counting_iterator {
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char*;
    using reference = const char&;
    using iterator_category = std::input_iterator_tag;

    const char* at;
    std::uint64_t* line;

    reference operator*() const { return *at; }
    counting_iterator& operator++() {
        *line += *at == '\n' ? 1 : 0;
        ++at;
        return *this;
    }
    bool operator==(const counting_iterator& other) const { return at == other.at; }
    bool operator!=(const counting_iterator& other) const { return at != other.at; }
};

/// Builds the document; nlohmann's own would keep the last of repeated keys and round numbers.
class builder : public nlohmann::json_sax<json> {
public:
    builder(const std::string& file, const std::uint64_t& line) : file_(file), line_(line) {}

    document root;

    bool null() override { return put({}); }
    bool boolean(bool value) override { return put({document::kind::boolean, value, {}, {}, {}, line_}); }
    bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& written) override { return number(written); }
    bool string(string_t& value) override { return put({document::kind::text, false, value, {}, {}, line_}); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(document::kind::object); }
    bool start_array(std::size_t) override { return open(document::kind::list); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        if (open_.back()->find(name) != nullptr) {
            throw bad_input(here(), cxm::quote_of(name) + " is given twice; keep one");
        }
        open_.back()->members.push_back({name, {}});
        return true;
    }

    bool parse_error(std::size_t, const std::string& token, const json::exception& error) override {
        constexpr int out_of_range = 406;
        if (error.id == out_of_range) {
            throw bad_input(here(), cxm::quote_of(token) + " is out of the range of numbers");
        }
        const std::string what = error.what();
        const std::size_t detail = what.rfind("; ");
        throw bad_input(here(), "no JSON at " + cxm::quote_of(token) +
                                    (detail == std::string::npos ? "" : ": " + shown(what.substr(detail + 2))));
    }

private:
    static constexpr std::size_t deepest = 64;
    const std::string& file_;
    const std::uint64_t& line_;
    std::vector<document*> open_;

    std::string here() const { return shown_end(file_) + ":" + std::to_string(line_); }

    bool number(std::string written) { return put({document::kind::number, false, std::move(written), {}, {}, line_}); }

    document& slot() {
        if (open_.empty()) {
            return root;
        }
        document& parent = *open_.back();
        return parent.is == document::kind::list ? parent.items.emplace_back() : parent.members.back().value;
    }

    bool put(document value) {
        slot() = std::move(value);
        return true;
    }

    bool open(document::kind kind) {
        if (open_.size() == deepest) {
            throw bad_input(here(), "nested deeper than 64");
        }
        document& opened = slot();
        opened.is = kind;
        opened.line = line_;
        open_.push_back(&opened);
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }
};

std::string_view in_words(document::kind kind) {
    constexpr std::string_view words[] = {"null", "true or false", "a number", "text", "a list", "an object"};
    return words[static_cast<int>(kind)];
}

}  // namespace

const document* document::find(std::string_view name) const {
    const auto at = std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.name == name; });
    return at == members.end() ? nullptr : &at->value;
}

document parse_document(std::string_view text, const std::string& file) {
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    // The parser would take a NUL for the end and ignore what follows.
    const std::size_t nul = text.find('\0');
    if (nul != std::string_view::npos) {
        throw bad_input(shown_end(file), "a NUL byte at byte " + std::to_string(nul) + "; this is no text file");
    }
    const std::size_t invalid = first_invalid_utf8(text);
    if (invalid != std::string_view::npos) {
        throw bad_input(shown_end(file), "byte " + std::to_string(invalid) + " is not UTF-8; save the file as UTF-8");
    }
    std::uint64_t line = 1;
    builder built(file, line);
    json::sax_parse(counting_iterator{text.data(), &line}, counting_iterator{text.data() + text.size(), &line}, &built);
    return std::move(built.root);
}

std::string read_text(const std::string& file) {
    constexpr std::size_t most = std::size_t(64) << 20;
    struct closer {
        void operator()(std::FILE* f) const { f != stdin ? std::fclose(f) : 0; }
    };
    const std::unique_ptr<std::FILE, closer> in(file == "-" ? stdin : std::fopen(file.c_str(), "rb"));
    if (!in) {
        throw bad_input(shown_end(file), std::string("cannot be opened: ") + std::strerror(errno));
    }
    std::string text;
    char part[1 << 16];
    ssize_t got = 0;
    while ((got = read_some(fileno(in.get()), part, sizeof part)) > 0) {
        text.append(part, static_cast<std::size_t>(got));
        if (text.size() > most) {
            throw bad_input(shown_end(file), "is larger than 64 MiB");
        }
    }
    if (got < 0) {
        throw bad_input(shown_end(file), std::string("cannot be read: ") + std::strerror(errno));
    }
    return text;
}

std::string place(const std::string& file, const document& value) {
    return shown_end(file) + ":" + std::to_string(value.line);
}

const document& expect(const document& value, document::kind kind, const std::string& file, std::string_view what) {
    if (value.is != kind) {
        throw bad_input(place(file, value), std::string(what) + " must be " + std::string(in_words(kind)) + ", not " +
                                                std::string(in_words(value.is)));
    }
    return value;
}

void expect_members(const document& object, const std::vector<std::string_view>& known, const std::string& file) {
    for (const auto& [name, value] : object.members) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            std::string listed;
            for (const std::string_view key : known) {
                listed += (listed.empty() ? "; one of " : ", ") + std::string(key);
            }
            const std::string meant = did_you_mean(name, known);
            throw bad_input(place(file, value),
                            "unknown key " + cxm::quote_of(name) + (meant.empty() ? listed : meant));
        }
    }
}

}  // namespace cxm
