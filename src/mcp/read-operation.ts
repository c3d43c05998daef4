import type { components } from '../generated/mock-control/types.ts';
import type { AgentHost } from './agent-host.ts';
import { type OperationSchemas, readSchemas } from './read-schemas.ts';
import { cutText, takeFitting } from './take-fitting.ts';
import { MAX_ANSWER } from './tool-result.ts';

type Described = components['schemas']['OperationDetails'];

/** References that lead into each other, at most: the fewer, the shorter. */
const DEPTHS = [6, 4, 3, 2, 1, 0];
/** Longest example and longest sample, in characters of JSON. */
const MAX_EXAMPLE = 6000;
/** Characters for everything but schemas. */
const MAX_WORDS = MAX_ANSWER / 2;

/** Reads all that an agent needs to call an operation. Throws where the mock serves none of that name. */
export async function readOperation({ control, findContract }: AgentHost, api: string, id: string) {
  const described = await control.getApiOperation({ path: { api, operation: id } });
  const contract = await findContract(api);
  const operation = contract?.operations.find((one) => one.id === id);
  const base = { api, ...viewDescribed(described) };
  if (contract === undefined || operation === undefined) {
    const note = 'Parameters and schemas are not shown, because the contract is not at hand here.';
    return { ...base, schemas: null, notes: [...base.notes, note] };
  }
  const room = MAX_ANSWER - 1000 - JSON.stringify(base).length;
  const schemas = findFitting(room, (depth) => readSchemas(contract, operation, depth));
  const note = schemas === undefined ? ['Schemas are too long to be shown.'] : noteCuts(schemas);
  return { ...base, schemas: schemas ?? null, notes: [...base.notes, ...note] };
}

/** Expands as many references as there is room for. */
function findFitting(
  room: number,
  read: (depth: number) => OperationSchemas,
): OperationSchemas | undefined {
  for (const depth of DEPTHS) {
    const schemas = read(depth);
    if (JSON.stringify(schemas).length <= room) return schemas;
  }
  return undefined;
}

function noteCuts({ isCut }: OperationSchemas): string[] {
  return isCut ? ['Schemas that lie deeper are named by $ref, and not shown.'] : [];
}

function viewDescribed({ samples, answers, ...operation }: Described) {
  const shownSamples = takeFitting(
    samples.map((sample) => ({
      ...sample,
      body: sample.body && cutText(sample.body, MAX_EXAMPLE),
    })),
    MAX_WORDS / 2,
  );
  const shownAnswers = takeFitting(
    answers.map(({ examples, ...answer }) => ({ ...answer, examples: examples.map(cutExample) })),
    MAX_WORDS / 2,
  );
  const notes = [
    ...(shownSamples.isCut ? [`Of ${samples.length} samples only the first are shown.`] : []),
    ...(shownAnswers.isCut ? [`Of ${answers.length} answers only the first are shown.`] : []),
  ];
  return { ...operation, samples: shownSamples.items, answers: shownAnswers.items, notes };
}

function cutExample<T extends { readonly value?: unknown }>(example: T) {
  const text = JSON.stringify(example.value) ?? '';
  return text.length > MAX_EXAMPLE ? { ...example, value: cutText(text, MAX_EXAMPLE) } : example;
}
