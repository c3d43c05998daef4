import { useEffect, useState } from 'preact/hooks';
import type { CregoClient } from 'share-contracts/clients/crego';
import type { ServerClock } from '../crego/server-clock.ts';
import { describeExpiry } from '../expiry/describe-expiry.ts';
import { describeFailure } from '../failures/describe-failure.ts';

interface OpenedLinkProps {
  readonly crego: CregoClient;
  readonly token: string;
  readonly clock: ServerClock;
}

/** What a stranger sees who opens a link. */
export function OpenedLink({ crego, token, clock }: OpenedLinkProps) {
  const [words, setWords] = useState({ title: 'Opening the document…', advice: ' ' });
  useEffect(() => {
    void crego.previewShare
      .safe({ path: { token } })
      .then((result) =>
        setWords(
          result.ok
            ? { title: 'You may read this document.', advice: sayUntil(result.data.expires_at) }
            : describeFailure(result.error),
        ),
      );
  }, [crego, token]);
  return (
    <main class="opened" aria-live="polite">
      <h1>{words.title}</h1>
      <p>{words.advice}</p>
    </main>
  );

  function sayUntil(expiresAt: string): string {
    return `${describeExpiry(expiresAt, clock.now()).text}.`;
  }
}
