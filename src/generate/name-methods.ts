/** Names that a client has already, or that a promise or every object has. */
const TAKEN: readonly string[] = [
  ...['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'],
  ...['request', 'baseUrl', 'signal', 'send', 'then', 'catch', 'finally', 'toJSON'],
  ...Object.getOwnPropertyNames(Object.prototype),
];

/** https://tc39.es/ecma262/#prod-IdentifierName. */
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/**
 * Names the methods of operations, each other than all before it.
 *
 * An `operationId` that is an identifier stays as it is; the words of any other one are joined in camel
 * case. A name that clients have already gets `Operation` behind it, and one that an operation before
 * it has gets a number from 2 on. An identifier comes before names made of other `operationId`s.
 */
export function nameMethods(operationIds: readonly string[]): string[] {
  const own = new Set(operationIds.filter((id) => IDENTIFIER.test(id) && !TAKEN.includes(id)));
  const used = new Set<string>();
  return operationIds.map((id) => {
    const wanted = toIdentifier(id);
    const name = TAKEN.includes(wanted) ? `${wanted}Operation` : wanted;
    const isOwn = name === id && !used.has(name);
    const free = isOwn
      ? name
      : addNumber(name, (candidate) => used.has(candidate) || own.has(candidate));
    used.add(free);
    return free;
  });
}

function toIdentifier(id: string): string {
  if (IDENTIFIER.test(id)) return id;
  const [first = '', ...others] = id.split(/[^\p{ID_Continue}$]+/u).filter((word) => word !== '');
  const words = [first.charAt(0).toLowerCase() + first.slice(1), ...others.map(capitalize)];
  const name = words.join('');
  return IDENTIFIER.test(name) ? name : `_${name}`;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function addNumber(name: string, isUsed: (name: string) => boolean): string {
  if (!isUsed(name)) return name;
  let number = 2;
  while (isUsed(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}
