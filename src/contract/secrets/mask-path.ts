import querystring from 'node:querystring';
import type { Contract, Operation, PathValues } from '../model/contract.ts';
import { type ContractSecrets, secretsOf } from './contract-secrets.ts';
import { isSecretName } from './secret-name.ts';
import { MASK } from './secret-shape.ts';

/** Segments behind which links commonly have a token or password, where no contract says otherwise. */
const SHARE_LINKS = ['s', 'share'];

/**
 * Masks the secret parameters of a path that an operation was found for; what stands before its template stays.
 *
 * A path that is not laid out like the template is masked as an unknown one.
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
 * Masks what may be a secret in a path that no operation has: everything behind a word that leads to secrets,
 * but for the words that the contract itself spells out.
 */
export function maskUnknownPath(path: string, contract: Contract | undefined): string {
  const secrets = contract && secretsOf(contract);
  let isBehindLead = false;
  const segments = path.split('/').map((segment) => {
    const word = querystring.unescape(segment).toLowerCase();
    const isLiteral = word === '' || secrets?.literals.has(word) === true;
    const masked = isBehindLead && !isLiteral ? MASK : segment;
    // A lead may have path parameters of its own behind a semicolon.
    isBehindLead ||= isLead(word.replace(/;.*/s, ''), secrets);
    return masked;
  });
  return segments.join('/');
}

function isLead(word: string, secrets: ContractSecrets | undefined): boolean {
  if (secrets?.literals.has(word)) return secrets.leads.has(word);
  return SHARE_LINKS.includes(word) || isSecretName(word);
}
