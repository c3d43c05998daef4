import { readDocsSource } from '../../src/cli/read-docs-source.ts';
import { createSite } from '../../src/docs/create-site.ts';
import { OWN_PROJECT } from '../support/own-project.ts';

/** What the docs site of this repository is made from. */
export const OWN_SOURCE = await readDocsSource(OWN_PROJECT);

/** The site, as `npm run docs` builds it. */
export const OWN_SITE = createSite(OWN_SOURCE, { mockOrigin: 'http://127.0.0.1:4010' });
