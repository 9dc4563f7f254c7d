#include "text/shown.hpp"
#include "text/utf8.hpp"
#include "write/credit/formats.hpp"
#include "write/credit/words.hpp"
#include "write/grid.hpp"
#include "write/lines.hpp"

namespace cxm {

namespace {

constexpr std::size_t widest_channel = 24;

/// The models of one view, in as many grids one below the other as the width needs.
class credit_grids {
public:
    credit_grids(const shown_credit& shown, const credit_view& view)
        : shown_(shown), view_(view), channels_(shown.of.channels_met()) {
        name_width_ = display_width(shown.drawn.say("channel"));
        for (const std::size_t channel : channels_) {
            name_width_ = std::max(name_width_, display_width(name_of(channel)));
        }
    }

    void draw(lines& to) const {
        for (std::size_t first = 0; first < shown_.of.models.size();) {
            const std::size_t end = end_of(first);
            draw_models(to, first, end);
            first = end;
        }
    }

private:
    const shown_credit& shown_;
    const credit_view& view_;
    std::vector<std::size_t> channels_;
    std::size_t name_width_ = 0;

    std::string name_of(std::size_t channel) const {
        return cut_to_fit(cxm::escaped(shown_.of.from.channels[channel]), widest_channel, shown_.drawn.ascii);
    }

    std::size_t width_of(const model_credit& model) const {
        std::size_t width = model.by->name.size();
        for (const std::size_t channel : channels_) {
            width = std::max(width, display_width(view_.cell(shown_, model, channel)));
        }
        return width;
    }

    /// The models from one on that fit beside each other, at least one.
    std::size_t end_of(std::size_t first) const {
        std::size_t width = 2 + name_width_;
        std::size_t end = first;
        for (; end < shown_.of.models.size(); ++end) {
            width += 2 + width_of(shown_.of.models[end]);
            if (end != first && width > shown_.drawn.width) {
                break;
            }
        }
        return end;
    }

    void draw_models(lines& to, std::size_t first, std::size_t end) const {
        std::vector<grid_column> columns = {
            {.title = std::string(shown_.drawn.say("channel")), .to_the_right = false, .least = name_width_}};
        for (std::size_t i = first; i < end; ++i) {
            columns.push_back({.title = shown_.of.models[i].by->name});
        }
        grid table(columns, 2);
        for (const std::size_t channel : channels_) {
            std::vector<grid_cell> row = {{name_of(channel)}};
            for (std::size_t i = first; i < end; ++i) {
                row.push_back({view_.cell(shown_, shown_.of.models[i], channel)});
            }
            table.add(std::move(row));
        }
        table.fit(shown_.drawn.width);
        to.end_line();
        table.draw_titles(to, shown_.drawn.ascii);
        for (std::size_t i = 0; i < channels_.size(); ++i) {
            table.draw_row(to, i, shown_.drawn.ascii);
        }
    }
};

}  // namespace

std::string table_credit(const shown_credit& shown) {
    lines to(shown.drawn.colour);
    to.paragraph(0, credit_headline(shown), shown.drawn.width);
    for (const credit_view& view : views_of(shown)) {
        to.end_line();
        to.left(0, view.title, style::bold);
        to.end_line();
        credit_grids(shown, view).draw(to);
    }
    to.end_line();
    for (const std::string& remark : remarks_on(shown)) {
        to.paragraph(2, remark, shown.drawn.width);
    }
    return to.text();
}

}  // namespace cxm
