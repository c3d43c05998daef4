import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { copyText } from './copy-text.ts';

/** Milliseconds for which a button says what came of it. */
const SHOWN = 1500;

/** Button that copies a text, and says whether it could. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const outcome = useSignal('');
  useEffect(() => {
    if (outcome.value === '') return undefined;
    const timer = setTimeout(() => {
      outcome.value = '';
    }, SHOWN);
    return () => clearTimeout(timer);
  }, [outcome.value]);
  return (
    <button
      type="button"
      class="small"
      onClick={async () => {
        outcome.value = (await copyText(text)) ? 'Copied' : 'Not allowed';
      }}
    >
      {outcome.value === '' ? label : outcome.value}
      <span class="hidden-text" role="status">
        {outcome.value}
      </span>
    </button>
  );
}
