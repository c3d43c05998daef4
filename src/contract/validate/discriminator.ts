import { _, type CodeKeywordDefinition, type ErrorObject, type KeywordCxt, Name } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { isJsonObject } from '../model/json-cursor.ts';
import { type Branches, createBranchReader, type ReadBranches } from './discriminator-branches.ts';

const BRANCHING = [
  { keyword: 'oneOf', before: 'allOf' },
  { keyword: 'anyOf', before: 'oneOf' },
] as const;

/**
 * Adds the `discriminator` keyword to ajv: its value must be known, and only the branch of `oneOf`
 * or `anyOf` that it names is checked.
 *
 * Without a value, or if it names no branch, `defaultMapping` decides, or all branches are tried:
 * https://spec.openapis.org/oas/v3.2.0#discriminator-object.
 *
 * The values of a schema that others extend are only checked if `checksParents` says so: OpenAPI has
 * a discriminator beside `oneOf`, `anyOf` and `allOf` alone, and many published files name some of
 * the schemas that extend theirs.
 */
export function addDiscriminator(ajv: Ajv2020, document: unknown, checksParents: boolean): void {
  const readBranches = createBranchReader(document);
  for (const { keyword, before } of BRANCHING) {
    const rule = ajv.getKeyword(keyword);
    if (typeof rule === 'boolean' || !('code' in rule)) throw new Error(`ajv lacks "${keyword}".`);
    ajv.removeKeyword(keyword);
    ajv.addKeyword({ ...rule, before, code: (cxt) => chooseBranch(cxt, rule, readBranches) });
  }
  ajv.addKeyword({
    keyword: 'discriminator',
    compile: (_discriminator, schema) => {
      const branches = readBranches(schema);
      const isChecked = checksParents || branches?.keyword !== undefined;
      return createValueCheck(isChecked ? branches : undefined);
    },
  });
}

/** Generates the code of `oneOf` or `anyOf`: the named branch, or else the original rule. */
function chooseBranch(cxt: KeywordCxt, rule: CodeKeywordDefinition, readBranches: ReadBranches) {
  const branches = readBranches(cxt.parentSchema);
  if (branches?.keyword !== cxt.keyword) return rule.code(cxt);
  const { gen, data } = cxt;
  const isObject = _`${data} && typeof ${data} == "object"`;
  const value = gen.const('named', _`${isObject} ? ${data}[${branches.propertyName}] : undefined`);
  gen.if(_`false`);
  for (const [name, index] of branches.byValue) {
    gen.elseIf(_`${value} === ${name}`);
    if (index === undefined) rule.code(cxt);
    else applyBranch(cxt, index);
  }
  // The discriminator reports an unknown value.
  if (branches.isClosed) gen.elseIf(_`${value} !== undefined`);
  if (branches.defaultIndex !== undefined) {
    gen.elseIf(isObject);
    applyBranch(cxt, branches.defaultIndex);
  }
  gen.else();
  rule.code(cxt);
  gen.endIf();
}

function applyBranch(cxt: KeywordCxt, index: number): void {
  const valid = cxt.gen.name('valid');
  const branch = cxt.subschema({ keyword: cxt.keyword, schemaProp: index }, valid);
  cxt.mergeEvaluated(branch, Name);
}

interface ValueCheck {
  (value: unknown): boolean;
  errors?: Partial<ErrorObject>[];
}

function createValueCheck(branches: Branches | undefined): ValueCheck {
  const check: ValueCheck = (value) => {
    if (!branches?.isClosed || !isJsonObject(value)) return true;
    const { propertyName, byValue } = branches;
    const found = value[propertyName];
    // `required` reports a missing value.
    if (found === undefined || (typeof found === 'string' && byValue.has(found))) return true;
    const params = { propertyName, known: [...byValue.keys()], found };
    check.errors = [{ keyword: 'discriminator', params, message: 'must name a known schema' }];
    return false;
  };
  return check;
}
