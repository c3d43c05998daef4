import type { SchemaObject } from '../model/json-schema.ts';

interface Limits {
  readonly least: number;
  readonly most: number;
  readonly parts: readonly SchemaObject[];
  readonly isInteger: boolean;
}

/** Numbers that are tried in each direction. */
const MOST_STEPS = 400;

/** Makes a number within the limits of some schemas; `undefined` if it finds none. */
export function makeNumber(
  parts: readonly SchemaObject[],
  former: unknown,
  isInteger: boolean,
  choice: number,
): number | undefined {
  const least = Math.max(...collect(parts, 'minimum'), ...collect(parts, 'exclusiveMinimum'));
  const most = Math.min(...collect(parts, 'maximum'), ...collect(parts, 'exclusiveMaximum'));
  const limits = { least, most, parts, isInteger };
  if (typeof former === 'number' && isWithin(former, limits)) return former;
  const found = [...new Set(listCandidates(limits).filter((value) => isWithin(value, limits)))];
  return found[choice % Math.max(1, found.length)];
}

function collect(parts: readonly SchemaObject[], keyword: string): number[] {
  return parts.map((part) => part[keyword]).filter((value) => typeof value === 'number');
}

function isWithin(value: number, { least, most, parts, isInteger }: Limits): boolean {
  return (
    Number.isFinite(value) &&
    value >= least &&
    value <= most &&
    (!isInteger || Number.isInteger(value)) &&
    !collect(parts, 'exclusiveMinimum').includes(value) &&
    !collect(parts, 'exclusiveMaximum').includes(value) &&
    collect(parts, 'multipleOf').every((step) => isMultiple(value, step))
  );
}

function isMultiple(value: number, step: number): boolean {
  const quotient = value / step;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

/** Lists numbers near to the lower limit, or to 0 without one: multiples, then fractions. */
function listCandidates({ least, most, parts, isInteger }: Limits): number[] {
  const start = Number.isFinite(least) ? least : Math.min(0, most);
  const step = Math.max(...collect(parts, 'multipleOf'), isInteger ? 1 : 0) || 1;
  const whole = Math.ceil(start / step);
  const counts = Array.from({ length: MOST_STEPS }, (_, index) => index);
  const multiples = [
    ...counts.map((count) => multiply(whole + count, step)),
    ...counts.map((count) => multiply(whole - count, step)),
  ];
  if (isInteger || collect(parts, 'multipleOf').length > 0) return multiples;
  const span = Number.isFinite(most) ? most - start : 1;
  return [
    start,
    most,
    start + span / 2,
    ...multiples,
    ...counts.map((count) => start + span / (count + 2)),
  ];
}

/** Multiplies without the rounding error of a fraction such as 0.1. */
function multiply(count: number, step: number): number {
  const digits = String(step).split('.')[1]?.length ?? 0;
  return digits === 0 || !/^[\d.]+$/.test(String(step))
    ? count * step
    : Number((count * step).toFixed(digits));
}
