import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { LogStore } from '../model/log-store.ts';
import { count } from '../text/count.ts';

/** Milliseconds between two announcements, so that whoever listens is not talked over. */
const PAUSE = 5000;

/** Tells those who listen how many requests came, now and then. */
export function LogAnnouncement({ log }: { readonly log: LogStore }) {
  const text = useSignal('');
  useEffect(() => {
    let [told, toldViolated] = [log.total.peek(), log.violated.peek()];
    const timer = setInterval(() => {
      const [total, violated] = [log.total.peek(), log.violated.peek()];
      const fresh = total - told;
      const bad = violated - toldViolated;
      [told, toldViolated] = [total, violated];
      if (fresh <= 0) return;
      text.value = `${count(fresh, 'new request')}${bad > 0 ? `, ${bad} with violations` : ''}.`;
    }, PAUSE);
    return () => clearInterval(timer);
  }, [log]);
  return (
    <p class="hidden-text" role="status" aria-live="polite">
      {text.value}
    </p>
  );
}
