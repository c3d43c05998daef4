import { useEffect, useRef } from 'preact/hooks';
import type { Share } from 'share-contracts/types/crego';
import { describeExpiry } from '../expiry/describe-expiry.ts';

interface RevokeDialogProps {
  readonly share: Share;
  readonly now: number;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** Asks whether a link is to be revoked; the browser keeps the focus inside, and gives it back. */
export function RevokeDialog({ share, now, confirm, cancel }: RevokeDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { text } = describeExpiry(share.expires_at, now);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="revoke"
      onClose={({ currentTarget: { returnValue } }) =>
        returnValue === 'revoke' ? confirm() : cancel()
      }
    >
      <h2 id="revoke">Revoke this link?</h2>
      <p>{text}. Whoever has it can no longer read the document. This cannot be undone.</p>
      <form method="dialog" class="actions">
        <button type="submit" value="keep">
          Keep it
        </button>
        <button type="submit" class="danger" value="revoke">
          Revoke link
        </button>
      </form>
    </dialog>
  );
}
