/** Returns an SVG image as a `data:` URL that may be placed in quotes of any kind. */
export function inlineSvg(source: string): string {
  return `data:image/svg+xml,${encodeURIComponent(source).replaceAll("'", '%27')}`;
}

/** Icon of every page, so that browsers do not request `/favicon.ico`. */
export const PAGE_ICON = inlineSvg(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">' +
    '<rect width="16" height="16" rx="3" fill="#2563eb"/>' +
    '<path d="M4 5h8M4 8h8M4 11h5" stroke="#fff" stroke-width="1.5" stroke-linecap="round"/></svg>',
);

/** Draws text as an image, in a grey that is readable on white and black. */
export function inlineText(text: string, fontSize: number): string {
  const width = Math.ceil(text.length * fontSize * 0.6);
  const height = Math.ceil(fontSize * 1.5);
  return inlineSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
      `<text y="${fontSize * 1.1}" font-family="system-ui, sans-serif" font-size="${fontSize}" ` +
      `fill="#808080">${text}</text></svg>`,
  );
}
