import { render } from 'preact';
import { App } from './app.tsx';
import { createConsoleState } from './model/console-state.ts';
import { controlAddressOf } from './model/control-address.ts';

const place = document.getElementById('console');
if (place === null) throw new Error('Expected an element "console", found none.');
const state = createConsoleState(controlAddressOf(import.meta.url));
render(<App state={state} docs={place.dataset.docs ?? ''} />, place);
