/** Style of what only this report shows: findings, and what chooses among them. */
export const FINDINGS_STYLE = `
.filter { align-items: center; background: var(--page); border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin-top: 1.75rem; padding: .75rem 0; position: sticky; top: 0; z-index: 2 }
.filter label { align-items: center; color: var(--quiet); display: flex; font-size: .9rem; gap: .5rem; max-width: 100% }
select, button { background: var(--card); border: 1px solid var(--line); border-radius: 7px; color: var(--text); font: inherit; font-size: .9rem; min-height: 2.1rem; padding: .2rem .65rem }
select { max-width: 20rem; min-width: 0; text-overflow: ellipsis }
button { cursor: pointer }
button:hover, select:hover { border-color: var(--quiet) }
.shown { color: var(--quiet); font-size: .9rem; margin-left: auto }

.kind { margin-top: 1.75rem }
.kind > p { color: var(--quiet); max-width: 46rem }

.card { background: var(--card); border: 1px solid var(--line); border-left: 4px solid; border-radius: 10px; margin-top: .75rem; padding: 1rem 1.15rem }
.card.error { border-left-color: var(--error) }
.card.warning { border-left-color: var(--warning) }
h4 code { font-size: .95rem; font-weight: 600 }
h4 .count { font-size: .9rem; margin-left: .35rem }
.method { background: var(--code); border: 1px solid var(--line); border-radius: 5px; font: 700 .78rem ui-monospace, SFMono-Regular, Menlo, monospace; margin-right: .25rem; padding: .08rem .4rem }
.where { color: var(--quiet); margin-top: .1rem }
.compare { display: grid; gap: .6rem; grid-template-columns: 1fr 1fr; margin-top: .75rem }
.compare div { border-radius: 8px; min-width: 0; padding: .5rem .75rem }
.compare dt { font-size: .8rem; font-weight: 600 }
.compare dd { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; max-height: 16rem; overflow: auto; overflow-wrap: anywhere }
.expected { background: var(--good-tint) }
.expected dt { color: var(--good) }
.found { background: var(--error-tint) }
.found dt { color: var(--error) }
.origin { font-size: .95rem; margin-top: .75rem }
.origin.doubt { background: var(--warning-tint); border-radius: 8px; padding: .4rem .75rem }
.times { color: var(--quiet); font-size: .9rem; margin-top: .5rem }
.command { align-items: flex-start; background: var(--code); border: 1px solid var(--line); border-radius: 8px; display: flex; gap: .5rem; margin-top: .6rem; padding: .45rem .45rem .45rem .75rem }
.command pre { flex: 1; margin: 0; min-width: 0; overflow-wrap: anywhere; padding-top: .2rem; white-space: pre-wrap }
.command button { flex: none; font-size: .82rem; min-height: 1.8rem }
@media (max-width: 44rem) {
  .compare { grid-template-columns: 1fr }
  .filter { position: static }
  .filter label { flex: 1 1 100% }
  select { flex: 1; max-width: none }
  .shown { margin-left: 0 }
  .card { padding: .85rem .9rem }
}
@media print {
  .filter, .command button { display: none }
  .compare dd { max-height: none; overflow: visible }
}
`;
