import type { Contract, Operation } from '../contract/model/contract.ts';
import type { ImportExtension } from './find-import-extension.ts';
import { findSchemaNames, type SchemaNames } from './find-schema-names.ts';
import type { SchemaModule } from './generate-schemas.ts';
import type { ValidationLibrary } from './libraries/library.ts';
import { listMethods } from './list-methods.ts';
import { nameLocal } from './name-local.ts';

const EMPTY = 'export {};\n';

/**
 * Generates what validates the requests and responses of each method of the client: the schemas of its path, query,
 * headers, cookies and body, and those of its JSON responses by status. The schemas lie beside them, and are imported by
 * that extension.
 */
export function generateValidation(
  contract: Contract,
  module: SchemaModule,
  extension: ImportExtension,
): string {
  const parts = listMethods(contract).map(({ name, operation }) => ({
    name,
    operation,
    schemas: findSchemaNames(operation, module),
  }));
  if (parts.length === 0) return EMPTY;
  const { library } = module;
  const { namespace } = library;
  const imported = [...new Set(parts.flatMap(({ schemas }) => listNames(schemas)))].sort();
  const taken = new Set([...parts.map(({ name }) => name), ...imported, namespace]);
  const constants = parts.map(({ name, operation, schemas }) =>
    writeConstant(name, nameLocal(name, imported, taken), operation, schemas, namespace),
  );
  return [...writeImports(library, imported, constants, extension), ...constants].join('\n');
}

function listNames({ parts, body, responses }: SchemaNames): string[] {
  return [...parts.values(), ...(body === undefined ? [] : [body.name]), ...responses.values()];
}

function writeImports(
  { name, module, namespace }: ValidationLibrary,
  imported: readonly string[],
  constants: readonly string[],
  extension: ImportExtension,
): string[] {
  const isCalled = constants.some((constant) => constant.includes(`${PURE}${namespace}.`));
  return [
    ...(isCalled ? [`import * as ${namespace} from '${module}';`] : []),
    ...(imported.length === 0
      ? []
      : [
          `import {\n${imported.map((each) => `    ${each},\n`).join('')}} from './${name}${extension}';\n`,
        ]),
  ];
}

const PURE = '/* @__PURE__ */ ';

function writeConstant(
  name: string,
  local: string,
  operation: Operation,
  { parts, body, responses }: SchemaNames,
  namespace: string,
): string {
  const statuses = [...responses].map(([status, schema]) => `${writeKey(status)}: ${schema}`);
  const members = [
    ...[...parts].map(([part, schema]) => `${part}: ${schema}`),
    ...(body === undefined
      ? []
      : [`body: ${body.isRequired ? body.name : `${PURE}${namespace}.optional(${body.name})`}`]),
    ...(statuses.length === 0 ? [] : [`responses: { ${statuses.join(', ')} }`]),
  ];
  const value =
    members.length === 0 ? '{}' : `{\n${members.map((member) => `    ${member},\n`).join('')}}`;
  const place = `${operation.method.toUpperCase()} ${operation.path}`.replaceAll('*/', '*\\/');
  const comment = `/** Schemas of \`${place}\`. */\n`;
  if (local === name) return `${comment}export const ${name} = ${value};\n`;
  return `${comment}const ${local} = ${value};\nexport { ${local} as ${name} };\n`;
}

/** Ranges such as `4XX` are no names. */
function writeKey(status: string): string {
  return status.endsWith('X') ? `'${status}'` : status;
}
