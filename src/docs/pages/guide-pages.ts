import { posix } from 'node:path';
import type { MarkdownFile } from '../docs-api.ts';
import { splitSections } from '../markdown/read-headings.ts';
import type { PageGroup, SitePage } from '../site-page.ts';

/** Makes pages of Markdown files; each is named after its file, or after its folder where it is a README. */
export function createGuidePages(
  files: readonly MarkdownFile[],
  group: PageGroup,
  folder: string,
): SitePage[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const path = `${folder}/${chooseName(file.path, taken)}`;
    return createMarkdownPage(file, path, group);
  });
}

/** Makes a page of one Markdown file; its title is the first heading. */
export function createMarkdownPage(file: MarkdownFile, path: string, group: PageGroup): SitePage {
  const sections = splitSections(file.text);
  const name = posix.basename(path);
  const first = sections.find(({ heading }) => heading?.depth === 1);
  const title = first?.heading?.text ?? name;
  const markdown = first === undefined ? `# ${title}\n\n${file.text}` : file.text;
  const summary = firstSentence(first?.text ?? sections[0]?.text ?? '');
  return {
    path,
    title,
    group,
    ...(summary !== '' && { summary }),
    source: file.path,
    readMarkdown: () => markdown,
  };
}

function firstSentence(text: string): string {
  const end = text.search(/\.(?:\s|$)/);
  return end === -1 ? text : text.slice(0, end + 1);
}

function chooseName(path: string, taken: Set<string>): string {
  const { name, dir } = posix.parse(path);
  const isIndex = /^(?:readme|index)$/i.test(name) && dir !== '';
  const base = (isIndex ? posix.basename(dir) : name).toLowerCase().replace(/^\d+-/, '');
  const free = [base, ...Array.from({ length: taken.size }, (_, index) => `${base}-${index + 2}`)];
  const chosen = free.find((candidate) => !taken.has(candidate)) ?? base;
  taken.add(chosen);
  return chosen;
}
