/** Parts of a list that a parameter carries as one text, by its `style`. */
export function splitValue(text: string, style: string): string[] {
  const separator = { spaceDelimited: ' ', pipeDelimited: '|' }[style] ?? ',';
  return text.split(separator).map((part) => part.trim());
}
