import { render } from 'preact';
import { createCregoClient } from 'share-contracts/clients/crego';
import { readConfig } from './config/read-config.ts';
import { cregoOptions } from './crego/crego-options.ts';
import { createServerClock } from './crego/server-clock.ts';
import { App } from './page/app.tsx';
import { OpenedLink } from './page/opened-link.tsx';
import { tokenOf } from './shares/share-link.ts';
import { createShareList } from './shares/share-list.ts';

const root = document.getElementById('app');
if (root === null)
  throw new Error('index.html: expected an element with the id "app", found none.');

const answer = await fetch('config.json');
const { crego: baseUrl, token, document: id, timeout } = readConfig(await answer.json());
const clock = createServerClock();
const options = { baseUrl, ...cregoOptions(clock, timeout) };
const opened = tokenOf(location.hash);

if (opened === undefined) {
  const list = createShareList(createCregoClient({ ...options, token }), id);
  render(<App list={list} clock={clock} />, root);
  void list.load();
  if (import.meta.env.DEV) {
    const { addPanel } = await import('./dev/panel.tsx');
    addPanel(() => void list.load());
  }
} else {
  // A stranger has no token.
  render(<OpenedLink crego={createCregoClient(options)} token={opened} clock={clock} />, root);
}
addEventListener('hashchange', () => location.reload());
