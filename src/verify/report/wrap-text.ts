/**
 * Wraps a text at spaces. Lines after the first are indented; none begins as a workflow command of GitHub does. A word that is longer
 * than a line stays whole, so that it can be copied.
 */
export function wrapText(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= width && !word.startsWith('::')) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}
