import { AnswerError } from './answer-error.ts';
import { ConnectionError, type ConnectionProblem } from './connection-error.ts';
import type { Progress } from './exchange.ts';
import { RequestError } from './request-error.ts';

const START = 'Start the server, or correct --url.';
const REACH = 'Check the network and --url.';

/** By codes of the system, https://nodejs.org/api/errors.html#common-system-errors. */
const CONNECTION: Readonly<Record<string, readonly [ConnectionProblem, string, string]>> = {
  ECONNREFUSED: ['refused', 'that the connection is refused', START],
  ENOTFOUND: ['unknown-host', 'that no such host is known', 'Correct the host in --url.'],
  EAI_AGAIN: ['unknown-host', 'that the name server does not answer', REACH],
  EHOSTUNREACH: ['unreachable', 'no way to the host', REACH],
  ENETUNREACH: ['unreachable', 'no way to the network', REACH],
  EADDRNOTAVAIL: ['unreachable', 'no address to connect from', REACH],
  ETIMEDOUT: ['unreachable', 'no answer to the attempt to connect', REACH],
  ECONNRESET: [
    'reset',
    'that the server drops the connection',
    'Look at its log: it may have crashed.',
  ],
  EPIPE: ['reset', 'that the server drops the connection', 'Look at its log: it may have crashed.'],
};

const SELF_SIGNED = ['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'];
/** Codes of OpenSSL and Node for certificates, https://nodejs.org/api/tls.html#x509-certificate-error-codes. */
const CERTIFICATE =
  /^(?:CERT_|CRL_|UNABLE_TO_|ERR_TLS_|INVALID_|HOSTNAME_MISMATCH|SELF_SIGNED|DEPTH_ZERO)/;

/** Words for an error of a connection, as what was expected and found, and what to do. */
export function explainFailure(error: unknown, title: string, progress: Progress): Error {
  const code = codeOf(error);
  const options = { cause: error };
  if (code.startsWith('HPE_')) return explainParser(error, code, title);
  if (progress.status !== undefined) {
    return new AnswerError(
      `${title}: expected the whole body of the answer ${progress.status}, found that the connection ends ` +
        `after ${progress.bytes} bytes of it. Look at the log of the server: it may have crashed.`,
      'cut-off',
      options,
    );
  }
  if (SELF_SIGNED.includes(code)) {
    return new ConnectionError(
      `${title}: expected a certificate of a known authority, found a self-signed one (${code}). ` +
        'Allow it with --insecure, or name its authority in NODE_EXTRA_CA_CERTS.',
      'tls',
      options,
    );
  }
  if (CERTIFICATE.test(code)) {
    return new ConnectionError(
      `${title}: expected a valid certificate, found: ${messageOf(error)} (${code}). ` +
        'Correct the certificate or the host in --url, or allow it with --insecure.',
      'tls',
      options,
    );
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    return new ConnectionError(
      `${title}: expected TLS, found something else (${code}). Does the server speak http:// there? Correct --url.`,
      'tls',
      options,
    );
  }
  if (/^ERR_(?:INVALID_|UNESCAPED_|HTTP_INVALID_|METHOD_)/.test(code)) {
    return new RequestError(`${title} cannot be sent: ${messageOf(error)}.`, options);
  }
  const [problem, found, advice] = CONNECTION[code] ?? ['reset', messageOf(error), REACH];
  return new ConnectionError(
    `${title}: expected a connection, found ${found}${code && ` (${code})`}. ${advice}`,
    problem,
    options,
  );
}

/** Codes of Node's parser of HTTP, https://github.com/nodejs/llhttp. */
function explainParser(error: unknown, code: string, title: string): AnswerError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new AnswerError(
      `${title}: expected headers of at most 16 KiB, found more. Make the headers of the answer shorter.`,
      'too-long',
      { cause: error },
    );
  }
  return new AnswerError(
    `${title}: expected an answer of HTTP/1.1, found other bytes: ${messageOf(error)} (${code}). ` +
      'Correct what the server sends; if it speaks TLS, begin --url with https://.',
    /HEADER|CONTENT_LENGTH|TRANSFER|CHUNK/.test(code) ? 'malformed' : 'not-http',
    { cause: error },
  );
}

/** The first code of an error that stands for several attempts, as of IPv4 and IPv6. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code) return String(error.code);
  return error instanceof AggregateError ? codeOf(error.errors[0]) : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
