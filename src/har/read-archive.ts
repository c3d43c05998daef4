import { z } from 'zod';
import { HarError } from './har-error.ts';

/** Browsers leave out what they do not know, or write null. */
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);

const Fields = z
  .array(z.object({ name: z.string(), value: z.string() }))
  .nullish()
  .transform((fields) => fields ?? []);

const Entry = z.object({
  startedDateTime: Text,
  request: z.object({
    method: z.string().min(1),
    url: z.string().min(1),
    headers: Fields,
    bodySize: z.number().nullish(),
    postData: z
      .object({ text: Text, mimeType: Text, encoding: Text, _encoding: Text })
      .nullish()
      .transform((data) => data ?? undefined),
  }),
  response: z.object({
    /** 0 where there was no response. */
    status: z
      .number()
      .int()
      .nullish()
      .transform((status) => status ?? 0),
    headers: Fields,
    bodySize: z.number().nullish(),
    content: z
      .object({ text: Text, encoding: Text, mimeType: Text, size: z.number().nullish() })
      .nullish()
      .transform((content) => content ?? undefined),
  }),
});

/** The parts of an archive that are read, http://www.softwareishard.com/blog/har-12-spec/. */
const Archive = z.object({
  log: z.object({
    /** API and base URL, as the recorder writes them; no other program does. */
    _api: Text,
    _server: Text,
    entries: z.array(Entry),
  }),
});

/** Request and response of an archive, as they are written there. */
export type ArchiveEntry = z.infer<typeof Entry>;
export type ArchiveLog = z.infer<typeof Archive>['log'];

/** Reads an HTTP Archive. `file` is for messages. Throws HarError for a text that is none. */
export function readArchive(file: string, text: string): ArchiveLog {
  const parsed = Archive.safeParse(parseJson(file, text));
  if (parsed.success) return parsed.data.log;
  throw new HarError(`${file}: expected a HAR file. ${z.prettifyError(parsed.error)}`);
}

function parseJson(file: string, text: string): unknown {
  try {
    // Some programs begin the file with a byte order mark.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new HarError(`${file}: expected JSON. ${String(error)}`, { cause: error });
  }
}
