import { useSignal } from '@preact/signals';
import { readToken } from '../model/token-store.ts';

/** Asks for the control token, which is kept until the tab is closed. */
export function TokenForm({ onToken }: { readonly onToken: (token: string) => void }) {
  const token = useSignal('');
  const isWrong = readToken() !== undefined;
  return (
    <form
      class="card form token"
      onSubmit={(event) => {
        event.preventDefault();
        onToken(token.value.trim());
      }}
    >
      <h2>Control token</h2>
      <p>
        {isWrong
          ? 'The mock does not take this token. Give the one that it was started with.'
          : 'The mock was started with a control token. Give it here to see what happens; this tab keeps it until it is closed.'}
      </p>
      <label class="field">
        <span>Token</span>
        <input
          type="password"
          autocomplete="off"
          required
          ref={(element) => element?.focus()}
          value={token.value}
          onInput={({ currentTarget }) => {
            token.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="primary">
        Open the console
      </button>
    </form>
  );
}
