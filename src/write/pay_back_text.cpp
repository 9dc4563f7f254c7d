#include "write/pay_back_text.hpp"

#include <cmath>

#include "write/json/object.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"

namespace cxm {

std::string_view why_never() { return "all that a customer ever brings is no more than it took to win them"; }

std::string write_pay_back(const pay_back& p, std::string_view currency, const look& drawn) {
    constexpr std::string_view key = "payback";
    const std::size_t indent = key.size() + 2;
    const auto money = [&](double amount) {
        return with_unit(people_number(as::money, amount, 2, drawn.say), as::money, {currency, drawn.ascii, drawn.say});
    };
    lines out(drawn.colour);
    out.left(0, key);
    if (!p.periods) {
        out.left(indent, drawn.say("never"), style::bad);
        out.end_line();
        out.paragraph(indent,
                      drawn.say("All that a customer ever brings comes to {}, and it took {} to win them.",
                                money(p.ever), money(p.cost)),
                      drawn.width);
        return out.text();
    }
    out.left(indent, counted(drawn.say, *p.periods, "{} period", "{} periods"), style::bold);
    out.end_line();
    out.paragraph(indent,
                  drawn.say("The payments up to then come to {}, and it took {} to win a customer. {}", money(p.paid),
                            money(p.cost),
                            std::isinf(p.ever) ? std::string(drawn.say("Nobody leaves, so there is no end to them."))
                                               : drawn.say("All that ever comes is {}.", money(p.ever))),
                  drawn.width);
    out.paragraph(indent,
                  drawn.say("The first payment comes at once, margin and retention are those of one period and stay "
                            "as they are, and nothing is discounted."),
                  drawn.width, style::dim);
    return out.text();
}

std::string pay_back_json(const pay_back& p, std::string_view currency) {
    std::string text;
    json_object object(text);
    object.text("status", p.periods ? "ok" : "undefined");
    if (p.periods) {
        object.count("periods", *p.periods);
    } else {
        object.number("periods", not_given);
        object.text("reason", why_never());
    }
    object.number("acquisition_cost", p.cost);
    object.number("margin", p.margin);
    object.number("retention", p.kept);
    object.number("paid", p.paid);
    object.number("ever", p.ever);
    object.text_if_any("currency", currency);
    object.end();
    return text + '\n';
}

}  // namespace cxm
