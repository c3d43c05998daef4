import { useRef } from 'preact/hooks';
import type { Share } from 'share-contracts/types/crego';
import type { ShareList } from '../shares/share-list.ts';
import { ShareRow } from './share-row.tsx';
import { useList } from './use-list.ts';

interface SharesProps {
  readonly list: ShareList;
  readonly now: number;
  readonly revoke: (share: Share) => void;
  readonly tell: (text: string) => void;
}

/** Links of the document, as far as they are loaded; or why there are none. */
export function Shares({ list, now, revoke, tell }: SharesProps) {
  const rows = useRef<HTMLUListElement>(null);
  const { shares, total, task, failure } = useList(list);

  const loadMore = async () => {
    const before = shares?.length ?? 0;
    if (!(await list.loadMore())) return;
    tell(`${list.read().shares?.length ?? 0} of ${list.read().total} links are shown.`);
    // On to the first link that is new; the button may be gone.
    const row = rows.current?.children.item(before);
    if (row instanceof HTMLElement) row.focus();
  };

  if (shares === undefined && failure !== undefined) {
    return (
      <div class="card empty" role="alert">
        <p>
          <strong>{failure.title}</strong>
        </p>
        <p>{failure.advice}</p>
        <button type="button" onClick={() => void list.load()}>
          Try again
        </button>
      </div>
    );
  }
  if (shares === undefined) return <Waiting />;
  if (shares.length === 0) {
    return (
      <div class="card empty">
        <p>
          <strong>No one has a link.</strong>
        </p>
        <p>Create one above, then send it to whoever should read the document.</p>
      </div>
    );
  }
  return (
    <>
      <ul class="card rows" ref={rows} aria-busy={task === 'load'}>
        {shares.map((share) => (
          <ShareRow
            key={share.id}
            share={share}
            now={now}
            isBusy={task === 'revoke'}
            revoke={() => revoke(share)}
            tell={tell}
          />
        ))}
      </ul>
      <div class="more">
        <p>
          {shares.length} of {total} shown
        </p>
        {shares.length < total && (
          <button type="button" aria-disabled={task === 'more'} onClick={() => void loadMore()}>
            {task === 'more' ? 'Loading…' : 'Load more'}
          </button>
        )}
      </div>
    </>
  );
}

/** As high as two links, so that nothing moves when they come. */
function Waiting() {
  return (
    <div class="card rows waiting" role="status">
      <p class="hidden">Links are loading.</p>
      <div />
      <div />
    </div>
  );
}
