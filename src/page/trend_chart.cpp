#include "page/trend_chart.hpp"

#include <algorithm>
#include <vector>

#include "page/axis.hpp"
#include "page/report_parts.hpp"
#include "page/svg/labels.hpp"
#include "page/svg/scale.hpp"
#include "page/trend_layers.hpp"
#include "text/shown.hpp"
#include "write/trend/words.hpp"

namespace cxm {

namespace {

extent values_of(const trend& t, const std::optional<double>& target) {
    extent values = extent::none();
    take_trend(values, t);
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
          labels_(side_labels()),
          plane_(plane_of()) {}

    drawing drawn() {
        draw_bands(to_, t_, plane_);
        draw_value_axis(to_, plane_.area, t_.of->shown, values_, in_);
        draw_means(to_, t_, plane_);
        if (look_.target) {
            const double height = plane_.y.at(*look_.target);
            to_.line({plane_.area.left, height}, {plane_.area.right, height}, {ink::target, 1.2, true});
        }
        draw_line(to_, t_, plane_);
        draw_points(to_, t_, plane_, t_.places.size() > 40 && look_.width < 500 ? 1.8 : 2.6, true);
        draw_periods(to_, t_, plane_, in_.say);
        draw_labels();
        return std::move(to_);
    }

private:
    struct side_label {
        double value;
        std::string text;
        int rank = 0;
        ink of = ink::muted;
        bool bold = false;
    };

    const trend& t_;
    const trend_look& look_;
    const notation& in_;
    drawing to_;
    extent values_;
    std::vector<side_label> labels_;
    trend_plane plane_;

    std::string value_text(double value) const { return trend_value(t_, value, in_); }

    trend_plane plane_of() const {
        const double left = room_for_ticks(t_.of->shown, values_, in_);
        double right = 0;
        for (const side_label& label : labels_) {
            right = std::max(right, text_width(label.text, drawing::text_size * 1.06));
        }
        const double most = look_.width / 3;
        const plot_area area{std::min(left, most) + 8, 10, look_.width - std::min(right, most) - 12, look_.height - 22};
        return {area, linear_scale(values_, area.bottom, area.top), t_.places.size()};
    }

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
                {*look_.target, std::string(in_.say("target")) + " " + value_text(*look_.target), 3, ink::target});
        }
        if (!is_missing(t_.chart.centre)) {
            labels.push_back({t_.chart.centre, std::string(in_.say("mean")) + " " + value_text(t_.chart.centre), 2});
        }
        const auto counted = last_counted(t_);
        if (counted && t_.chart.points[*counted].limits) {
            const bounds& limits = *t_.chart.points[*counted].limits;
            labels.push_back({limits.high, value_text(limits.high), 1});
            labels.push_back({limits.low, value_text(limits.low), 1});
        }
        return labels;
    }

    void draw_labels() {
        std::vector<placed_label> places;
        for (const side_label& label : labels_) {
            places.push_back({plane_.y.at(label.value), label.rank});
        }
        spread(places, drawing::text_size + 1.5, plane_.area.top, plane_.area.bottom);
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            if (places[i].kept) {
                to_.text({plane_.area.right + 7, places[i].at + 4}, labels_[i].text, anchor::start, labels_[i].of,
                         labels_[i].bold);
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
    const std::string title(title_of(*t.of, in.say));
    return last ? in.say("{}, {} to {}: {}; {}", title, shown(in.say.period(t.places.front().period)),
                         shown(in.say.period(t.places.back().period)), in.say(name(t.chart.verdict)),
                         values_in_words(t, *last, in))
                : title;
}

}  // namespace cxm
