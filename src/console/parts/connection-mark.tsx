import type { Connection } from '../model/follow-log.ts';

const WORDS = { connecting: 'Connecting …', live: 'Live', locked: 'Locked' } as const;

/** Says whether the mock is heard. */
export function ConnectionMark({ connection }: { readonly connection: Connection }) {
  const isLost = connection.state === 'lost';
  return (
    <p class={`connection connection-${connection.state}`} role="status">
      {isLost ? `Lost. ${connection.reason}` : WORDS[connection.state]}
    </p>
  );
}
