import type { Signal } from '@preact/signals';
import type { Notice } from '../model/console-state.ts';

/** Says what came of what was done last. */
export function NoticeBar({ notice }: { readonly notice: Signal<Notice | undefined> }) {
  const shown = notice.value;
  return (
    <div class="notice-place" role="status">
      {shown !== undefined && (
        <p class={shown.isFailure ? 'notice is-failure' : 'notice'}>
          <span>{shown.text}</span>
          <button
            type="button"
            class="small"
            onClick={() => {
              notice.value = undefined;
            }}
          >
            Close
          </button>
        </p>
      )}
    </div>
  );
}
