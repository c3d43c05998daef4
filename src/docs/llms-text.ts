import type { SitePage } from './site-page.ts';

const GROUPS = { guides: 'Guides', apis: 'APIs', more: 'Optional' };

/** Writes `llms.txt`, which lists the Markdown twins of all pages: https://llmstxt.org. */
export function writeLlmsText(title: string, pages: readonly SitePage[]): string {
  const groups = Object.entries(GROUPS).flatMap(([group, heading]) => {
    const members = pages.filter((page) => page.group === group);
    if (members.length === 0) return [];
    const lines = members.map(({ path, title: name, summary }) => {
      const address = path.split('/').map(encodeURIComponent).join('/');
      return `- [${name}](${address}.md)${summary === undefined ? '' : `: ${summary}`}`;
    });
    return [`## ${heading}\n\n${lines.join('\n')}\n`];
  });
  const [home] = pages;
  const summary = home?.summary === undefined ? '' : `\n> ${home.summary}\n`;
  return `# ${title}\n${summary}\n${groups.join('\n')}`;
}

/** Joins the Markdown twins of all pages in one text. */
export function writeFullText(twins: readonly string[]): string {
  return `${twins.map((twin) => twin.trim()).join('\n\n---\n\n')}\n`;
}
