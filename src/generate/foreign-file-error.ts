/** A file that was not generated stands where one is to be written. */
export class ForeignFileError extends Error {
  override readonly name = 'ForeignFileError';

  constructor(files: readonly string[]) {
    const them = files.length === 1 ? 'it' : 'them';
    super(
      `Expected generated files, found others, which are not overwritten: ${files.join(', ')}. Move ${them}, or name another "output" in the registry.`,
    );
  }
}
