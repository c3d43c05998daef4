import type { Contract } from '../../contract/model/contract.ts';
import type { ContractError } from '../../contract/model/contract-error.ts';
import { writeEntry } from '../../har/write-entry.ts';
import { decodeCoding } from '../../mock/http/decode-coding.ts';
import { type CheckedExchange, createExchangeCheck } from '../check-exchange.ts';
import type { Exchange, Message } from '../exchange.ts';
import { readFields } from '../header-fields.ts';
import { listRoots } from '../list-roots.ts';
import type { HarFile } from './har-file.ts';
import { maskExchange } from './mask-exchange.ts';
import { type PassedExchange, type PassedMessage, type RunningProxy, startProxy } from './proxy.ts';
import { countViolations, reportExchange } from './report-exchange.ts';

export interface RecordOptions {
  readonly contract: Contract;
  /** Server that is recorded. */
  readonly to: URL;
  readonly port: number;
  readonly host: string;
  /** Most bytes that are kept of one body. */
  readonly bodyLimit: number;
  readonly isInsecure: boolean;
  readonly file: HarFile;
  /** Takes the lines about one exchange, more than one where it breaks the contract. */
  readonly log: (lines: readonly string[]) => void;
  /** Called for what keeps an exchange from being recorded, such as a full disk. */
  readonly onFailure: (error: unknown) => void;
  readonly onUncompilable: (error: ContractError) => void;
}

export interface Recorder extends RunningProxy {
  /** Exchanges so far, and those among them that break the contract. */
  readonly counts: () => { readonly exchanges: number; readonly broken: number };
}

/** Records what clients and a server send each other through a proxy, and reports what of it breaks the contract. */
export async function recordTraffic(options: RecordOptions): Promise<Recorder> {
  const { contract, to, port, host, bodyLimit, isInsecure, file, log, onFailure } = options;
  const check = createExchangeCheck(contract, options.onUncompilable);
  const roots = listRoots(to.pathname.replace(/\/$/, ''), contract);
  let exchanges = 0;
  let broken = 0;
  let last: Promise<void> = Promise.resolve();
  const proxy = await startProxy({
    to,
    port,
    host,
    limit: bodyLimit,
    isInsecure,
    // One after the other, in the order in which they ended.
    onExchange: (passed) => {
      last = last.then(() => record(passed)).catch(onFailure);
    },
  });
  return {
    url: proxy.url,
    counts: () => ({ exchanges, broken }),
    close: async () => {
      await proxy.close();
      await last;
    },
  };

  async function record(passed: PassedExchange): Promise<void> {
    // 1. The bodies, without what was only for their way.
    const exchange = await toExchange(passed, to.origin, bodyLimit);
    // 2. What breaks the contract.
    const checked = await check(exchange, roots);
    // 3. Lines for people, without secrets.
    log(reportExchange(passed, exchange, checked, contract));
    // 4. The entry, without secrets.
    await file.add(writeEntry(maskExchange(passed, exchange, checked, contract)));
    exchanges += 1;
    if (isBroken(checked)) broken += 1;
  }
}

function isBroken(checked: CheckedExchange): boolean {
  return checked.kind === 'unknown' || countViolations(checked) > 0;
}

async function toExchange(
  { method, target, request, status, response }: PassedExchange,
  origin: string,
  limit: number,
): Promise<Exchange> {
  const [path = '', query = ''] = target.split(/\?(.*)/s, 2);
  return {
    method,
    origin,
    path,
    query,
    request: await toMessage(request, limit),
    status,
    response: await toMessage(response, limit),
  };
}

async function toMessage(passed: PassedMessage | undefined, limit: number): Promise<Message> {
  if (passed === undefined) return { headers: [], body: undefined, isUnknown: false };
  const { headers, bytes, size } = passed;
  if (size === 0) return { headers, body: undefined, isUnknown: false };
  if (bytes === undefined) return { headers, body: undefined, isUnknown: true };
  const coding = readFields(headers).get('content-encoding');
  if (coding === null) return { headers, body: bytes, isUnknown: false };
  const decoded = await decodeCoding(bytes, coding, limit);
  const body = 'bytes' in decoded ? decoded.bytes : undefined;
  return { headers, body, isUnknown: body === undefined };
}
