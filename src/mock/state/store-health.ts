/** Store of sandboxes, as a server sees it at present. */
export interface StoreHealth {
  /** What messages call it: an address without credentials. */
  readonly name: string;
  /** Milliseconds that a round trip took; `undefined` where it cannot be reached. */
  readonly lag: number | undefined;
}
