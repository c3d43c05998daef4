import type { ResolveLink } from './render-markdown.ts';

const LINK = /\]\(([^()\s]+)\)/g;

/** Changes the targets of inline links in Markdown, but not in its code blocks; links without a target keep their text alone. */
export function rewriteLinks(markdown: string, resolveLink: ResolveLink): string {
  let isCode = false;
  return markdown
    .split('\n')
    .map((line) => {
      if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode;
      return isCode ? line : rewriteLine(line, resolveLink);
    })
    .join('\n');
}

function rewriteLine(line: string, resolveLink: ResolveLink): string {
  return line.replaceAll(LINK, (link, href: string) => {
    const target = resolveLink(href);
    return target === undefined ? link : `](${target})`;
  });
}
