import { useRef, useState } from 'preact/hooks';
import type { Share } from 'share-contracts/types/crego';
import type { ServerClock } from '../crego/server-clock.ts';
import type { ShareList } from '../shares/share-list.ts';
import { FailureNote } from './failure-note.tsx';
import { Notice } from './notice.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { ShareForm } from './share-form.tsx';
import { Shares } from './shares.tsx';
import { useList } from './use-list.ts';
import { useNow } from './use-now.ts';

/** Page that lists, makes and revokes the links of one document. */
export function App({ list, clock }: { list: ShareList; clock: ServerClock }) {
  const { shares, total, task, failure } = useList(list);
  const now = useNow(clock);
  const heading = useRef<HTMLHeadingElement>(null);
  const [notice, setNotice] = useState('');
  const [doomed, setDoomed] = useState<Share>();

  const create = async (expiresAt: string) => {
    setNotice('');
    if (await list.create(expiresAt)) setNotice('Link created. It is first in the list.');
  };
  const revoke = async ({ id }: Share) => {
    setNotice('');
    setDoomed(undefined);
    if (!(await list.revoke(id))) return;
    setNotice('Link revoked.');
    // The button that had the focus is gone.
    heading.current?.focus();
  };

  return (
    <main>
      <header>
        <h1>Share links</h1>
        <p>
          Whoever has a link can read this document, without an account, until the link expires.
        </p>
      </header>
      <ShareForm now={clock.now} isBusy={task === 'create'} create={create} />
      <section aria-labelledby="links">
        <div class="bar">
          <h2 id="links" ref={heading} tabIndex={-1}>
            Links {shares && <span class="count">{total}</span>}
          </h2>
          <button
            type="button"
            class="quiet"
            disabled={task === 'load'}
            onClick={() => void list.load()}
          >
            Refresh
          </button>
        </div>
        <Shares list={list} now={now} revoke={setDoomed} tell={setNotice} />
      </section>
      {doomed && (
        <RevokeDialog
          share={doomed}
          now={now}
          confirm={() => void revoke(doomed)}
          cancel={() => setDoomed(undefined)}
        />
      )}
      <div class="messages">
        <div role="alert">
          {/* Where there is no list, the failure stands in its place. */}
          {failure && shares && <FailureNote failure={failure} close={list.forgetFailure} />}
        </div>
        <Notice text={notice} end={() => setNotice('')} />
      </div>
    </main>
  );
}
