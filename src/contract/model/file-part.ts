/** File in a body of `multipart/form-data`. */
export class FilePart {
  readonly fileName: string;
  /** As sent; `text/plain` where nothing was, as RFC 7578 section 4.4 says. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;

  constructor(fileName: string, mediaType: string, bytes: Uint8Array) {
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.bytes = bytes;
  }
}
