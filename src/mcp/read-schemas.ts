import type { Contract, Media, Operation, Parameter } from '../contract/model/contract.ts';
import { child, children, type JsonCursor, jump, text } from '../contract/model/json-cursor.ts';
import { writeFragment } from '../contract/model/reference.ts';
import { type Expanded, expandSchema } from './expand-schema.ts';

/** What an operation takes and gives, as schemas without references. */
export interface OperationSchemas {
  parameters: {
    name: string;
    in: string;
    required: boolean;
    description: string;
    schema: unknown;
  }[];
  body: { required: boolean; content: TypedSchema[] } | null;
  answers: {
    status: string;
    content: TypedSchema[];
  }[];
  /** Alternatives, each the names of security schemes that are needed together; an empty one needs none. */
  security: string[][];
  isCut: boolean;
}

interface TypedSchema {
  mediaType: string;
  schema: unknown;
}

type Place = Media['schema'];

/** Reads the schemas of an operation, in which `depth` references are replaced below each other. */
export function readSchemas(
  { document }: Contract,
  operation: Operation,
  depth: number,
): OperationSchemas {
  let isCut = false;
  const expand = (place: Place): unknown => {
    if (place === undefined) return true;
    const isNamed = place.pointer.startsWith('/components/');
    const part = isNamed ? { $ref: writeFragment(place.pointer) } : place.schema;
    const expanded: Expanded = expandSchema(document, part, depth);
    isCut ||= expanded.isCut;
    return expanded.value;
  };
  const readContent = (content: readonly Media[]) =>
    content.map(({ type, schema, itemSchema }) => ({
      mediaType: type,
      schema: expand(itemSchema ?? schema),
    }));
  const written = listParameters(document, operation);
  const { parameters, body, responses, security } = operation;
  const schemas = {
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required,
      description: describe(written, parameter),
      schema: expand(parameter.schema),
    })),
    body:
      body === undefined ? null : { required: body.required, content: readContent(body.content) },
    answers: responses.map(({ status, content }) => ({ status, content: readContent(content) })),
    security: security.map((schemes) => schemes.map(({ name }) => name)),
  };
  return { ...schemas, isCut };
}

/** Parameters as they are written, those of the operation before those of its path. */
function listParameters(document: unknown, { pointer }: Operation): JsonCursor[] {
  const operation = jump(document, writeFragment(pointer));
  const path = jump(document, writeFragment(pointer.slice(0, pointer.lastIndexOf('/'))));
  return [operation, path]
    .flatMap((at) => children(child(at, 'parameters')))
    .map(([, parameter]) => parameter);
}

function describe(written: readonly JsonCursor[], { name, in: place }: Parameter): string {
  const found = written.find((at) => text(at, 'name') === name && text(at, 'in') === place);
  return (found && text(found, 'description')) ?? '';
}
