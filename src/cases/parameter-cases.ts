import type { Operation, Parameter } from '../contract/model/contract.ts';
import { asText } from './as-text.ts';
import type { SchemaCase } from './breaks/schema-case.ts';
import { listSchemaCases } from './breaks/schema-cases.ts';
import { type Case, type CaseRequest, REASONS, type ReportUnbroken } from './case.ts';
import type { PlanTools } from './case-tools.ts';
import { withoutParameter, withParameter } from './change-request.ts';
import { isReserved } from './make-request.ts';

/** Lists what breaks the rules of each parameter of an operation, and what just keeps them. */
export function listParameterCases(
  operation: Operation,
  base: CaseRequest,
  tools: PlanTools,
  report: ReportUnbroken = () => {},
): Case[] {
  return operation.parameters
    .filter((parameter) => !isReserved(parameter) && parameter.in !== 'querystring')
    .flatMap((parameter) => [
      ...listMissing(operation, parameter, base),
      ...listValues(operation, parameter, base, tools, report),
    ]);
}

function listMissing(operation: Operation, parameter: Parameter, base: CaseRequest): Case[] {
  const { name, in: place, required, schema } = parameter;
  if (!required || place === 'path' || place === 'querystring') return [];
  return [
    {
      kind: 'violation',
      operation,
      title: `${place} ${name} left out`,
      request: withoutParameter(base, parameter),
      isAllowed: false,
      where: `${place} ${name}`,
      constraint: { in: place, pointer: schema.pointer, keyword: 'required' },
    },
  ];
}

function listValues(
  operation: Operation,
  parameter: Parameter,
  base: CaseRequest,
  { find, resolve, schemaTools }: PlanTools,
  report: ReportUnbroken,
): Case[] {
  const { name, in: place, schema, example, required } = parameter;
  if (place === 'querystring') return [];
  const valid = find(schema, [example]);
  const tell = ({ rule, at }: Pick<SchemaCase, 'rule' | 'at'>, reason: string) =>
    report({ constraint: { in: place, ...rule }, where: `${place} ${name}${at}`, reason });
  if (valid === undefined) {
    tell({ rule: { pointer: schema.pointer, keyword: 'schema' }, at: '' }, REASONS.noValue);
    return [];
  }
  const tools = asText(schemaTools('request'), parameter, resolve);
  const { breaks, edges, underivable } = listSchemaCases(schema, valid, tools);
  for (const rule of underivable) tell(rule, REASONS.noBreak);
  for (const one of breaks) if (!isSaid(one, parameter)) tell(one, REASONS.unsaid);
  const toCase = (one: SchemaCase, isAllowed: boolean): Case => ({
    kind: isAllowed ? 'boundary' : 'violation',
    operation,
    title: `${place} ${name}${one.at} ${one.what}`,
    request: withParameter(base, parameter, one.value),
    isAllowed,
    where: `${place} ${name}${one.at}`,
    at: one.at,
    constraint: { in: place, ...one.rule },
  });
  const given: Case = {
    kind: 'boundary',
    operation,
    title: `${place} ${name} given`,
    request: withParameter(base, parameter, valid),
    isAllowed: true,
    where: `${place} ${name}`,
    constraint: { in: place, pointer: schema.pointer, keyword: 'parameter' },
  };
  return [
    ...(required ? [] : [given]),
    // Ids of things that are there are not made by a schema.
    ...(place === 'path' ? [] : edges.map((one) => toCase(one, true))),
    ...breaks.filter((one) => isSaid(one, parameter)).map((one) => toCase(one, false)),
  ];
}

/**
 * Text cannot say null, and servers take an empty value, such as a header of no items, for one that was left out. A single text
 * is read as a list of one item.
 */
function isSaid({ rule, at, what, value }: SchemaCase, { mediaType }: Parameter): boolean {
  const isEmpty =
    value === '' || (typeof value === 'object' && Object.keys(Object(value)).length === 0);
  const isOfList =
    mediaType === undefined && at === '' && rule.keyword === 'type' && what === 'not array';
  return rule.detail !== 'null' && !isEmpty && !isOfList;
}
