import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { makeFolder } from '../../support/temporary-folder.ts';

/** Certificate of 127.0.0.1 that nobody vouches for. */
export async function makeCertificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const folder = await makeFolder();
  const [key, cert] = [folder.at('key.pem'), folder.at('cert.pem')];
  const made = [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '1',
  ];
  const named = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...made, '-keyout', key, '-out', cert, ...named], {
    stdio: 'ignore',
  });
  return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
}
