import type { operations } from '../../src/generated/cloudreve/types.ts';
import { defineBehaviour } from '../../src/mock/authoring/index.ts';
import { downloadHandlers } from './downloads.ts';
import { succeedEmpty } from './envelope.ts';
import { contentHandlers } from './file-content.ts';
import { fileHandlers } from './files.ts';
import { homePage } from './home-page.ts';
import { identify } from './identify.ts';
import { userHandlers } from './public-user.ts';
import { redirects } from './redirects.ts';
import { EPOCH, seeds } from './seeds.ts';
import { sessionHandlers } from './sessions.ts';
import { listHandlers } from './share-lists.ts';
import { shareHandlers } from './shares.ts';
import { siteHandlers } from './site.ts';
import { summarize } from './summarize.ts';
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
    ...fileHandlers,
    ...downloadHandlers,
    ...contentHandlers,
    ...userHandlers,
    ...siteHandlers,
    reportAbuse: () => succeedEmpty(),
  },
  pages: [...redirects, homePage],
  summarize,
});
