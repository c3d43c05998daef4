/** Text behind percent-encoding; a broken one stays as it was sent. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
