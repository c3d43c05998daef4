import { Controls } from './controls/controls.tsx';
import { SandboxChoice } from './controls/sandbox-choice.tsx';
import { addressOf, type View } from './model/address-state.ts';
import type { ConsoleState } from './model/console-state.ts';
import { ConnectionMark } from './parts/connection-mark.tsx';
import { NoticeBar } from './parts/notice-bar.tsx';
import { CoverageView } from './views/coverage-view.tsx';
import { LogView } from './views/log-view.tsx';
import { SharesView } from './views/shares-view.tsx';
import { TokenForm } from './views/token-form.tsx';
import { TryView } from './views/try-view.tsx';

interface Props {
  readonly state: ConsoleState;
  /** Path of the docs; empty where none are served. */
  readonly docs: string;
}

/** The whole page. */
export function App({ state, docs }: Props) {
  if (state.connection.value.state === 'locked') {
    return (
      <main class="locked">
        <h1>Mock console</h1>
        <TokenForm onToken={state.giveToken} />
      </main>
    );
  }
  return (
    <>
      <a class="skip" href="#view">
        Skip to the view
      </a>
      <header class="top">
        <h1>Mock console</h1>
        <SandboxChoice state={state} />
        <ConnectionMark connection={state.connection.value} />
        {docs !== '' && (
          <a class="docs" href={docs}>
            Docs
          </a>
        )}
      </header>
      <div class="columns">
        <aside class="side" aria-label="Sandbox controls">
          <details open={isWide()}>
            <summary>Scenario, clock, faults, reset</summary>
            <Controls state={state} />
          </details>
        </aside>
        <div class="main">
          <Tabs state={state} />
          <NoticeBar notice={state.notice} />
          <main id="view" tabIndex={-1}>
            <CurrentView state={state} />
          </main>
        </div>
      </div>
    </>
  );
}

/** Where there is room for the controls beside the view; style/layout.css has the same width. */
function isWide(): boolean {
  return matchMedia('(min-width: 62rem)').matches;
}

function Tabs({ state }: { readonly state: ConsoleState }) {
  const { address, apis } = state;
  const isForeign = apis.value.some(({ collections = [] }) => collections.length > 0);
  const labels: readonly (readonly [View, string])[] = [
    ['log', 'Log'],
    ['shares', isForeign ? 'Items' : 'Shares'],
    ['try', 'Try it'],
    ['coverage', 'Coverage'],
  ];
  return (
    <nav class="tabs" aria-label="Views">
      {labels.map(([view, label]) => (
        <a
          href={addressOf(address, view)}
          aria-current={view === address.view.value ? 'page' : undefined}
          onClick={(event) => {
            // Another tab may be wanted.
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
            event.preventDefault();
            address.view.value = view;
          }}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}

function CurrentView({ state }: { readonly state: ConsoleState }) {
  switch (state.address.view.value) {
    case 'shares':
      return <SharesView state={state} />;
    case 'try':
      return <TryView state={state} />;
    case 'coverage':
      return <CoverageView state={state} />;
    default:
      return <LogView state={state} />;
  }
}
