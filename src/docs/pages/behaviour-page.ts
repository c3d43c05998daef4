import type { DocsApi } from '../docs-api.ts';
import { nameApiPages } from '../page-path.ts';
import type { SitePage } from '../site-page.ts';
import { createMarkdownPage } from './guide-pages.ts';

/** Makes the page about what is known of a provider's behaviour, and what the mock does of it; none without notes. */
export function createBehaviourPages({ name, behaviour }: DocsApi): SitePage[] {
  if (behaviour === undefined) return [];
  const page = createMarkdownPage(behaviour, nameApiPages(name).behaviour, 'apis');
  return [{ ...page, label: 'Behaviour', api: name }];
}
