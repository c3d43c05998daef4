/** Wrong use of the test kit, such as an unknown API or scenario; the message says what is known. */
export class TestingError extends Error {
  override readonly name = 'TestingError';
}
