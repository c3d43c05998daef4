import { useEffect } from 'preact/hooks';

/** Milliseconds for which a notice stays; nothing is lost with it. */
const STAYS = 8000;

/** Tells what was done. */
export function Notice({ text, end }: { text: string; end: () => void }) {
  useEffect(() => {
    const timer = setTimeout(end, STAYS);
    return () => clearTimeout(timer);
  }, [text]);
  return <p role="status">{text}</p>;
}
