import type { Collection } from '../../contract/collections/collection.ts';
import type { Contract } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { countNoun } from '../../text/count-noun.ts';
import { createModel, latestInstant } from './collection-model.ts';
import { createFitting } from './fit-value.ts';
import { EPOCH } from './seed-rows.ts';
import { indent, writeKeyName, writeLiteral } from './write-code.ts';
import { writeHandler } from './write-handler.ts';
import { describeWriting, type Writing } from './writing.ts';

/** Where the modules are that a written behaviour imports. */
export interface BehaviourImports {
  readonly authoring: string;
  /** Generated types of the contract; without them a behaviour has no types of its own. */
  readonly types: string | undefined;
}

/**
 * Writes the behaviour of recognised collections as a TypeScript module: one plain handler for each operation, to change as
 * the provider does otherwise.
 */
export function writeBehaviour(
  contract: Contract,
  collections: readonly Collection[],
  imports: BehaviourImports,
): string {
  const fitting = createFitting(contract, true);
  const models = collections.map((collection) => createModel(collection, fitting));
  const types = hasNames(contract, collections) ? imports.types : undefined;
  const writings = describeWriting(models, types !== undefined);
  const handlers = writings.flatMap((writing) =>
    writing.model.collection.operations.map((known) => ({
      id: known.operation.id,
      code: writeHandler(known, writing),
    })),
  );
  const body = [
    'epoch: EPOCH,',
    `tables: {\n${indent(writings.map(writeTable).join('\n'))}\n},`,
    `seeds: {\n${indent(writeSeeds(writings))}\n},`,
    `handlers: {\n${indent(handlers.map(({ id, code }) => `${writeKeyName(id)}: ${code},`).join('\n'))}\n},`,
  ].join('\n');
  const operations = types === undefined ? 'Readonly<Record<string, unknown>>' : 'operations';
  const all = handlers.map(({ code }) => code).join('\n') + writings.map(writeTable).join('\n');
  const parts = [
    writeImports(imports.authoring, types, all),
    `/** Time when the examples of the contract are true. */\nconst EPOCH = '${latestInstant(models) ?? EPOCH}';`,
    ...writings.map(writeDeclarations),
    ...(all.includes('hasValue(') ? [HAS_VALUE] : []),
    ...(all.includes('isOneOf(') ? [IS_ONE_OF] : []),
    `/** Behaviour of ${countNoun(collections.length, 'collection')}, as the contract implies it: change what the provider does otherwise. */\nexport const behaviour = defineBehaviour<${operations}>()({\n${indent(body)}\n});`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const HAS_VALUE = `/** Whether a member has the value that a query asks for, or one of several. */
function hasValue(member: unknown, wanted: unknown): boolean {
  if (wanted === undefined) return true;
  const values = [member].flat().map(String);
  return [wanted].flat().some((one) => values.includes(String(one)));
}`;

const IS_ONE_OF = `/** Whether a value is one of some. */
function isOneOf<const Value>(value: unknown, all: readonly Value[]): value is Value {
  return all.some((one) => one === value);
}`;

/** Generated types have an operation by its \`operationId\` alone. */
function hasNames({ document }: Contract, collections: readonly Collection[]): boolean {
  const { paths } = document;
  const named = new Set(
    Object.values(isJsonObject(paths) ? paths : {})
      .filter(isJsonObject)
      .flatMap((item) => Object.values(item))
      .filter(isJsonObject)
      .map(({ operationId }) => operationId),
  );
  return collections.every(({ operations }) =>
    operations.every(({ operation }) => named.has(operation.id)),
  );
}

function writeImports(authoring: string, types: string | undefined, code: string): string {
  const names = ['defineBehaviour', 'defineTable', ...(code.includes('pageOf(') ? ['pageOf'] : [])];
  return [
    ...(types === undefined ? [] : [`import type { operations } from '${types}';`]),
    `import { ${names.join(', ')} } from '${authoring}';`,
  ].join('\n');
}

function writeTable({ table, row, isNested, readKey }: Writing): string {
  const key = isNested
    ? `({ owner, item }) => \`\${owner}/\${${readKey('item')}}\``
    : `(row) => String(${readKey('row')})`;
  return `${table}: defineTable<${row}>()({ key: ${key} }),`;
}

function writeDeclarations(writing: Writing): string {
  const { item, row, isNested, model, constant, itemType, made, isTyped } = writing;
  const nested = isNested
    ? `\n\n/** ${item} that belongs to another item, whose keys are joined in \`owner\`. */\ninterface ${row} {\n  readonly owner: string;\n  readonly item: ${item};\n}`
    : '';
  const satisfies = isTyped ? ` satisfies Partial<${item}>` : '';
  return [
    `/** Item of ${model.collection.path}. */\ntype ${item} = ${itemType};${nested}`,
    `/** What a new item has where nothing else is sent. */\nconst NEW_${constant} = ${writeLiteral(made)}${satisfies};`,
    `/** Items that are there at first. */\nconst ${constant}_SEED: readonly ${item}[] = ${writeLiteral(writing.seed)};`,
  ].join('\n\n');
}

function writeSeeds(writings: readonly Writing[]): string {
  const loops = writings.map(({ table, constant, isNested, seedOwner }) =>
    isNested
      ? `for (const item of ${constant}_SEED) tables.${table}.put({ owner: ${writeLiteral(seedOwner)}, item });`
      : `for (const item of ${constant}_SEED) tables.${table}.put(item);`,
  );
  return `default: ({ tables }) => {\n${indent(loops.join('\n'))}\n},\nempty: () => {},`;
}
