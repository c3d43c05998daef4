const NAME = /^(?!\.{1,2}$)[\w.-]{1,64}$/;

/** What every path of a sandbox begins with: nothing for that of requests which name none. Throws an Error for a malformed name. */
export function sandboxPrefix(sandbox: string | undefined): string {
  if (sandbox === undefined) return '';
  if (NAME.test(sandbox)) return `/~${sandbox}`;
  throw new Error(
    `sandbox: expected 1 to 64 letters, digits, ".", "_" or "-", found "${sandbox}".`,
  );
}
