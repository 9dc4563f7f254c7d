#include <algorithm>
#include <cxm/dimension.hpp>
#include <cxm/metrics/experience.hpp>
#include <cxm/parse.hpp>
#include <cxm/weights_in.hpp>
#include <iterator>
#include <map>

#include "catalogue/metrics_in_use.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "text/utf8.hpp"
#include "values/document.hpp"

namespace cxm {

namespace {

constexpr as shapes[] = {as::share,    as::rate,  as::points,  as::score, as::ratio,
                         as::multiple, as::money, as::seconds, as::count};

/// What a formula must come to for a way of showing it.
unit required(as shown) {
    switch (shown) {
        case as::money: return unit::money;
        case as::seconds: return unit::seconds;
        case as::score: return unit::points;
        default: return unit::number;
    }
}

/// A sum of the terms of rox has limits as rox has.
void take_limits_of_rox(metric& own) {
    if (weights_in(own.value, rox.terms)) {
        own.limits = rox.limits;
        own.stand_ins =
            position(own.value, experience_stayed) < own.value.inputs().size() ? rox.stand_ins : own.stand_ins;
    }
}

/// One file of metrics, which may build on each other in any order.
class definitions {
public:
    definitions(const document& root, const std::string& file, const catalogue& known,
                std::span<const std::string_view> reserved, bool is_inline = false)
        : file_(file), known_(known), reserved_(reserved), is_inline_(is_inline) {
        const document* list = &root;
        if (root.is == document::kind::object) {
            expect_members(root, {"$schema", "measures", "metrics"}, file_);
            list = root.find("metrics");
            if (list == nullptr && root.find("measures") != nullptr) {
                return;
            }
            if (list == nullptr) {
                throw bad_input(place(file_, root), "a metrics file needs \"metrics\", a list");
            }
        }
        for (const document& item : expect(*list, document::kind::list, file_, "metrics").items) {
            enter(item);
        }
    }

    /// The formula of a metric of this file, with those it builds on.
    formula formula_of(const std::string& key) {
        entry& e = entries_.at(key);
        if (e.state == entry::known) {
            return e.value;
        }
        if (e.state == entry::being_read) {
            throw bad_input(place(file_, *e.text), key + " is defined by itself; break the cycle");
        }
        e.state = entry::being_read;
        const document& text = required_text(*e.object, "formula", key);
        try {
            e.value = parse(text.text, [&](std::string_view name) { return named(name); });
        } catch (const parse_error& wrong) {
            const std::string_view nearest_name = wrong.found.size() > 2 ? nearest(bare(wrong.found), names()) : "";
            throw bad_input(place(file_, text),
                            key + ": formula: " + wrong.what() +
                                (nearest_name.empty() || wrong.found[0] != '\'' ? "" : meant_is(nearest_name)));
        }
        e.state = entry::known;
        return e.value;
    }

    const std::vector<std::string>& keys() const { return order_; }

    /// Every entry in the order of the file, as a metric whose texts live in `texts`.
    void build(std::deque<metric>& into, std::deque<std::string>& texts, std::vector<const metric*>& list) {
        for (const std::string& key : order_) {
            list.push_back(&into.emplace_back(build_one(key, texts)));
        }
    }

private:
    struct entry {
        enum { unread, being_read, known } state = unread;
        const document* object = nullptr;
        const document* text = nullptr;
        formula value = {};
    };

    const std::string& file_;
    const catalogue& known_;
    std::span<const std::string_view> reserved_;
    bool is_inline_;  ///< written in a line, where what follows may be left out
    std::map<std::string, entry> entries_;
    std::vector<std::string> order_;

    static std::string_view bare(std::string_view quoted_name) { return quoted_name.substr(1, quoted_name.size() - 2); }

    const document& required_text(const document& object, std::string_view name, const std::string& key) const {
        const document* value = object.find(name);
        if (value == nullptr) {
            throw bad_input(place(file_, object),
                            (key.empty() ? "a metric" : key) + " needs \"" + std::string(name) + "\"");
        }
        return expect(*value, document::kind::text, file_, name);
    }

    void enter(const document& object) {
        expect(object, document::kind::object, file_, "a metric");
        expect_members(
            object, {"key", "title", "meaning", "formula", "unit", "better", "guide", "pitfalls", "rivals", "source"},
            file_);
        const document& key = required_text(object, "key", "");
        if (!is_key(key.text)) {
            throw bad_input(place(file_, key), "key " + quote_of(key.text) +
                                                   " must begin with a-z and go on with a-z, 0-9 and _, 64 at most");
        }
        if (is_taken(key.text)) {
            throw bad_input(place(file_, key), "key " + quote_of(key.text) + " is taken; choose another");
        }
        entries_[key.text] = {entry::unread, &object, &key, {}};
        order_.push_back(key.text);
    }

    bool is_taken(const std::string& key) const {
        const auto is_among = [&](auto&& words) { return std::find(words.begin(), words.end(), key) != words.end(); };
        const bool is_ours = known_.find_metric(key) != nullptr || known_.find_measure(key) != nullptr;
        return (is_ours && (catalogue::is_first(key) || known_.has_own(key))) || entries_.contains(key) ||
               is_among(reserved_) || is_reserved(key);
    }

    std::optional<formula> named(std::string_view name) {
        if (const std::string own(name); entries_.contains(own)) {
            return formula_of(own);
        }
        if (const measure* m = known_.find_measure(name)) {
            return formula(*m);
        }
        const metric* const m = known_.find_metric(name);
        return m == nullptr ? std::nullopt : std::optional(m->value);
    }

    std::vector<std::string_view> names() const {
        std::vector<std::string_view> known_names;
        for (const measure* m : known_.measures()) {
            known_names.push_back(m->key);
        }
        for (const metric* m : known_.metrics()) {
            known_names.push_back(m->key);
        }
        for (const auto& [key, value] : entries_) {
            known_names.push_back(key);
        }
        return known_names;
    }

    /// How a formula is shown of which nobody says it: by what it comes to.
    as usual_shape(const std::string& key) const {
        try {
            switch (const unit comes_to = dimension(entries_.at(key).value); comes_to) {
                case unit::money: return as::money;
                case unit::seconds: return as::seconds;
                case unit::points: return as::score;
                default: return is_count(comes_to) ? as::count : as::ratio;
            }
        } catch (const unit_error&) {
            return as::ratio;  // which is refused with the reason, as any other shape
        }
    }

    as shape_of(const document& object, const std::string& key) const {
        if (object.find("unit") == nullptr && is_inline_) {
            return usual_shape(key);
        }
        const document& text = required_text(object, "unit", key);
        const auto at = std::find_if(std::begin(shapes), std::end(shapes), [&](as s) { return name(s) == text.text; });
        if (at == std::end(shapes)) {
            std::vector<std::string_view> words;
            std::string listed;
            for (const as s : shapes) {
                words.push_back(name(s));
                listed += (listed.empty() ? "" : ", ") + std::string(name(s));
            }
            throw bad_input(place(file_, text), key + ": unknown unit " + quote_of(text.text) +
                                                    did_you_mean(text.text, words) + "; one of " + listed);
        }
        return *at;
    }

    good direction_of(const document& object, const std::string& key) const {
        if (object.find("better") == nullptr && is_inline_) {
            return good::higher;
        }
        const document& text = required_text(object, "better", key);
        if (text.text != "higher" && text.text != "lower") {
            throw bad_input(place(file_, text),
                            key + ": better is \"higher\" or \"lower\", not " + quote_of(text.text));
        }
        return text.text == "higher" ? good::higher : good::lower;
    }

    /// A text that is shown to people as it is, so it may hold nothing that a terminal would obey.
    const document& printable(const document& text, std::string_view name) const {
        expect(text, document::kind::text, file_, name);
        for (std::string_view rest = text.text; !rest.empty();) {
            const std::string_view character = rest.substr(0, first_character(rest).bytes);
            if (shown(character) != character) {
                throw bad_input(place(file_, text),
                                std::string(name) + ": " + quote_of(character) + " cannot be printed");
            }
            rest.remove_prefix(character.size());
        }
        return text;
    }

    metric build_one(const std::string& key, std::deque<std::string>& texts) {
        const entry& e = entries_.at(key);
        const document& object = *e.object;
        const auto text = [&](std::string_view name) -> std::string_view {
            const document* value = object.find(name);
            return value == nullptr ? std::string_view()
                                    : std::string_view(texts.emplace_back(printable(*value, name).text));
        };
        metric own{.key = texts.emplace_back(key),
                   .title = texts.emplace_back(printable(required_text(object, "title", key), "title").text),
                   .meaning = text("meaning"),
                   .value = formula_of(key),
                   .shown = shape_of(object, key),
                   .better = direction_of(object, key),
                   .guide = text("guide"),
                   .pitfalls = text("pitfalls"),
                   .rivals = text("rivals"),
                   .source = text("source")};
        check(own, *object.find("formula"));
        if (own.shown == as::ratio || own.shown == as::multiple) {
            take_limits_of_rox(own);
        }
        return own;
    }

    /// Units that cannot be mixed, and ways of showing that the formula does not support.
    void check(const metric& own, const document& text) const {
        const std::string key(own.key);
        unit comes_to{};
        try {
            comes_to = dimension(own.value);
        } catch (const unit_error& wrong) {
            throw bad_input(place(file_, text), key + ": formula: " + wrong.what());
        }
        if (own.shown == as::count ? !is_count(comes_to) : comes_to != required(own.shown)) {
            throw bad_input(place(file_, text), key + ": the formula comes to " + std::string(name(comes_to)) +
                                                    ", which cannot be shown as " + std::string(name(own.shown)));
        }
        const bool counted = own.shown == as::share || own.shown == as::rate;
        const fraction sides = split(own.value);
        if (counted && (sides.top.empty() || !is_count(dimension(sides.top)) || !is_count(dimension(sides.bottom)))) {
            throw bad_input(place(file_, text), key + ": a " + std::string(name(own.shown)) +
                                                    " is one count over another; \"ratio\" shows any fraction");
        }
        if (own.value.inputs().empty()) {
            throw bad_input(place(file_, text), key + ": the formula uses no measure");
        }
    }
};

}  // namespace

void catalogue::add_all(const document& root, const std::string& file, std::span<const std::string_view> reserved,
                        bool is_inline) {
    definitions own(root, file, *this, reserved, is_inline);
    for (const std::string& key : own.keys()) {
        if (find_metric(key) != nullptr || find_measure(key) != nullptr) {
            give_way(key);
        }
    }
    std::vector<const metric*> added;
    own.build(own_, text_, added);
    std::vector<const metric*>& listed = own_list();
    listed.insert(listed.end(), added.begin(), added.end());
}

}  // namespace cxm
