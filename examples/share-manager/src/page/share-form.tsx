import { useState } from 'preact/hooks';
import { EXPIRY_CHOICES, expiryAfter } from '../expiry/expiry-choices.ts';

interface ShareFormProps {
  readonly now: () => number;
  readonly isBusy: boolean;
  readonly create: (expiresAt: string) => Promise<void>;
}

/** Form that makes a link. */
export function ShareForm({ now, isBusy, create }: ShareFormProps) {
  const [days, setDays] = useState(7);
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void create(expiryAfter(days, now()));
      }}
    >
      <fieldset>
        <legend>New link expires in</legend>
        <div class="choices">
          {EXPIRY_CHOICES.map((choice) => (
            <label key={choice.days}>
              <input
                type="radio"
                name="days"
                checked={choice.days === days}
                onChange={() => setDays(choice.days)}
              />
              <span>{choice.name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {/* Not disabled while it is busy, or it would lose the focus. */}
      <button type="submit" class="primary" aria-disabled={isBusy}>
        {isBusy ? 'Creating…' : 'Create link'}
      </button>
    </form>
  );
}
