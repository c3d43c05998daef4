import type { Share } from 'share-contracts/types/crego';
import { describeExpiry } from '../expiry/describe-expiry.ts';
import { formatInstant } from '../expiry/format-instant.ts';
import { linkOf } from '../shares/share-link.ts';
import { copyText } from './copy-text.ts';

interface ShareRowProps {
  readonly share: Share;
  readonly now: number;
  readonly isBusy: boolean;
  readonly revoke: () => void;
  readonly tell: (text: string) => void;
}

/** One link, and what can be done with it. */
export function ShareRow({ share, now, isBusy, revoke, tell }: ShareRowProps) {
  const { state, text } = describeExpiry(share.expires_at, now);
  const created = formatInstant(share.created_at);

  const copy = async () => {
    const link = linkOf(share.token, location.href);
    if (await copyText(link)) tell('Link copied.');
    else prompt('Copy this link:', link);
  };

  return (
    <li tabIndex={-1} data-state={state}>
      <div class="facts">
        <p class="expiry">{text}</p>
        <p class="detail">
          Until <time dateTime={share.expires_at}>{formatInstant(share.expires_at)}</time>
        </p>
        <p class="detail">
          Created <time dateTime={share.created_at}>{created}</time>
        </p>
      </div>
      <div class="actions">
        <button
          type="button"
          disabled={state === 'expired'}
          aria-label={`Copy link created ${created}`}
          onClick={() => void copy()}
        >
          Copy link
        </button>
        <button
          type="button"
          class="danger"
          disabled={isBusy}
          aria-label={`Revoke link created ${created}`}
          onClick={revoke}
        >
          Revoke
        </button>
      </div>
    </li>
  );
}
