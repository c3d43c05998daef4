/** Script of the page: filters the cards, and copies commands. Without it the page shows all, and has no filter. */
export const PAGE_SCRIPT = `
const cards = [...document.querySelectorAll('[data-kind]')];
const kind = document.querySelector('#kind');
const operation = document.querySelector('#operation');
const shown = document.querySelector('#shown');

function filter() {
  const isMeant = ({ dataset }) =>
    (kind.value === '' || dataset.kind === kind.value) &&
    (operation.value === '' || dataset.operation === operation.value);
  for (const card of cards) card.hidden = !isMeant(card);
  for (const section of document.querySelectorAll('.kind')) {
    section.hidden = section.querySelector('[data-kind]:not([hidden])') === null;
  }
  const count = cards.filter((card) => !card.hidden).length;
  shown.textContent = count + ' of ' + cards.length + ' shown';
}

if (kind !== null) {
  document.querySelector('.filter').hidden = false;
  document.querySelector('.filter').addEventListener('input', filter);
  document.querySelector('#all').addEventListener('click', () => {
    kind.value = operation.value = '';
    filter();
  });
  filter();
}

async function copy(button) {
  const { textContent } = button.parentElement.querySelector('pre');
  try {
    await navigator.clipboard.writeText(textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(button.parentElement.querySelector('pre'));
    button.textContent = 'Selected';
  }
  setTimeout(() => { button.textContent = 'Copy'; }, 2000);
}

for (const button of document.querySelectorAll('.command button')) {
  button.hidden = false;
  button.addEventListener('click', () => copy(button));
}
`;
