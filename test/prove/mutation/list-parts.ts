import { createHash } from 'node:crypto';
import { listBodyCases } from '../../../src/cases/body-cases.ts';
import type { Constraint, UnbrokenRule } from '../../../src/cases/case.ts';
import { createPlanTools, type PlanTools } from '../../../src/cases/case-tools.ts';
import { listParameterCases } from '../../../src/cases/parameter-cases.ts';
import { planOperation } from '../../../src/cases/plan-operation.ts';
import type { Contract, Operation } from '../../../src/contract/model/contract.ts';
import { isJsonObject, jump } from '../../../src/contract/model/json-cursor.ts';
import { createRequestLister } from '../../../src/prove/messages/request-messages.ts';
import { listResponses } from '../../../src/prove/messages/response-messages.ts';

/** What is derived at once: the requests of an operation, its answers of one status, or a webhook. */
export interface Part {
  readonly label: string;
  readonly kind: 'request' | 'response' | 'webhook';
  /** Operation with this part alone. */
  readonly operation: Operation;
}

/** A part, and all that a proof knows of it. */
export interface Described {
  readonly part: Part;
  /** Each rule with its value, and whether a message breaks it, by the place in the message. */
  readonly lines: readonly Line[];
  /** The same without places. */
  readonly rules: readonly string[];
  /** Pointers of the schemas that its rules are of. */
  readonly pointers: ReadonlySet<string>;
  /** Pointers of the objects of the document that it is made of. */
  readonly reached: readonly string[];
}

/** What a proof knows of one message, or of a rule that nothing breaks. */
export interface Line {
  /** Schema of its rule; absent of what is just valid. */
  readonly pointer?: string;
  readonly text: string;
}

/** Says of a pointer whether the rules of the schema there are asked for. */
export type IsWanted = (pointer: string) => boolean;

/** Lists the parts of a contract. */
export function listParts({ operations, webhooks }: Contract): Part[] {
  return [
    ...operations.flatMap((operation): Part[] => [
      {
        label: `${operation.id} request`,
        kind: 'request',
        operation: { ...operation, responses: [] },
      },
      ...operation.responses.map(
        (response): Part => ({
          label: `${operation.id} ${response.status}`,
          kind: 'response',
          operation: { ...operation, responses: [response] },
        }),
      ),
    ]),
    ...webhooks.map(
      (operation): Part => ({ label: `webhook ${operation.id}`, kind: 'webhook', operation }),
    ),
  ];
}

/** Derives what a proof sends of one part, as far as it is wanted. */
export async function describePart(
  contract: Contract,
  part: Part,
  isWanted?: IsWanted,
): Promise<Described> {
  const { operation } = part;
  const derived = await deriveMessages(contract, part, isWanted);
  const write = ({ pointer, keyword, detail = '' }: Constraint, state: string) =>
    `#${pointer} ${keyword} ${detail} ${state} ${JSON.stringify(readValue(contract, operation, pointer, keyword))}`;
  const lines: Line[] = [
    ...derived.messages.flatMap(({ constraint, title, isAllowed }) =>
      constraint === undefined
        ? [{ text: title }]
        : [
            {
              pointer: constraint.pointer,
              text: `${title}: ${write(constraint, isAllowed ? 'kept' : 'broken')}`,
            },
          ],
    ),
    ...derived.unbroken.map(({ constraint, where }) => ({
      pointer: constraint.pointer,
      text: `${where}: ${write(constraint, 'unbroken')}`,
    })),
  ];
  const rules = [
    ...derived.messages.flatMap(({ constraint, isAllowed }) =>
      constraint === undefined || isAllowed ? [] : [write(constraint, 'broken')],
    ),
    ...derived.unbroken.map(({ constraint }) => write(constraint, 'unbroken')),
  ];
  const pointers = [...derived.messages, ...derived.unbroken].flatMap(({ constraint }) =>
    constraint === undefined ? [] : [constraint.pointer],
  );
  const reached = findReached(contract.document, part);
  return { part, lines, rules, pointers: new Set(pointers), reached };
}

/** What follows from a part, as far as it is told. */
interface Told {
  readonly messages: readonly {
    readonly title: string;
    readonly isAllowed: boolean;
    readonly constraint?: Constraint;
  }[];
  readonly unbroken: readonly UnbrokenRule[];
}

async function deriveMessages(
  contract: Contract,
  { kind, operation }: Part,
  isWanted: IsWanted = () => true,
): Promise<Told> {
  const own = contract.operations.map((one) =>
    one.pointer === operation.pointer ? operation : one,
  );
  const all = createPlanTools({ ...contract, operations: own });
  const tools: PlanTools = {
    ...all,
    schemaTools: (direction) => ({ ...all.schemaTools(direction), isWanted }),
  };
  if (kind === 'response') return listResponses(operation, tools);
  if (kind === 'request') {
    const plan = await planOperation(operation, tools, 'base');
    if (typeof plan === 'string') return { messages: [], unbroken: [] };
    return createRequestLister(tools)(operation, plan.base);
  }
  // A webhook is a request of the provider's.
  const plan = await planOperation(operation, tools, 'base');
  if (typeof plan === 'string') throw new Error(`${operation.id}: ${plan}`);
  const unbroken: UnbrokenRule[] = [];
  const report = (rule: UnbrokenRule) => unbroken.push(rule);
  const { messages, unbroken: others } = await listResponses(operation, tools);
  return {
    messages: [
      ...listParameterCases(operation, plan.base, tools, report),
      ...listBodyCases(operation, plan.base, tools, report),
      ...messages,
    ],
    unbroken: [...unbroken, ...others],
  };
}

/** Follows references from a part to the components that it uses. */
function findReached(document: unknown, { kind, operation }: Part): string[] {
  const { pointer, responses } = operation;
  const path = pointer.slice(0, pointer.lastIndexOf('/'));
  const starts =
    kind === 'response'
      ? responses.map(({ status }) => `${pointer}/responses/${status}`)
      : kind === 'webhook'
        ? [pointer]
        : ['parameters', 'requestBody', 'security'].map((key) => `${pointer}/${key}`);
  const found = new Set([...starts, `${path}/parameters`]);
  for (const one of found) {
    const text = JSON.stringify(readAny(document, one)) ?? '';
    for (const [, ref = ''] of text.matchAll(/"\$ref":"#([^"]+)"/g))
      found.add(decodeURIComponent(ref));
  }
  return [...found];
}

function readAny(document: unknown, pointer: string): unknown {
  try {
    return jump(document, `#${pointer}`).node;
  } catch {
    return undefined;
  }
}

/** What the contract says by a rule. */
function readValue(
  { document }: Contract,
  { responses, body, security }: Operation,
  pointer: string,
  keyword: string,
): unknown {
  switch (keyword) {
    case 'mediaType': {
      const content = pointer.endsWith('/requestBody/content')
        ? body?.content
        : responses[0]?.content;
      return content?.map(({ type }) => type);
    }
    case 'security':
      return security.map((all) => all.map(({ name }) => name));
    case 'properties':
    case 'required':
    case 'status':
    case 'content':
      return undefined;
    default:
      return summarise(readNode(document, pointer)[keyword]);
  }
}

/** Of schemas inside of a schema, whose rules are told by themselves, only how many there are. */
function summarise(value: unknown): unknown {
  if (Array.isArray(value) && value.some(isJsonObject)) return value.length;
  return isJsonObject(value) ? '{}' : value;
}

function readNode(document: unknown, pointer: string): Readonly<Record<string, unknown>> {
  const node = readAny(document, pointer);
  return isJsonObject(node) ? node : {};
}

/** Short text that differs where lines do, in whatever order they are; as far as they are wanted. */
export function digest(lines: readonly Line[], isWanted?: IsWanted): string {
  const texts = lines
    .filter(({ pointer }) => isWanted === undefined || (pointer !== undefined && isWanted(pointer)))
    .map(({ text }) => text);
  return createHash('sha256').update(texts.toSorted().join('\n')).digest('hex').slice(0, 12);
}
