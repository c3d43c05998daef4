import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { SchemathesisError } from './schemathesis-error.ts';

const BYTES = z.object({ $base64: z.string() });

const RECORDER = z.object({
  label: z.string(),
  cases: z.record(z.string(), z.object({ parent_id: z.string().nullish() })).default({}),
  checks: z
    .record(
      z.string(),
      z.array(
        z.object({
          name: z.string(),
          failure_info: z
            .object({
              failure: z.object({
                type: z.string(),
                operation: z.string(),
                title: z.string(),
                message: z.string().default(''),
              }),
            })
            .nullish(),
        }),
      ),
    )
    .default({}),
  interactions: z
    .record(
      z.string(),
      z.object({
        request: z.object({
          method: z.string(),
          uri: z.string(),
          headers: z.record(z.string(), z.array(z.string())).default({}),
          body: BYTES.nullish(),
        }),
        response: z.object({ status_code: z.number() }).nullish(),
      }),
    )
    .default({}),
});

const EVENT = z.looseObject({
  ScenarioFinished: z.object({ recorder: RECORDER }).optional(),
});

/** What Schemathesis recorded of one scenario: cases, the checks of each, requests and answers. */
export type Recorder = z.infer<typeof RECORDER>;

/**
 * Reads the events that `--report ndjson` writes, as one scenario after the other.
 *
 * Throws SchemathesisError for a line of another form; the last one may be cut off.
 */
export async function* readEvents(file: string): AsyncGenerator<Recorder> {
  const lines = createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let broken: SchemathesisError | undefined;
  let number = 0;
  for await (const line of lines) {
    if (broken !== undefined) throw broken;
    number += 1;
    if (line.trim() === '') continue;
    try {
      const event = EVENT.parse(JSON.parse(line));
      if (event.ScenarioFinished !== undefined) yield event.ScenarioFinished.recorder;
    } catch (error) {
      const told = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
      broken = new SchemathesisError(
        `${file}:${number}: expected an event of Schemathesis 4, found another form. Install a version 4 of it.\n${told}`,
        { cause: error },
      );
      // Only JSON that is cut off may be the end of an interrupted run.
      if (error instanceof z.ZodError) throw broken;
    }
  }
  if (broken !== undefined && number === 1) throw broken;
}
