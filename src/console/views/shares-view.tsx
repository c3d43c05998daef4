import type { Api, ItemList } from '../../generated/mock-control/types.ts';
import type { ConsoleState } from '../model/console-state.ts';
import { useRead } from '../model/use-read.ts';
import { count } from '../text/count.ts';
import { formatInstant } from '../text/format-time.ts';
import { ItemTable } from './item-table.tsx';

/** Items of one API that are read at most. */
const LIMIT = 100;

/** What the APIs keep in the sandbox: shares, or the items of recognised collections. */
export function SharesView({ state }: { readonly state: ConsoleState }) {
  const kept = state.apis.value.filter(({ tables }) => tables.length > 0);
  if (kept.length === 0) {
    return (
      <p class="empty">
        No API keeps anything here: each request is answered with an example. Start the mock with
        --stateful to keep what is created.
      </p>
    );
  }
  return (
    <div class="page">
      {kept.map((api) => (
        <ApiItems key={api.name} state={state} api={api} />
      ))}
    </div>
  );
}

function ApiItems({ state, api }: { readonly state: ConsoleState; readonly api: Api }) {
  const { control, address, changes, sandbox } = state;
  const path = { sandbox: address.sandbox.value, api: api.name };
  const scenario = sandbox.value?.sandbox.scenario ?? '';
  const { value, failure } = useRead(`${path.sandbox} ${api.name} ${scenario}`, changes, () =>
    control.listItems({ path, query: { limit: LIMIT } }),
  );
  return (
    <section class="card" aria-labelledby={`items-${api.name}`}>
      <div class="card-head">
        <h2 id={`items-${api.name}`}>{api.title}</h2>
        {value !== undefined && <Tally list={value} />}
      </div>
      <Collections api={api} />
      {failure !== undefined && <p class="failure">{failure}</p>}
      {value?.total === 0 && (
        <p class="empty">Nothing is here. Create something by your app, or under Try it.</p>
      )}
      {value !== undefined && value.total > 0 && <ItemTable list={value} title={api.title} />}
      {value !== undefined && value.total > value.items.length && (
        <p class="quiet">And {value.total - value.items.length} older ones.</p>
      )}
    </section>
  );
}

function Tally({ list: { items, total, now } }: { readonly list: ItemList }) {
  const active = items.filter(({ state }) => state === 'active' || state === 'locked').length;
  return (
    <p class="quiet">
      {count(total, 'item')}
      {total === items.length && `, ${active} can be opened`}. It is {formatInstant(now)} there.
    </p>
  );
}

function Collections({ api: { collections = [] } }: { readonly api: Api }) {
  if (collections.length === 0) return null;
  return (
    <details class="collections" open={collections.length <= 6}>
      <summary>{count(collections.length, 'recognised collection')}</summary>
      <ul>
        {collections.map(({ name, path, key, roles }) => (
          <li>
            <b>{name}</b> <code>{path}</code>{' '}
            <span class="quiet">
              by {key}: {roles.join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
