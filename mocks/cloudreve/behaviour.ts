import type { operations } from '../../src/generated/cloudreve/types.ts';
import { defineBehaviour } from '../../src/mock/authoring/index.ts';
import { succeedEmpty } from './envelope.ts';
import { homePage } from './home-page.ts';
import { identify } from './identify.ts';
import { redirects } from './redirects.ts';
import { EPOCH, seeds } from './seeds.ts';
import { sessionHandlers } from './sessions.ts';
import { listHandlers } from './share-lists.ts';
import { shareHandlers } from './shares.ts';
import { type Caller, type Tables, tables } from './tables.ts';

/**
 * Behaviour of the open-source server; documented shares keep what only the Pro edition gives them.
 */
export const behaviour = defineBehaviour<operations>()<Tables, Caller>({
  epoch: EPOCH,
  tables,
  seeds,
  identify,
  handlers: {
    ...shareHandlers,
    ...listHandlers,
    ...sessionHandlers,
    reportAbuse: () => succeedEmpty(),
  },
  pages: [...redirects, homePage],
});
