/** Style of what only the page of coverage shows: bars, the map of counts, and what is missed. */
export const COVERAGE_STYLE = `
.bars { display: grid; gap: .55rem 1rem; grid-template-columns: max-content minmax(6rem, 1fr) max-content; margin-top: 1.5rem }
.bars > div { align-items: center; display: grid; grid-column: 1 / -1; grid-template-columns: subgrid }
.bars dt { color: var(--quiet) }
.bars .track { line-height: 0; min-width: 0 }
.bars .figure { font-variant-numeric: tabular-nums; text-align: right }
.bars .figure.short { color: var(--error); font-weight: 650 }
.bar { background: light-dark(#e3e4ea, #2c2e37); border-radius: 4px; height: .7rem; width: 100% }
.bar .part { fill: light-dark(#1f8f55, #4cc184) }
.bar .part.short { fill: light-dark(#c0394f, #f2798b) }
.bar .wanted { fill: var(--text) }
td.met-1 { background: light-dark(#eaf6ee, #14291d) }
td.met-2 { background: light-dark(#cdebd8, #1a3f29) }
td.met-3 { background: light-dark(#a9dcbc, #205738) }
.key .met-1, .key .met-2, .key .met-3 { color: var(--text) }
.key .met-1 { background: light-dark(#eaf6ee, #14291d) }
.key .met-2 { background: light-dark(#cdebd8, #1a3f29) }
.key .met-3 { background: light-dark(#a9dcbc, #205738) }
.key .beside { background: var(--error-tint); color: var(--error) }
.bars + .key { margin-top: 1rem }
.missing { margin-top: 1.75rem }
.missing p { margin-top: .4rem }
details { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin-top: .5rem; padding: .5rem .9rem }
summary { cursor: pointer }
details dl { margin: .4rem 0 .2rem }
details dt { color: var(--quiet); font-size: .85rem; margin-top: .4rem }
details dd code { display: inline-block; margin-right: .9rem }
@media (max-width: 44rem) {
  .bars { grid-template-columns: 1fr max-content }
  .bars .track { grid-column: 1 / -1; grid-row: 2 }
}
`;
