#include "page/style.hpp"

#include <string_view>

#include "page/palette.hpp"

namespace cxm {

namespace {

std::string variables(bool dark) {
    std::string text;
    for (const ink_colour& colour : palette) {
        text.append("--").append(colour.key).append(":").append(dark ? colour.dark : colour.light).append(";");
    }
    return text;
}

/// The classes of what is drawn, which take over from the attributes.
std::string classes_of_inks() {
    std::string text;
    for (const ink_colour& colour : palette) {
        const std::string key(colour.key);
        text += ".f-" + key + "{fill:var(--" + key + ")}.s-" + key + "{stroke:var(--" + key + ")}";
    }
    return text + "\n";
}

constexpr std::string_view text_rules = R"(
*{box-sizing:border-box}
html{background:var(--surface);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:2rem 1.5rem 3rem;max-width:62rem;overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1.25rem;line-height:1.3;margin:3rem 0 1rem;padding-top:.75rem;border-top:2px solid var(--text)}
h3{font-size:1rem;line-height:1.4;margin:0 0 .25rem}
p,ul,dl{margin:0 0 .75rem;max-width:75ch}
ul{padding-left:1.25rem}
a{color:inherit;text-decoration-color:var(--muted);text-underline-offset:.15em}
a:hover{color:var(--better);text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--better);outline-offset:2px}
.lead{font-size:1.125rem}
.quiet,figcaption,.scroll caption,nav,footer{color:var(--muted);font-size:.875rem}
nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1rem 0 0;max-width:none}
nav a{display:inline-block;padding:.25rem 0}
.better{color:var(--better)}.worse{color:var(--worse)}.usual{color:var(--usual)}
.better,.worse,.verdict{font-weight:600}
code,pre{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{background:var(--card);border:1px solid var(--rule);border-radius:4px;padding:.5rem .75rem;margin:.25rem 0 .75rem;
white-space:pre-wrap;max-width:none}
)";

constexpr std::string_view grid_rules = R"(
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(13.5rem,1fr));gap:1rem;margin:0 0 1rem}
.card{background:var(--card);border:1px solid var(--rule);border-radius:6px;padding:.875rem 1rem .75rem;display:flex;
flex-direction:column}
.card h3{font-weight:500;font-size:.875rem;color:var(--muted)}
.card p{margin:0;font-size:.875rem}
.card .value{font-size:1.75rem;line-height:1.25;font-weight:600;letter-spacing:-.01em}
.card .value a{text-decoration:none}
.card svg{margin-top:auto;padding-top:.5rem;width:100%;height:auto}
.charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,25rem),1fr));gap:2.25rem 2rem;align-items:start}
.single{display:grid;gap:2.25rem}
.multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(45%,9.75rem),1fr));gap:1.25rem .75rem;margin-top:.5rem;
align-items:end}
.multiples figcaption{margin:0 0 .25rem;line-height:1.35}
.multiples b{color:var(--text);font-weight:600}
.thirds{grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr))}
.chart{min-width:0;margin:0}
.chart>p{margin-bottom:.375rem}
figure{margin:0 0 .25rem}
figure svg,td svg{display:block;max-width:100%;height:auto}
figure svg{width:100%;max-width:31rem;overflow:visible}
figure svg.wide{max-width:none}
figcaption{margin-top:.25rem;max-width:75ch}
.scroll{overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;font-size:.875rem;min-width:min(100%,20rem)}
caption{text-align:left;padding:.25rem 0;font-weight:600}
.scroll caption{color:var(--text)}
th,td{padding:.3125rem .75rem .3125rem 0;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--rule)}
th:last-child,td:last-child{padding-right:.25rem}
td:has(svg){vertical-align:middle}
thead th{color:var(--muted);font-weight:500;border-bottom-color:var(--muted);vertical-align:bottom;
overflow-wrap:normal}
tbody th{font-weight:500;min-width:9rem}
.n{text-align:right}
td.n,.k,data{white-space:nowrap}tbody th.k{min-width:0}
.sum tbody tr:last-child>*{border-top:1px solid var(--muted);font-weight:600}
td.h{print-color-adjust:exact;-webkit-print-color-adjust:exact;text-align:right;padding:.3125rem .5rem;min-width:3.25rem}
details{margin:0 0 .75rem}
summary{cursor:pointer;color:var(--muted);font-size:.875rem;padding:.25rem 0}
details[open]>summary{margin-bottom:.375rem}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;font-size:.875rem;max-width:none}
.facts dt{color:var(--muted)}.facts dd{margin:0;max-width:75ch}
.definition{margin:0 0 2rem;scroll-margin-top:1rem}
.definition:target{outline:2px solid var(--better);outline-offset:.5rem}
.notice{border-left:3px solid var(--worse);padding-left:.75rem}
footer h2{color:var(--text)}
.narrow[hidden]{display:none}
)";

/// Backgrounds of a heat grid, of which the text keeps its contrast.
std::string heat_rules() {
    constexpr int heats = 8;
    std::string text;
    for (int heat = 1; heat <= heats; ++heat) {
        const auto percent = static_cast<int>(strongest_heat * 100 * heat / heats);
        text += "td.h" + std::to_string(heat) + "{background:color-mix(in srgb,var(--heat) " + std::to_string(percent) +
                "%,transparent)}";
    }
    return text + "\n";
}

constexpr std::string_view media_rules = R"(
@media (max-width:40rem){body{padding:1.25rem 1rem 2rem}h1{font-size:1.5rem}h2{margin-top:2.25rem}
.cards{grid-template-columns:repeat(auto-fill,minmax(min(100%,9rem),1fr));gap:.75rem}.card .value{font-size:1.375rem}
dl.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:.5rem}
.wide.paired{display:none}.narrow[hidden]{display:block}}
@media print{@page{size:A4;margin:16mm 15mm}html{font-size:10.5pt}body{padding:0;max-width:none}nav{display:none}
h2,h3,.quiet:has(+.charts){break-after:avoid}p{break-inside:avoid}main:has(#values) .chart details{display:none}
.card,figure,.definition,tr,.chart{break-inside:avoid}.scroll{overflow:visible}
.charts{grid-template-columns:1fr 1fr;gap:1.5rem}.multiples{grid-template-columns:repeat(4,1fr)}
.chart:has(.multiples){break-inside:auto}.cards{grid-template-columns:repeat(4,1fr)}a{text-decoration:none}
table{font-size:7.5pt;min-width:0}th,td{padding-right:.375rem}td.n,td.k,td data{white-space:normal;overflow-wrap:normal}
tbody th{min-width:0}thead th{overflow-wrap:anywhere;min-width:2.25rem;font-size:6.5pt}td.h{min-width:0;padding-left:.25rem}
thead{display:table-header-group}pre{break-inside:avoid}
details::details-content{content-visibility:visible}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
)";

}  // namespace

std::string page_style() {
    std::string text = ":root{color-scheme:light dark;" + variables(false) + "}\n@media screen and " +
                       "(prefers-color-scheme:dark){:root{" + variables(true) + "}}";
    text.append(text_rules).append(grid_rules);
    return text.append(classes_of_inks()).append(heat_rules()).append(media_rules);
}

std::string drawing_style() {
    return "svg{" + variables(false) + "}@media (prefers-color-scheme:dark){svg{" + variables(true) + "}}\n" +
           classes_of_inks();
}

}  // namespace cxm
