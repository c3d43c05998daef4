import { ContractError } from '../model/contract-error.ts';
import { FLAW } from '../model/flaw.ts';
import { escapeToken, isJsonObject } from '../model/json-cursor.ts';
import type { Tolerance } from './tolerance.ts';

type JsonObject = Record<string, unknown>;

/** Sections of Swagger 2.0 whose members an upgrade reads one by one. */
const SECTIONS = ['definitions', 'parameters', 'responses', 'securityDefinitions'];

/**
 * Marks the parts of a Swagger 2.0 document that `upgrade` cannot read.
 *
 * The upgrade refuses the whole document and does not say where, so that each part is tried alone.
 */
export function markMalformed(
  document: JsonObject,
  upgrade: (document: JsonObject) => unknown,
  note: Tolerance['note'],
): JsonObject {
  const bare = {
    ...document,
    paths: {},
    ...Object.fromEntries(SECTIONS.map((name) => [name, {}])),
  };
  const marked: JsonObject = { ...document };
  for (const section of SECTIONS) {
    marked[section] = mapMembers(document[section], (name, member) =>
      markIfRefused([section, name], member, { ...bare, [section]: { [name]: member } }),
    );
  }
  const { definitions, ...shared } = marked;
  marked.paths = mapMembers(document.paths, (path, item) => {
    const around = { ...bare, ...shared };
    const { parameters } = isJsonObject(item) ? item : {};
    const operations = mapMembers(item, (method, operation) => {
      const own = { [path]: { parameters, [method]: operation } };
      return markIfRefused(['paths', path, method], operation, { ...around, paths: own });
    });
    return markIfRefused(['paths', path], operations, { ...around, paths: { [path]: operations } });
  });
  return marked;

  function markIfRefused(keys: readonly string[], member: unknown, alone: JsonObject): unknown {
    try {
      upgrade(alone);
      return member;
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      const pointer = keys.map((key) => `/${escapeToken(key)}`).join('');
      note({ pointer, problem: `${error.message}.`, remedy: 'Correct it.' });
      return { [FLAW]: error.message };
    }
  }
}

function mapMembers(node: unknown, change: (key: string, member: unknown) => unknown): unknown {
  if (Array.isArray(node)) return {};
  if (!isJsonObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, member]) => [key, change(key, member)]),
  );
}
