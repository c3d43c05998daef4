import { isUtf8 } from 'node:buffer';
import type { Contract } from '../../contract/model/contract.ts';
import { bodyFormat } from '../../contract/model/media-type.ts';
import { maskBody } from '../../contract/secrets/mask-body.ts';
import { maskFields } from '../../contract/secrets/mask-fields.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { type SecretContext, secretContextOf } from '../../contract/secrets/secret-context.ts';
import type { HarExchange, HarMessage } from '../../har/write-entry.ts';
import type { CheckedExchange } from '../check-exchange.ts';
import type { Exchange, Field, Message } from '../exchange.ts';
import { readFields } from '../header-fields.ts';
import type { PassedExchange } from './proxy.ts';
import { hideQuoted, listSentSecrets } from './sent-secrets.ts';

/**
 * Describes an exchange for an archive, with its secrets masked: those that the contract names, those that are told by their
 * names or shape, and what the answer quotes of the credentials that were sent.
 */
export function maskExchange(
  { at, milliseconds, problem, request, response }: PassedExchange,
  exchange: Exchange,
  checked: CheckedExchange,
  contract: Contract,
): HarExchange {
  const context = secretContextOf(contract);
  const { method, origin, path, query, status } = exchange;
  const match = checked.kind === 'checked' ? checked.match : undefined;
  const target = query === '' ? path : `${path}?${query}`;
  const { operation, pathValues } = match ?? {};
  const secrets = listSentSecrets(exchange, context.isSecret);
  return {
    at: new Date(at).toISOString(),
    milliseconds: Math.round(milliseconds * 1000) / 1000,
    method,
    url: origin + maskTarget({ target, contract, operation, pathValues }),
    status,
    request: maskMessage(exchange.request, request.size, context, []),
    response:
      response === undefined
        ? null
        : maskMessage(exchange.response, response.size, context, secrets),
    comment: problem,
  };
}

function maskMessage(
  { headers, body, isUnknown }: Message,
  size: number,
  context: SecretContext,
  secrets: readonly string[],
): HarMessage {
  const shown = headers.map(([name, value]): Field => [name, hideQuoted(value, secrets)]);
  const fields = maskFields(shown, context);
  const type = readFields(headers).get('content-type') ?? '';
  const content = isUnknown || body === undefined ? undefined : writeBody(body, type, mask);
  return { headers: fields, body: null, size: body?.length ?? size, ...content };

  function mask(text: string): string {
    return maskBody(hideQuoted(text, secrets), type, context);
  }
}

/** Writes a body as text, or in base64; `undefined` for text in a charset in which no secret would be found. */
function writeBody(
  body: Buffer,
  type: string,
  mask: (text: string) => string,
): Pick<HarMessage, 'body' | 'isBase64'> | undefined {
  if (isUtf8(body) && !body.includes(0)) return { body: mask(body.toString()) };
  const format = bodyFormat(type);
  if (format === 'binary') return { body: body.toString('base64'), isBase64: true };
  if (format !== 'multipart' && !/^\s*multipart\//i.test(type)) return undefined;
  // Parts are masked one by one, and bytes that are no text stay as they are.
  const masked = Buffer.from(mask(body.toString('latin1')), 'latin1');
  return { body: masked.toString('base64'), isBase64: true };
}
