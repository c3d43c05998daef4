import { expect, test } from 'vitest';
import { nameApi } from '../../src/init/name-api.ts';

test.each([
  ['/a/petstore.yaml', 'Swagger Petstore', 'petstore'],
  ['/a/Pet Store v2.json', 'x', 'pet-store-v2'],
  ['/a/openapi.yaml', 'Swagger Petstore', 'swagger-petstore'],
  ['/a/open-api.json', 'Acme: Billing (v2)', 'acme-billing-v2'],
  ['https://a.test/v2/swagger.json?x=1', 'Acme', 'acme'],
  ['https://a.test/pets.json', 'Acme', 'pets'],
  ['/a/_.yaml', 'Ärger', 'rger'],
  ['/a/openapi/pets/openapi.yaml', 'Acme', 'pets'],
  ['/a/docs/swagger.json', 'Acme', 'acme'],
  ['/b/pets/swagger.json', 'Acme', 'acme'],
  ['https://a.test/pets/openapi.json', 'Acme', 'acme'],
  ['/a/api.yml', '日本', 'api'],
  ['/a/日本.yml', 'Notes', 'notes'],
])('the contract %s, "%s", is named %s', (source, title, name) => {
  expect(nameApi(source, title, '/a')).toBe(name);
});
