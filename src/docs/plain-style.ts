/** Shared style of the pages without Redoc, light and dark. */
export const PLAIN_STYLE = `
:root {
  color-scheme: light dark;
  --line: light-dark(#e4e4ea, #33343c);
  --quiet: light-dark(#5f606b, #a3a4ae);
  --link: light-dark(#1d5fc4, #7db0ff);
  background: light-dark(#fff, #16171b);
  color: light-dark(#1a1b1f, #e8e8ec);
  font: 15px/1.5 system-ui, sans-serif;
}
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 66rem; padding: 3rem 1.5rem 5rem }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 3.5rem 0 0 }
p { margin: .25rem 0 0 }
a { color: var(--link); text-decoration: none }
a:hover { text-decoration: underline }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
.quiet { color: var(--quiet) }
table { border-collapse: collapse; margin-top: 1rem; width: 100% }
th { color: var(--quiet); font-size: .85rem; font-weight: 500; text-align: left }
th, td { border-bottom: 1px solid var(--line); padding: .5rem .75rem .5rem 0; vertical-align: baseline }
.label { border-radius: 5px; display: inline-block; font-size: .8rem; padding: .05rem .5rem }
.documented { background: light-dark(#e6f7ed, #10331f); color: light-dark(#0b6a39, #6fdca1) }
.source { background: light-dark(#e7f0fd, #142c4d); color: light-dark(#1a56b4, #8cbaff) }
.inferred { background: light-dark(#fdf0e0, #3d2a0d); color: light-dark(#8a4f06, #f0b767) }
.assumed { background: light-dark(#fdebee, #451722); color: light-dark(#a81c3b, #ff93a7) }
.edition { background: light-dark(#f1ecfd, #2c1f4d); color: light-dark(#5e35b1, #bda2fb) }
@media (max-width: 44rem) { body { padding: 2rem 1rem 4rem } }
`;
