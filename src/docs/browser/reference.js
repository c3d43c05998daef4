// Starts Redoc, and mends what its options cannot: roles, levels of headings, names of buttons. Hooks are its test ids and names of components.
(() => {
  const target = document.getElementById('redoc');
  const definition = JSON.parse(document.getElementById('definition').textContent);
  const { api } = target.dataset;
  const isCallable = 'tryIt' in target.dataset;
  const operations = new Map(JSON.parse(target.dataset.operations));
  const barHeight = () => document.querySelector('.bar').offsetHeight;

  /** Levels of headings below the title of the page and of an operation. */
  const LEVELS = { H4: 3, H5: 4, H6: 5 };

  function mend() {
    const main = target.querySelector('main');
    if (main !== null && main.id === '') {
      main.id = 'content';
      main.tabIndex = -1;
    }
    const menu = target.querySelector('.menu-content');
    menu?.setAttribute('role', 'navigation');
    menu?.setAttribute('aria-label', 'Operations');
    for (const heading of target.querySelectorAll('h4, h5, h6')) {
      heading.setAttribute('aria-level', LEVELS[heading.tagName]);
    }
    for (const button of target.querySelectorAll('button[aria-label]')) {
      const text = button.textContent.trim();
      const name = button.getAttribute('aria-label');
      if (text !== '' && !name.includes(text)) button.removeAttribute('aria-label');
    }
    if (isCallable) addForms();
  }

  /** Puts a form behind each operation that is shown. */
  function addForms() {
    for (const section of target.querySelectorAll('[data-item-kind="httpItem"]')) {
      const operation = operations.get(section.id);
      if (operation === undefined || section.querySelector('try-operation') !== null) continue;
      const form = document.createElement('try-operation');
      form.setAttribute('api', api);
      form.setAttribute('operation', operation);
      form.setAttribute('sandbox', 'docs');
      section.append(form);
    }
  }

  let isDue = false;
  new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      mend();
    });
  }).observe(target, { childList: true, subtree: true });

  // The fragment is the address of an operation, which the link would replace.
  document.querySelector('.skip').addEventListener('click', (event) => {
    event.preventDefault();
    document.getElementById('content')?.focus();
  });

  init(
    definition,
    {
      disableTelemetry: true,
      jsonSamplesExpandLevel: 4,
      schemasExpansionLevel: 3,
      sortRequiredPropsFirst: true,
      scrollYOffset: barHeight,
    },
    target,
  );
})();
