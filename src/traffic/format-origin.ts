import type { AddressInfo } from 'node:net';

/** Formats the address of a server as an origin, without a trailing slash. */
export function formatOrigin(address: AddressInfo | string | null): string {
  if (address === null || typeof address === 'string') return address ?? '';
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
