/** Fragment of an operation without a tag in Redoc. */
export function fragmentOf(id: string): string {
  return `/other/${encodeURIComponent(id.toLowerCase())}`;
}
