/** Style of the front page; one column on narrow screens. */
export const INDEX_STYLE = `
.legend { display: grid; gap: .5rem .75rem; grid-template-columns: max-content 1fr; margin: 1.5rem 0 0 }
.legend dt, .legend dd { margin: 0 }
table { table-layout: fixed }
td:last-child, th:last-child { padding-right: 0; text-align: right; width: 9rem }
th:nth-child(1) { width: 4.5rem }
th:nth-child(3) { width: 40% }
.method { font: 600 .8rem ui-monospace, monospace; text-transform: uppercase }
.get { color: light-dark(#0b7a41, #4fce8b) }
.post { color: light-dark(#1d5fc4, #7db0ff) }
.put, .patch { color: light-dark(#99600a, #e6ab4c) }
.delete { color: light-dark(#bf2243, #ff8097) }
@media (max-width: 44rem) {
  thead { display: none }
  tr { align-items: baseline; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap;
    gap: .1rem .75rem; padding: .75rem 0 }
  td, td:last-child { border: 0; padding: 0; width: auto }
  td:first-child { width: 4rem }
  td:nth-child(2) { flex: 1 0 calc(100% - 5rem) }
  td:nth-child(3) { flex: 1 }
}
`;
