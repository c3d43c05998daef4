/** File in a `multipart/form-data` body. */
export class FilePart {
  readonly fileName: string;
  /** As sent, or `text/plain` by default: https://www.rfc-editor.org/rfc/rfc7578#section-4.4. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;

  constructor(fileName: string, mediaType: string, bytes: Uint8Array) {
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.bytes = bytes;
  }
}
