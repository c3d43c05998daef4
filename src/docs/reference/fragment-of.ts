/** Name of an operation in Redoc's addresses: its id, or for one that has none a form of method and path that an address may have. */
export function shownId(id: string): string {
  return id.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^-|-$/g, '');
}

/** Fragment of an operation without a tag in Redoc. */
export function fragmentOf(id: string): string {
  return `/other/${shownId(id).toLowerCase()}`;
}
