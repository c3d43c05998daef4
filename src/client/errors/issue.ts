/** One way in which a message breaks its contract. */
export interface Issue {
  /** JSON Pointer into the body, or into the argument of the call, such as `/query/page`. */
  readonly pointer: string;
  readonly expected: string;
  readonly found: string;
}
