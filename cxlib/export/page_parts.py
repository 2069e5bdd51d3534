"""Style and script of the standalone page."""

from __future__ import annotations

from cxlib.charts.palette import DARK, LIGHT

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)

STYLE = f"""
:root {{ color-scheme: light dark; --paper: {LIGHT.paper}; --ink: {LIGHT.ink};
  --soft: {LIGHT.soft}; --grid: {LIGHT.grid}; --accent: {LIGHT.accent}; }}
@media (prefers-color-scheme: dark) {{ :root {{ --paper: {DARK.paper}; --ink: {DARK.ink};
  --soft: {DARK.soft}; --grid: {DARK.grid}; --accent: {DARK.accent}; }} }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 "Source Sans 3", "Source Sans Pro", "Segoe UI", system-ui, sans-serif; }}
header, main {{ max-width: 1080px; margin: 0 auto; padding: 0 24px; }}
header {{ padding-top: 48px; }}
h1 {{ font-size: 34px; line-height: 1.2; margin: 0; text-wrap: balance; }}
h2 {{ font-size: 24px; line-height: 1.25; margin: 0 0 4px; text-wrap: balance; }}
header p {{ color: var(--soft); margin: 8px 0 24px; }}
section {{ border-top: 1px solid var(--grid); padding: 32px 0 28px; scroll-margin-top: 0; }}
p {{ margin: 0 0 8px; overflow-wrap: anywhere; }}
.soft, .note {{ color: var(--soft); }}
.note, .small {{ font-size: 14px; }}
.comment {{ white-space: pre-line; border-left: 4px solid var(--accent); padding-left: 12px;
  margin: 12px 0 16px; max-width: 75ch; }}
.chart {{ width: 100%; margin: 8px 0; }}
.scroll {{ overflow: auto; max-height: 480px; margin: 8px 0; }}
table {{ border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }}
th, td {{ text-align: left; padding: 4px 14px 4px 0; border-bottom: 1px solid var(--grid);
  vertical-align: top; }}
th {{ color: var(--soft); font-weight: 600; }}
.number {{ text-align: right; }}
details {{ margin: 4px 0; font-size: 15px; }}
summary {{ cursor: pointer; color: var(--soft); width: fit-content; }}
@media print {{
  section {{ break-before: page; border: 0; }}
  details {{ display: none; }}
}}
"""

PLAYER = """
(() => {
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const draw = () => {
    for (const [name, figure] of Object.entries(figures)) {
      const { data, layout } = figure[dark.matches ? "dark" : "light"];
      Plotly.react(name, data, layout, { ...figure.config, responsive: true });
    }
  };
  draw();
  dark.addEventListener("change", draw);
  const sections = [...document.querySelectorAll("section")];
  addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const tops = sections.map((section) => section.getBoundingClientRect().top);
    const below = (top) => top > 8, above = (top) => top < -8;
    const next = step > 0 ? tops.findIndex(below) : tops.findLastIndex(above);
    if (next >= 0) sections[next].scrollIntoView({ behavior: "smooth" });
  });
})();
"""
