import { countNoun } from '../../text/count-noun.ts';
import type { DocsSource } from '../docs-source.ts';
import { nameApiPages } from '../page-path.ts';
import type { SitePage } from '../site-page.ts';
import { createMarkdownPage } from './guide-pages.ts';

/** Makes the front page: the one of the project, followed by its APIs. */
export function createHomePage({ title, home, apis }: DocsSource): SitePage {
  const list = listApis(apis);
  if (home === undefined) {
    return {
      path: 'index',
      title,
      label: 'Home',
      group: 'guides',
      readMarkdown: () => `# ${title}\n\n${list}`,
    };
  }
  const page = createMarkdownPage(home, 'index', 'guides');
  return { ...page, label: 'Home', readMarkdown: () => `${page.readMarkdown().trim()}\n\n${list}` };
}

function listApis(apis: DocsSource['apis']): string {
  if (apis.length === 0) return 'There are no APIs here yet. List contracts in `redocly.yaml`.\n';
  const rows = apis.map(({ name, contract }) => {
    const { operations, webhooks, title } = contract;
    const counts = [
      countNoun(operations.length, 'operation'),
      ...(webhooks.length === 0 ? [] : [countNoun(webhooks.length, 'webhook')]),
    ];
    return `| [${title}](page:${nameApiPages(name).reference}) | ${counts.join(', ')} |`;
  });
  return `## APIs\n\n| Reference | Has |\n| --- | --- |\n${rows.join('\n')}\n`;
}
