// Runs in the head of every page, so that the theme is there before anything is painted.
(() => {
  const KEY = 'share-contracts.theme';
  const root = document.documentElement;

  /** Storage may be forbidden, as for files. */
  function recall() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function remember(theme) {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // The choice then holds for this page.
    }
  }

  const prefersDark = matchMedia('(prefers-color-scheme: dark)');
  let theme = recall();

  function isDark() {
    return theme === null ? prefersDark.matches : theme === 'dark';
  }

  function applyTheme() {
    const wanted = isDark() ? 'dark' : 'light';
    if (!root.classList.contains(wanted)) root.classList.add(wanted);
    root.classList.remove(isDark() ? 'light' : 'dark');
    const button = document.querySelector('.bar .theme');
    if (button !== null) button.textContent = isDark() ? 'Light' : 'Dark';
  }

  applyTheme();
  prefersDark.addEventListener('change', applyTheme);
  // References set a class of their own.
  new MutationObserver(() => {
    if (root.classList.contains('light') === isDark()) applyTheme();
  }).observe(root, { attributeFilter: ['class'] });

  function addCopyButtons() {
    for (const block of document.querySelectorAll('.code')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = 'Copy';
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(block.querySelector('pre')?.textContent ?? '');
        button.textContent = 'Copied';
      });
      block.append(button);
    }
  }

  let loading;
  /** Loads the script that searches, once. */
  function openSearch() {
    const bar = document.querySelector('.bar');
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = bar.dataset.search;
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    });
    loading.then(() => globalThis.shareContractsSearch.open(bar.dataset.root));
  }

  function isTyping(target) {
    return (
      target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
    );
  }

  addEventListener(
    'keydown',
    (event) => {
      const isChord = event.key === 'k' && (event.ctrlKey || event.metaKey);
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey;
      if (!isChord && (!isSlash || isTyping(event.composedPath()[0]))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      openSearch();
    },
    { capture: true },
  );

  addEventListener('DOMContentLoaded', () => {
    applyTheme();
    document.querySelector('.bar .find')?.addEventListener('click', openSearch);
    document.querySelector('.bar .theme')?.addEventListener('click', () => {
      theme = isDark() ? 'light' : 'dark';
      remember(theme);
      applyTheme();
    });
    addCopyButtons();
    // The entry of this page is in sight, however long the navigation is.
    document.querySelector('.nav [aria-current]')?.scrollIntoView({ block: 'nearest' });
  });
})();
