import type { FailureWords } from '../failures/describe-failure.ts';

/** Failure of what the user asked for. */
export function FailureNote({ failure, close }: { failure: FailureWords; close: () => void }) {
  return (
    <div class="note">
      <p>
        <strong>{failure.title}</strong> {failure.advice}
      </p>
      <button type="button" class="quiet" onClick={close}>
        Dismiss
      </button>
    </div>
  );
}
