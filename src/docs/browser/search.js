// Comes behind MiniSearch and the entries, in one file.
(() => {
  const { entries, MiniSearch } = globalThis.shareContractsSearch;
  const index = new MiniSearch({
    fields: ['heading', 'title', 'text'],
    searchOptions: {
      boost: { heading: 4, title: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  const SHOWN = 20;

  function create(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  const input = create('input', { type: 'search', autocomplete: 'off', spellcheck: false });
  input.setAttribute('aria-label', 'Search the docs');
  const list = create('ol', {});
  const state = create('p', { className: 'state' });
  state.setAttribute('role', 'status');
  const close = create('button', { type: 'button', textContent: 'Close' });
  const form = create('form', { role: 'search' }, input, close);
  const dialog = create('dialog', { className: 'search' }, form, state, list);
  dialog.setAttribute('aria-label', 'Search');
  document.body.append(dialog);
  let root = '';

  /** The part of a text around the first word that was searched for. */
  function excerpt(text, terms) {
    const at = Math.max(0, ...terms.map((term) => text.toLowerCase().indexOf(term)).slice(0, 1));
    const start = Math.max(0, at - 40);
    return `${start > 0 ? '…' : ''}${text.slice(start, start + 140)}`;
  }

  function show() {
    const query = input.value.trim();
    const found = query === '' ? [] : index.search(query).slice(0, SHOWN);
    list.replaceChildren(
      ...found.map(({ id, terms }) => {
        const { title, heading, text, url } = entries[id];
        const name = create('b', { textContent: heading || title });
        const place = create('small', { textContent: heading ? title : '' });
        const line = create('small', { textContent: excerpt(text, terms) });
        const link = create('a', { href: root + url }, name, place, line);
        link.addEventListener('click', () => dialog.close());
        return create('li', {}, link);
      }),
    );
    if (query === '') state.textContent = 'Type what you look for: an operation, a field, a task.';
    else if (found.length === 0) state.textContent = `Nothing has “${query}”. Try fewer letters.`;
    else state.textContent = found.length === 1 ? '1 result' : `${found.length} results`;
  }

  function move(step) {
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement);
    const next = at + step;
    if (next < 0) input.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  }

  input.addEventListener('input', show);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  dialog.addEventListener('keydown', (event) => {
    // In a field for searches, the first Escape would only clear it.
    if (event.key === 'Escape') {
      event.preventDefault();
      dialog.close();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  });

  globalThis.shareContractsSearch.open = (siteRoot) => {
    root = siteRoot;
    if (!dialog.open) dialog.showModal();
    input.select();
    show();
  };
})();
