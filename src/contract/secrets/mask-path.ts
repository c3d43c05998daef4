import querystring from 'node:querystring';
import type { Contract, Operation, PathValues } from '../model/contract.ts';
import { type ContractSecrets, secretsOf } from './contract-secrets.ts';
import { isSecretName } from './secret-name.ts';
import { MASK } from './secret-shape.ts';

/**
 * Segments after which links usually have a token or password, unless the contract says otherwise.
 */
const SHARE_LINKS = ['s', 'share'];

/**
 * Masks the secret parameters in the path of a matched operation; anything before its template is
 * kept.
 *
 * A path with a different layout than the template is masked like an unknown one.
 */
export function maskKnownPath(
  path: string,
  contract: Contract,
  operation: Operation,
  pathValues: PathValues,
): string {
  const { names, segments: template } = secretsOf(contract);
  const indexes = template.get(operation.path) ?? [];
  if (indexes.length === 0) return path;
  const segments = path.split('/');
  const secrets = indexes.map((index) => segments.at(index) ?? '');
  const isLikeTemplate = Object.entries(pathValues)
    .filter(([name]) => names.has(name.toLowerCase()))
    .every(([, value]) => secrets.some((segment) => segment.includes(value)));
  if (!isLikeTemplate) return maskUnknownPath(path, contract);
  return segments
    .map((segment, at) => (indexes.includes(at - segments.length) ? MASK : segment))
    .join('/');
}

/**
 * Masks possible secrets in a path without an operation: everything after a segment that introduces
 * secrets, except for literal segments of the contract.
 */
export function maskUnknownPath(path: string, contract: Contract | undefined): string {
  const secrets = contract && secretsOf(contract);
  let mayBeSecret = false;
  const segments = path.split('/').map((segment) => {
    const word = querystring.unescape(segment).toLowerCase();
    const isLiteral = word === '' || secrets?.literals.has(word) === true;
    const masked = mayBeSecret && !isLiteral ? MASK : segment;
    // The segment may have path parameters of its own after a semicolon.
    mayBeSecret ||= introducesSecret(word.replace(/;.*/s, ''), secrets);
    return masked;
  });
  return segments.join('/');
}

function introducesSecret(word: string, secrets: ContractSecrets | undefined): boolean {
  if (secrets?.literals.has(word)) return secrets.beforeSecret.has(word);
  return SHARE_LINKS.includes(word) || isSecretName(word);
}
