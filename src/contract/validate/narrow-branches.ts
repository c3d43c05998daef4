import type { ErrorObject } from 'ajv';

/** Errors of a value in one branch of a `oneOf` or `anyOf`, with paths relative to the value. */
export type CheckBranch = (branch: unknown, value: unknown) => readonly ErrorObject[];

/**
 * Replaces the errors of a `oneOf` or `anyOf` without a matching branch by those of the intended
 * branch.
 *
 * The intended branch is the one with the type and the constants of the value, so that a failure
 * with a wrong `code` is not reported as a malformed success. Errors of equally close branches are
 * all reported.
 */
export function narrowBranches(
  errors: readonly ErrorObject[],
  check: CheckBranch,
): readonly ErrorObject[] {
  const failed = findOutermost(errors);
  if (failed === undefined || !Array.isArray(failed.schema)) return errors;
  const branches = failed.schema.map((branch: unknown) =>
    check(branch, failed.data).map((error) => moveBelow(failed.instancePath, error)),
  );
  const ofBranches = new Set(branches.flat().map(identify));
  const others = errors.filter((error) => error !== failed && !ofBranches.has(identify(error)));
  return unique([
    ...narrowBranches(others, check),
    ...chooseNearest(failed.instancePath, branches),
  ]);
}

function findOutermost(errors: readonly ErrorObject[]): ErrorObject | undefined {
  return errors
    .filter(({ keyword, params }) =>
      keyword === 'oneOf' ? params.passingSchemas === null : keyword === 'anyOf',
    )
    .sort((a, b) => a.instancePath.length - b.instancePath.length)[0];
}

function moveBelow(path: string, error: ErrorObject): ErrorObject {
  return { ...error, instancePath: path + error.instancePath };
}

function identify({ instancePath, keyword, message, params }: ErrorObject): string {
  return JSON.stringify([instancePath, keyword, message, params]);
}

function unique(errors: readonly ErrorObject[]): ErrorObject[] {
  return [...new Map(errors.map((error) => [identify(error), error])).values()];
}

function chooseNearest(path: string, branches: readonly (readonly ErrorObject[])[]): ErrorObject[] {
  const distances = branches.map((errors) => distanceOf(path, errors));
  const least = Math.min(...distances);
  return branches.filter((_, index) => distances[index] === least).flat();
}

/**
 * Distance of a branch: a wrong type outweighs a wrong constant, which outweighs all other errors.
 * A hidden member does not count: it is known by the intended branch alone.
 */
export function distanceOf(path: string, errors: readonly ErrorObject[]): number {
  const hasOtherType = errors.some(
    (error) => error.instancePath === path && error.keyword === 'type',
  );
  const hasOtherConstant = errors.some(
    ({ instancePath, keyword }) =>
      (keyword === 'const' || keyword === 'enum') &&
      instancePath.startsWith(`${path}/`) &&
      !instancePath.slice(path.length + 1).includes('/'),
  );
  const others = errors.filter(({ keyword }) => keyword !== 'readOnly' && keyword !== 'writeOnly');
  return Math.min(others.length, 999) + (hasOtherConstant ? 1000 : 0) + (hasOtherType ? 2000 : 0);
}
