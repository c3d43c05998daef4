import { BlockList, isIP } from 'node:net';
import type { HttpRequest } from '../http/message.ts';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * Whether a request comes from this machine and was meant for it: by a name that leads here alone, and by no proxy that
 * says that it forwards for another machine. A caller without an address is in the same process.
 */
export function isLocal({ origin, headers, readRemoteAddress }: HttpRequest): boolean {
  const address = readRemoteAddress();
  if (address === undefined) return true;
  const forwardedFor = headers.get('x-forwarded-for')?.split(',') ?? [];
  return [address, ...forwardedFor].every(isLoopback) && isLocalName(origin);
}

function isLoopback(text: string): boolean {
  const address = text.trim();
  const version = isIP(address);
  return version !== 0 && LOOPBACK.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** An address is nobody's name, and `localhost` no page's own: https://www.rfc-editor.org/rfc/rfc6761#section-6.3. */
function isLocalName(origin: string): boolean {
  const hostname = URL.parse(origin)?.hostname ?? '';
  const host = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  return host === 'localhost' || host.endsWith('.localhost') || isIP(host) !== 0;
}
