import { useMemo } from 'preact/hooks';
import { prettyBody, splitJson } from '../text/pretty-body.ts';

/** Longest text that is shown; browsers stall at more. */
const MAX_SHOWN = 300_000;

/** Body as text, JSON in colours; never as HTML. */
export function BodyText({ body, label }: { readonly body: string; readonly label: string }) {
  const { text, isJson } = useMemo(() => prettyBody(body), [body]);
  const shown = text.slice(0, MAX_SHOWN);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys.
    <section class="body" tabIndex={0} aria-label={label}>
      <pre>
        <code>
          {isJson
            ? splitJson(shown).map(({ kind, text: part }) =>
                kind === 'plain' ? part : <span class={`json-${kind}`}>{part}</span>,
              )
            : shown}
          {text.length > shown.length && `\n… ${text.length - shown.length} more characters`}
        </code>
      </pre>
    </section>
  );
}
