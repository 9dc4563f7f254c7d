#include "page/trend_chart.hpp"

#include <algorithm>
#include <vector>

#include "page/axis.hpp"
#include "page/svg/labels.hpp"
#include "page/svg/scale.hpp"
#include "page/words.hpp"
#include "text/shown.hpp"
#include "write/trend/words.hpp"

namespace cxm {

mark mark_of(trend_verdict v) {
    return v == trend_verdict::improvement ? mark::up : v == trend_verdict::concern ? mark::down : mark::dot;
}

ink ink_of(trend_verdict v) {
    return v == trend_verdict::improvement ? ink::better : v == trend_verdict::concern ? ink::worse : ink::usual;
}

namespace {

extent values_of(const trend& t, const std::optional<double>& target) {
    extent values = extent::none();
    for (std::size_t i = 0; i < t.places.size(); ++i) {
        if (!is_missing(t.places[i].value)) {
            values.take(t.places[i].value);
        }
        if (const auto& limits = t.chart.points[i].limits) {
            values.take(limits->low);
            values.take(limits->high);
        }
    }
    if (target) {
        values.take(*target);
    }
    return padded(values.any() ? values : extent{0, 1});
}

/// What draws one trend.
class trend_drawing {
public:
    trend_drawing(const trend& t, const trend_look& look, const notation& in)
        : t_(t),
          look_(look),
          in_(in),
          to_(look.width, look.height),
          values_(values_of(t, look.target)),
          area_(area_of()),
          y_(values_, area_.bottom, area_.top) {}

    drawing drawn() {
        draw_bands();
        draw_value_axis(to_, area_, t_.of->shown, values_, in_);
        draw_means();
        if (look_.target) {
            const double height = y_.at(*look_.target);
            to_.line({area_.left, height}, {area_.right, height}, {ink::target, 1.2, true});
        }
        draw_course();
        draw_points();
        draw_periods();
        draw_labels();
        return std::move(to_);
    }

private:
    const trend& t_;
    const trend_look& look_;
    const notation& in_;
    drawing to_;
    extent values_;
    plot_area area_;
    linear_scale y_;

    std::string value_text(double value) const { return trend_value(t_, value, in_); }

    plot_area area_of() const {
        double left = 0;
        for (const std::string& text : tick_texts(t_.of->shown, unit_ticks(t_.of->shown, values_, 4), in_)) {
            left = std::max(left, text_width(text, drawing::text_size));
        }
        double right = 0;
        for (const auto& [value, text] : label_texts()) {
            right = std::max(right, text_width(text, drawing::text_size * 1.06));
        }
        const double most = look_.width / 3;
        return {std::min(left, most) + 8, 10, look_.width - std::min(right, most) - 12, look_.height - 22};
    }

    double x_of(std::size_t place) const {
        const double part =
            t_.places.size() > 1 ? static_cast<double>(place) / static_cast<double>(t_.places.size() - 1) : 0.5;
        return area_.left + 5 + part * (area_.right - area_.left - 10);
    }

    point place_of(std::size_t i) const { return {x_of(i), y_.at(t_.places[i].value)}; }

    /// A band a phase, broken where there is no limit.
    void draw_bands() {
        for (const chart_phase& phase : t_.chart.phases) {
            std::vector<point> upper;
            std::vector<point> lower;
            for (std::size_t i = phase.places.first; i < phase.places.end; ++i) {
                if (const auto& limits = t_.chart.points[i].limits) {
                    upper.push_back({x_of(i), y_.at(limits->high)});
                    lower.push_back({x_of(i), y_.at(limits->low)});
                }
            }
            if (upper.size() > 1) {
                upper.insert(upper.end(), lower.rbegin(), lower.rend());
                to_.area(upper, ink::band);
            }
        }
    }

    void draw_means() {
        for (const chart_phase& phase : t_.chart.phases) {
            if (!is_missing(phase.centre)) {
                const double height = y_.at(phase.centre);
                to_.line({x_of(phase.places.first), height}, {x_of(phase.places.end - 1), height}, {ink::muted, 0.9});
            }
            if (phase.places.first > 0) {
                const double since = (x_of(phase.places.first) + x_of(phase.places.first - 1)) / 2;
                to_.line({since, area_.top}, {since, area_.bottom}, {ink::muted, 0.9, true});
            }
        }
    }

    void draw_course() {
        std::vector<point> through;
        const auto end_stretch = [&] {
            if (through.size() > 1) {
                to_.path(through, {ink::usual, 1.3});
            }
            through.clear();
        };
        for (std::size_t i = 0; i < t_.places.size(); ++i) {
            if (is_missing(t_.places[i].value)) {
                end_stretch();
            } else {
                through.push_back(place_of(i));
            }
        }
        end_stretch();
    }

    void draw_points() {
        const double radius = t_.places.size() > 40 && look_.width < 500 ? 1.8 : 2.6;
        for (std::size_t i = 0; i < t_.places.size(); ++i) {
            const trend_place& place = t_.places[i];
            if (is_missing(place.value)) {
                continue;
            }
            if (place.is == place_kind::partial) {
                to_.sign(place_of(i), mark::hollow, ink::usual, radius);
                continue;
            }
            const bool stands_out = !t_.chart.points[i].signals.empty();
            const trend_verdict is = stands_out ? verdict_at(t_, i) : trend_verdict::no_change;
            to_.sign(place_of(i), mark_of(is), ink_of(is), radius);
        }
    }

    void draw_periods() {
        std::vector<std::string> names;
        std::vector<double> x;
        for (std::size_t i = 0; i < t_.places.size(); ++i) {
            names.push_back(shown(t_.places[i].period));
            x.push_back(x_of(i));
        }
        draw_names_below(to_, area_, names, x);
    }

    struct side_label {
        double value;
        std::string text;
        int rank = 0;
        ink of = ink::muted;
        bool bold = false;
    };

    /// What stands to the right: the last value before all, then the target, the mean and the limits.
    std::vector<side_label> side_labels() const {
        std::vector<side_label> labels;
        std::optional<std::size_t> last;
        for (std::size_t i = 0; i < t_.places.size(); ++i) {
            last = is_missing(t_.places[i].value) ? last : i;
        }
        if (last) {
            labels.push_back({t_.places[*last].value, value_text(t_.places[*last].value), 4, ink::text, true});
        }
        if (look_.target) {
            labels.push_back(
                {*look_.target, std::string(say(page_word::target)) + " " + value_text(*look_.target), 3, ink::target});
        }
        if (!is_missing(t_.chart.centre)) {
            labels.push_back(
                {t_.chart.centre, std::string(say(page_word::mean)) + " " + value_text(t_.chart.centre), 2});
        }
        const auto counted = last_counted(t_);
        if (counted && t_.chart.points[*counted].limits) {
            const bounds& limits = *t_.chart.points[*counted].limits;
            labels.push_back({limits.high, value_text(limits.high), 1});
            labels.push_back({limits.low, value_text(limits.low), 1});
        }
        return labels;
    }

    std::vector<std::pair<double, std::string>> label_texts() const {
        std::vector<std::pair<double, std::string>> texts;
        for (const side_label& label : side_labels()) {
            texts.emplace_back(label.value, label.text);
        }
        return texts;
    }

    void draw_labels() {
        const std::vector<side_label> labels = side_labels();
        std::vector<placed_label> places;
        for (const side_label& label : labels) {
            places.push_back({y_.at(label.value), label.rank});
        }
        spread(places, drawing::text_size + 1.5, area_.top, area_.bottom);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (places[i].kept) {
                to_.text({area_.right + 7, places[i].at + 4}, labels[i].text, anchor::start, labels[i].of,
                         labels[i].bold);
            }
        }
    }
};

}  // namespace

drawing trend_chart(const trend& t, const trend_look& look, const notation& in) {
    return trend_drawing(t, look, in).drawn();
}

std::string trend_in_words(const trend& t, const notation& in) {
    const auto last = last_counted(t);
    const std::string title(t.of->title.empty() ? t.of->key : t.of->title);
    return last ? say(page_word::chart_of, title, shown(t.places.front().period), shown(t.places.back().period),
                      name(t.chart.verdict), values_in_words(t, *last, in))
                : title;
}

std::string spark(const std::vector<double>& values, std::string_view label, double width, double height) {
    extent seen = extent::none();
    for (const double value : values) {
        seen.take(value);
    }
    drawing to(width, height);
    const linear_scale y(seen.any() ? seen : extent{0, 1}, height - 4, 4);
    const double step = values.size() > 1 ? (width - 8) / static_cast<double>(values.size() - 1) : 0;
    std::vector<point> through;
    const auto end_stretch = [&] {
        if (through.size() > 1) {
            to.path(through, {ink::usual, 1.2});
        }
        through.clear();
    };
    std::optional<point> last;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (is_missing(values[i])) {
            end_stretch();
        } else {
            last = point{4 + static_cast<double>(i) * step, y.at(values[i])};
            through.push_back(*last);
        }
    }
    end_stretch();
    if (last) {
        to.sign(*last, mark::dot, ink::text, 2.4);
    }
    return to.figure(label);
}

}  // namespace cxm
