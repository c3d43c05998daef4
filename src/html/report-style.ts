/** Style of what all reports show, light and dark; one column on narrow screens. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f6f8, #131418);
  --card: light-dark(#fff, #1c1d23);
  --line: light-dark(#dfe0e6, #33353f);
  --text: light-dark(#1a1b20, #e9e9ee);
  --quiet: light-dark(#585a66, #a6a8b4);
  --link: light-dark(#1a56b4, #86b4ff);
  --error: light-dark(#b3203a, #ff8d9d);
  --error-tint: light-dark(#fdebee, #43181f);
  --warning: light-dark(#84500a, #f0b767);
  --warning-tint: light-dark(#fdf2e0, #3c2b0f);
  --good: light-dark(#0b6a39, #6fdca1);
  --good-tint: light-dark(#e1f5e9, #10331f);
  --code: light-dark(#f1f1f5, #111217);
  background: var(--page);
  color: var(--text);
  font: 15px/1.5 system-ui, sans-serif;
}
* { box-sizing: border-box }
[hidden] { display: none !important }
body { margin: 0 auto; max-width: 74rem; overflow-wrap: anywhere; padding: 2.5rem 1.5rem 5rem }
h1, h2, h3, h4, p, dl, dd, ul { margin: 0 }
h1 { font-size: 1.9rem; letter-spacing: -.01em; line-height: 1.2 }
h2 { font-size: 1.35rem; line-height: 1.3; overflow-wrap: anywhere }
h3 { font-size: 1.05rem; line-height: 1.4 }
h4 { font-size: 1rem; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere }
a { color: var(--link); overflow-wrap: anywhere }
code, pre { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, monospace }
code { overflow-wrap: anywhere }
.quiet { color: var(--quiet) }
.hidden-text { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }

.verdict { border-left: .4rem solid; padding-left: 1rem }
.verdict.error { border-color: var(--error) }
.verdict.warning { border-color: var(--warning) }
.verdict.good { border-color: var(--good) }
.tiles { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); margin-top: 1.25rem }
.tile { background: var(--card); border: 1px solid var(--line); border-radius: 10px; display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .7rem .9rem }
.tile dt { color: var(--quiet); font-size: .85rem }
.tile dd { font-size: 1.45rem; font-variant-numeric: tabular-nums; font-weight: 650; line-height: 1.25 }
.tile small { color: var(--quiet); font-size: .9rem; font-weight: 400 }
.tile.error dd { color: var(--error) }
.tile.warning dd { color: var(--warning) }

.api { margin-top: 2.5rem }
.facts { color: var(--quiet); margin-top: .15rem }
.mark { border-radius: 5px; font-size: .8rem; font-weight: 600; margin-right: .5rem; padding: .1rem .5rem; vertical-align: .08em; white-space: nowrap }
.mark.error { background: var(--error-tint); color: var(--error) }
.mark.warning { background: var(--warning-tint); color: var(--warning) }
.count { color: var(--quiet); font-weight: 400 }

.clean { color: var(--good); margin-top: 1rem }
.more { color: var(--quiet); margin-top: .75rem }
.gaps { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin-top: 1.75rem; padding: .9rem 1.15rem }
.gaps ul { margin-top: .35rem; padding-left: 1.2rem }
.gaps li { margin-top: .3rem; overflow-wrap: anywhere }
.coverage { margin-top: 1.75rem }
.scroll { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin-top: .75rem; max-height: 40rem; overflow: auto; position: relative }
table { border-collapse: separate; border-spacing: 0; font-size: .875rem; width: 100% }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: center; white-space: nowrap }
tr:last-child > * { border-bottom: 0 }
thead th { background: var(--card); color: var(--quiet); font-weight: 600; position: sticky; top: 0; z-index: 1 }
tbody th { background: var(--card); font-weight: 500; left: 0; max-width: 22rem; min-width: 9rem; overflow-wrap: anywhere; position: sticky; text-align: left; white-space: normal }
thead th:first-child { left: 0; text-align: left; z-index: 2 }
tbody th code { color: var(--quiet); display: block; font-size: .8rem }
td.met { background: var(--good-tint); color: var(--good); font-weight: 700 }
td.missed { background: var(--warning-tint); color: var(--warning) }
td.figure { font-variant-numeric: tabular-nums; }
td.failed { background: var(--error-tint); color: var(--error); font-weight: 650 }
td.heat-0 { background: light-dark(#fbe3c4, #4a3310) }
td.heat-1 { background: light-dark(#fdf2e0, #3c2b0f) }
td.heat-2 { background: light-dark(#eff6e4, #233013) }
td.heat-3 { background: light-dark(#e1f5e9, #10331f) }
.state { color: var(--quiet); text-align: left }
.key { color: var(--quiet); display: flex; flex-wrap: wrap; font-size: .85rem; gap: .25rem 1.1rem; margin-top: .5rem }
.key b { border-radius: 4px; display: inline-block; margin-right: .3rem; text-align: center; width: 1.4rem }
.key .met { background: var(--good-tint); color: var(--good) }
.key .missed { background: var(--warning-tint); color: var(--warning) }
footer { border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem; margin-top: 3rem; padding-top: 1rem }
@media (max-width: 44rem) {
  body { padding: 1.5rem 1rem 3rem }
  h1 { font-size: 1.5rem }
  .tiles { gap: .5rem; grid-template-columns: repeat(2, 1fr) }
  tbody th { max-width: 11rem; min-width: 8rem }
}
@media print {
  .scroll { max-height: none; overflow: visible }
}
`;
