import { signal } from '@preact/signals';
import { render } from 'preact';
import { controlAddressOf } from './model/control-address.ts';
import { createControl } from './model/create-control.ts';
import { keepToken } from './model/token-store.ts';
import colours from './style/1-colours.css';
import parts from './style/2-parts.css';
import { TryOperation } from './views/try-operation.tsx';

const control = createControl(controlAddressOf(import.meta.url));

/**
 * Form that calls one operation: `<try-operation api="shop" operation="listPets" sandbox="docs">`.
 *
 * Its style is its own, and follows the colour scheme of the page.
 */
class TryOperationElement extends HTMLElement {
  static readonly observedAttributes = ['api', 'operation', 'sandbox'];
  readonly #attempt = signal(0);

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `${colours.replaceAll(':root', ':host')}\n:host { display: block }\n${parts}`,
    );
    root.adoptedStyleSheets = [sheet];
    this.#show();
  }

  disconnectedCallback(): void {
    if (this.shadowRoot !== null) render(null, this.shadowRoot);
  }

  attributeChangedCallback(): void {
    this.#show();
  }

  #show(): void {
    if (this.shadowRoot === null) return;
    render(
      <TryOperation
        control={control}
        api={this.getAttribute('api') ?? ''}
        operation={this.getAttribute('operation') ?? ''}
        sandbox={this.getAttribute('sandbox') ?? 'default'}
        attempt={this.#attempt}
        onToken={(token) => {
          keepToken(token);
          this.#attempt.value += 1;
        }}
      />,
      this.shadowRoot,
    );
  }
}

if (customElements.get('try-operation') === undefined) {
  customElements.define('try-operation', TryOperationElement);
}
