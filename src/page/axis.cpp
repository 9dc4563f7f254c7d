#include "page/axis.hpp"

#include <algorithm>
#include <cmath>

#include "page/svg/labels.hpp"

namespace cxm {

namespace {

double size_of_unit(as shown) { return is_percentage(shown) ? 100 : 1; }

}  // namespace

std::vector<double> unit_ticks(as shown, extent values, int about) {
    const double size = size_of_unit(shown);
    const tick_steps steps = shown == as::seconds ? tick_steps::times
                             : shown == as::count ? tick_steps::whole
                                                  : tick_steps::decimal;
    std::vector<double> ticks = ticks_in({values.low * size, values.high * size}, about, steps);
    for (double& tick : ticks) {
        tick /= size;
    }
    return ticks;
}

std::vector<std::string> tick_texts(as shown, const std::vector<double>& ticks, const notation& in) {
    constexpr int most = 8;
    std::vector<std::string> texts;
    int decimals = 0;
    const auto differ = [&] { return std::adjacent_find(texts.begin(), texts.end()) == texts.end(); };
    const double size = size_of_unit(shown);
    double step = ticks.size() > 1 ? std::fabs(ticks[1] - ticks[0]) * size : 0;
    for (; step > 0 && decimals < most && std::fabs(step - std::round(step)) > 1e-6 * step; step *= 10) {
        ++decimals;
    }
    do {
        texts.clear();
        for (const double tick : ticks) {
            const std::string number =
                shown == as::seconds ? people_number(shown, tick, 0, in.say) : fixed(tick * size, decimals, in.say);
            texts.push_back(is_percentage(shown) ? with_unit(number, shown, in) : number);
        }
    } while (!differ() && ++decimals < most);
    return texts;
}

double room_for_ticks(as shown, extent values, const notation& in) {
    double room = 0;
    for (const std::string& text : tick_texts(shown, unit_ticks(shown, values, 4), in)) {
        room = std::max(room, text_width(text, drawing::text_size));
    }
    return room;
}

void draw_value_axis(drawing& to, const plot_area& at, as shown, extent values, const notation& in) {
    const linear_scale y(values, at.bottom, at.top);
    const std::vector<double> ticks = unit_ticks(shown, values, 4);
    const std::vector<std::string> texts = tick_texts(shown, ticks, in);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const double height = y.at(ticks[i]);
        to.line({at.left, height}, {at.right, height}, {ink::rule, 0.7});
        to.text({at.left - 6, height + 4}, texts[i], anchor::end);
    }
}

void draw_names_below(drawing& to, const plot_area& at, const std::vector<std::string>& names,
                      const std::vector<double>& x) {
    double free_to = to.width() + 1;
    double widest = 0;
    for (const std::string& name : names) {
        widest = std::max(widest, text_width(name, drawing::text_size));
    }
    constexpr double gap = 10;
    const double room = names.size() > 1 ? (x.back() - x.front()) / static_cast<double>(names.size() - 1) : widest;
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((widest + gap) / std::max(room, 1e-3))));
    for (std::size_t i = names.size(); i-- > 0;) {
        if ((names.size() - 1 - i) % every != 0) {
            continue;
        }
        const double width = text_width(names[i], drawing::text_size);
        const double half = width / 2 + 0.5;
        const double middle = std::clamp(x[i], half, std::max(half, to.width() - half));
        if (middle + width / 2 > free_to) {
            continue;
        }
        to.line({x[i], at.bottom}, {x[i], at.bottom + 3}, {ink::muted, 0.7});
        to.text({middle, at.bottom + 15}, names[i], anchor::middle);
        free_to = middle - width / 2 - gap / 2;
    }
}

void draw_value_axis_below(drawing& to, const plot_area& at, as shown, extent values, const notation& in) {
    const linear_scale x(values, at.left, at.right);
    const std::vector<double> ticks = unit_ticks(shown, values, 4);
    const std::vector<std::string> texts = tick_texts(shown, ticks, in);
    double free_from = -1;
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const double place = x.at(ticks[i]);
        const double half = text_width(texts[i], drawing::text_size) / 2;
        to.line({place, at.top}, {place, at.bottom}, {ink::rule, 0.7});
        const double middle = std::clamp(place, half, to.width() - half);
        if (middle - half > free_from) {
            to.text({middle, at.bottom + 14}, texts[i], anchor::middle);
            free_from = middle + half + 8;
        }
    }
}

}  // namespace cxm
