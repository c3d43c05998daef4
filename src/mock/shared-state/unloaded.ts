/** Thrown within a visit by whatever is not there yet: once it is, the visit is repeated. */
export class Unloaded extends Error {
  override readonly name = 'Unloaded';
  readonly needed: Needed;

  constructor(needed: Needed) {
    super('This is there only once a visit was repeated.');
    this.needed = needed;
  }
}

/** What a visit lacks. */
export type Needed =
  /** A sandbox other than the visited one. */
  | { readonly kind: 'sandbox'; readonly sandbox: string }
  | { readonly kind: 'journal'; readonly sandbox: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'store' };
