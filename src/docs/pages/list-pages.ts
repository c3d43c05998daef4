import type { DocsSource, SiteOptions } from '../docs-source.ts';
import type { SitePage } from '../site-page.ts';
import { createBehaviourPages } from './behaviour-page.ts';
import { createComparisonPages } from './comparison-page.ts';
import { createFidelityPages } from './fidelity-page.ts';
import { createGuidePages } from './guide-pages.ts';
import { createHomePage } from './home-page.ts';
import { createProvenancePages } from './provenance-page.ts';
import { createReferencePage } from './reference-page.ts';

/** Lists the pages of a site in the order of its navigation; those that nothing is known for are left out. */
export function listPages(source: DocsSource, options: SiteOptions): SitePage[] {
  const { apis, guides, more } = source;
  return [
    createHomePage(source),
    ...createGuidePages(guides, 'guides', 'guides'),
    ...apis.flatMap((api) => {
      const beside = [...createBehaviourPages(api), ...createProvenancePages(api)];
      return [createReferencePage(api, options, beside), ...beside];
    }),
    ...createComparisonPages(source),
    ...createFidelityPages(apis),
    ...createGuidePages(more, 'more', 'about'),
  ];
}
