/** Status of an answer, in the colour of its class. */
export function StatusMark({ status }: { readonly status: number | null }) {
  const tone = status === null ? 'none' : `${Math.floor(status / 100)}`;
  return (
    <span class={`status status-${tone}`}>
      {status ?? 'lost'}
      <span class="hidden-text">{status === null ? ' (no answer)' : ''}</span>
    </span>
  );
}
