import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../src/contract/match/match-operation.ts';
import { contractOf } from '../../support/test-contract.ts';

function matcherOf(paths: Record<string, readonly string[]>) {
  const items = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.map((method) => [method, {}])),
  ]);
  return createMatcher(contractOf({ paths: Object.fromEntries(items) }));
}

describe('createMatcher', () => {
  const match = matcherOf({
    '/things/{id}': ['get', 'delete'],
    '/things/{id}/parts/': ['get'],
    '/things/mine': ['get', 'post'],
    '/things/{id}/parts/{part}.json': ['get'],
    '/a+b/(c)/[d]/$e/f.g/^h|i': ['get'],
    '/größe/{id}': ['get'],
    '/head': ['head', 'get'],
  });

  test.each([
    ['GET', '/things/1', 'get /things/{id}', { id: '1' }],
    ['DELETE', '/things/1', 'delete /things/{id}', { id: '1' }],
    ['get', '/things/1', 'get /things/{id}', { id: '1' }],
    ['GET', '/things/mine', 'get /things/mine', {}],
    ['HEAD', '/things/1', 'get /things/{id}', { id: '1' }],
    ['HEAD', '/head', 'head /head', {}],
    ['GET', '/things/a%2Fb', 'get /things/{id}', { id: 'a%2Fb' }],
    ['GET', '/things/1/parts/', 'get /things/{id}/parts/', { id: '1' }],
    [
      'GET',
      '/things/1/parts/x.y.json',
      'get /things/{id}/parts/{part}.json',
      { id: '1', part: 'x.y' },
    ],
    ['GET', '/a+b/(c)/[d]/$e/f.g/^h|i', 'get /a+b/(c)/[d]/$e/f.g/^h|i', {}],
    ['GET', '/gr%C3%B6%C3%9Fe/1', 'get /größe/{id}', { id: '1' }],
  ])('finds %s %s', (method, path, id, pathValues) => {
    expect(match(method, path)).toMatchObject({
      kind: 'operation',
      operation: { id },
      pathValues,
    });
  });

  test.each([
    '/',
    '/things',
    '/things/',
    '/things/1/',
    '/things/1/parts',
    '/things/1/2',
    '/prefix/things/1',
    '/THINGS/1',
    '/aab/(c)/[d]/$e/f.g/^h|i',
    '/a+b/(c)/[d]/$e/fxg/^h|i',
    '/^h',
    'i',
  ])('knows no path %s', (path) => {
    expect(match('GET', path)).toEqual({ kind: 'unknown-path' });
  });

  test.each([
    ['PATCH', '/things/1', ['GET', 'DELETE', 'HEAD']],
    ['PATCH', '/things/mine', ['GET', 'POST', 'DELETE', 'HEAD']],
    ['POST', '/head', ['HEAD', 'GET']],
  ])('tells the methods that a path has instead of %s %s', (method, path, allowed) => {
    expect(match(method, path)).toEqual({ kind: 'unknown-method', allowed });
  });

  test('does not add HEAD where there is no GET', () => {
    const matchPost = matcherOf({ '/a': ['post'] });
    expect(matchPost('HEAD', '/a')).toEqual({ kind: 'unknown-method', allowed: ['POST'] });
  });

  test('prefers the path with fewer parameters whatever the order of the document', () => {
    const first = matcherOf({ '/{a}/{b}': ['get'], '/{a}/b': ['get'], '/a/b': ['get'] });
    const last = matcherOf({ '/a/b': ['get'], '/{a}/b': ['get'], '/{a}/{b}': ['get'] });
    for (const matcher of [first, last]) {
      expect(matcher('GET', '/a/b')).toMatchObject({ operation: { path: '/a/b' } });
      expect(matcher('GET', '/x/b')).toMatchObject({ operation: { path: '/{a}/b' } });
      expect(matcher('GET', '/x/y')).toMatchObject({ operation: { path: '/{a}/{b}' } });
    }
  });
});

describe('templates that a path matches', () => {
  const google = { '/v2/{name}': ['get'], '/v2/{resource}:setIamPolicy': ['post'] };
  const custom = { '/v2/{name}': ['get'], '/v2/{name}:getIam': ['get'] };
  const git = { '/git/{sha}': ['get'], '/git/{sha}.{diffType}': ['get'] };
  const services = { '/services/asana': ['put'], '/services/{slug}': ['get', 'delete'] };
  const attachments = { '/att/{id}': ['get'], '/att/{file}': ['post'] };
  const files = { '/{name}.{ext}': ['get'], '/{name}.json': ['get'], '/{name}': ['get'] };
  const parts = { '/{a}': ['get'], '/{a}-{b}': ['get'], '/{a}-{b}-{c}': ['get'] };

  test.each([
    [google, 'POST /v2/fn:setIamPolicy', 'post /v2/{resource}:setIamPolicy', { resource: 'fn' }],
    [google, 'GET /v2/fn:setIamPolicy', 'get /v2/{name}', { name: 'fn:setIamPolicy' }],
    [google, 'GET /v2/fn', 'get /v2/{name}', { name: 'fn' }],
    [custom, 'GET /v2/fn:getIam', 'get /v2/{name}:getIam', { name: 'fn' }],
    [custom, 'GET /v2/:getIam', 'get /v2/{name}', { name: ':getIam' }],
    [git, 'GET /git/abc.diff', 'get /git/{sha}.{diffType}', { sha: 'abc', diffType: 'diff' }],
    [git, 'GET /git/abc', 'get /git/{sha}', { sha: 'abc' }],
    [git, 'GET /git/abc.', 'get /git/{sha}', { sha: 'abc.' }],
    [services, 'GET /services/asana', 'get /services/{slug}', { slug: 'asana' }],
    [services, 'HEAD /services/asana', 'get /services/{slug}', { slug: 'asana' }],
    [services, 'PUT /services/asana', 'put /services/asana', {}],
    [attachments, 'POST /att/f.jpg', 'post /att/{file}', { file: 'f.jpg' }],
    [attachments, 'GET /att/1', 'get /att/{id}', { id: '1' }],
    [files, 'GET /a.json', 'get /{name}.json', { name: 'a' }],
    [files, 'GET /a.b.xml', 'get /{name}.{ext}', { name: 'a.b', ext: 'xml' }],
    [files, 'GET /a', 'get /{name}', { name: 'a' }],
    [parts, 'GET /1-2-3', 'get /{a}-{b}-{c}', { a: '1', b: '2', c: '3' }],
    [parts, 'GET /1-2-3-4', 'get /{a}-{b}-{c}', { a: '1-2', b: '3', c: '4' }],
    [parts, 'GET /1-2', 'get /{a}-{b}', { a: '1', b: '2' }],
    [parts, 'GET /--', 'get /{a}', { a: '--' }],
  ])('%j: the most specific one with the method answers %s', (paths, request, id, pathValues) => {
    const [method = '', path = ''] = request.split(' ');
    expect(matcherOf(paths)(method, path)).toMatchObject({
      kind: 'operation',
      operation: { id },
      pathValues,
    });
  });

  test('all have their methods in Allow, if none has the one that is asked for', () => {
    expect(matcherOf(services)('PATCH', '/services/asana')).toEqual({
      kind: 'unknown-method',
      allowed: ['PUT', 'GET', 'DELETE', 'HEAD'],
    });
  });

  test('have HEAD before the GET to which it falls back, in whichever order', () => {
    const match = matcherOf({ '/a': ['get', 'head'], '/{x}': ['head'] });
    expect(match('HEAD', '/a')).toMatchObject({ operation: { id: 'head /a' } });
    expect(match('HEAD', '/b')).toMatchObject({ operation: { id: 'head /{x}' } });
    const other = matcherOf({ '/a': ['get'], '/{x}': ['head'] });
    expect(other('HEAD', '/a')).toMatchObject({ operation: { id: 'get /a' } });
  });
});

describe('methods that OpenAPI does not name', () => {
  const [operation] = contractOf({ paths: { '/a': { get: {} } } }).operations;
  const contract = {
    ...contractOf({}),
    operations: operation === undefined ? [] : [{ ...operation, id: 'copy', method: 'Copy' }],
  };

  test('are compared as they are written', () => {
    const match = createMatcher(contract);
    expect(match('Copy', '/a')).toMatchObject({ operation: { id: 'copy' } });
    expect(match('COPY', '/a')).toEqual({ kind: 'unknown-method', allowed: ['Copy'] });
  });
});

describe('path keys with a query', () => {
  const match = matcherOf({
    '/messages': ['get'],
    '/messages?beta=true': ['get', 'post'],
    '/messages?beta=true&v=2': ['get'],
    '/only?flag': ['get'],
    '/empty?flag=': ['get'],
    '/search?q={text}': ['get'],
    '/find?q={text}&lang={lang}': ['get'],
    '/users{?page,size}': ['get'],
    '/odd?{name}=1': ['get'],
    '/filter?by=name:{name}': ['get'],
    '/search': ['get'],
    '/{id}?a%20b=c+d': ['get'],
    '/{odd?name}/x': ['get'],
  });
  const ask = (method: string, target: string) => {
    const [path = '', query] = target.split('?');
    const found = match(method, path, {
      query: new URLSearchParams(query),
      headers: new Headers(),
    });
    return found.kind === 'operation' ? found.operation.id : found;
  };

  test.each([
    ['/messages', 'get /messages'],
    ['/messages?beta=false', 'get /messages'],
    ['/messages?beta=TRUE', 'get /messages'],
    ['/messages?Beta=true', 'get /messages'],
    ['/messages?beta=true', 'get /messages?beta=true'],
    ['/messages?x=1&beta=true', 'get /messages?beta=true'],
    ['/messages?beta=false&beta=true', 'get /messages?beta=true'],
    ['/messages?beta=%74rue', 'get /messages?beta=true'],
    ['/messages?v=2&beta=true', 'get /messages?beta=true&v=2'],
    ['/only?flag', 'get /only?flag'],
    ['/only?flag=yes', 'get /only?flag'],
    ['/empty?flag=', 'get /empty?flag='],
    ['/search?q=1', 'get /search?q={text}'],
    ['/search', 'get /search'],
    ['/find', 'get /find?q={text}&lang={lang}'],
    ['/find?q=1', 'get /find?q={text}&lang={lang}'],
    ['/users', 'get /users{?page,size}'],
    ['/users?page=1', 'get /users{?page,size}'],
    ['/odd?x=1', 'get /odd?{name}=1'],
    ['/filter?by=name:x', 'get /filter?by=name:{name}'],
    ['/1?a%20b=c%20d', 'get /{id}?a%20b=c+d'],
    ['/1/x', 'get /{odd?name}/x'],
    ['/messages%3Fbeta=true', 'get /messages?beta=true'],
  ])('%s is for %s', (target, id) => {
    expect(ask('GET', target)).toBe(id);
  });

  test.each(['/only', '/only?other', '/empty', '/empty?flag=1', '/1'])('%s is for none', (path) => {
    expect(ask('GET', path)).toEqual({ kind: 'unknown-path' });
  });

  test('count for Allow if the request has the query', () => {
    const get = { kind: 'unknown-method', allowed: ['GET', 'HEAD'] };
    expect(ask('POST', '/messages')).toEqual(get);
    expect(ask('DELETE', '/messages?beta=true')).toEqual({
      ...get,
      allowed: ['GET', 'POST', 'HEAD'],
    });
  });
});

describe('path keys with a fragment', () => {
  const parameter = (name: string, place: string) => ({ name, in: place, schema: {} });
  const operation = (...parameters: object[]) => ({ post: { parameters } });
  const match = createMatcher(
    contractOf({
      paths: {
        '/#Action=Create&Version=1': operation(parameter('Action', 'query')),
        '/#Action=Delete&Version=1': operation(parameter('Action', 'query')),
        '/#X-Target=Db.Put': operation(parameter('X-Target', 'header')),
        '/{key}': operation(),
        '/{key}#acl': operation(parameter('acl', 'query')),
        '/{key}#note': { post: {}, get: {} },
      },
    }),
  );
  const ask = (method: string, target: string, headers = {}) => {
    const [path = '', query] = target.split('?');
    const sent = { query: new URLSearchParams(query), headers: new Headers(headers) };
    const found = match(method, path, sent);
    return found.kind === 'operation' ? found.operation.id : found;
  };

  test.each([
    ['POST', '/?Action=Create', {}, 'post /#Action=Create&Version=1'],
    ['POST', '/?Action=Delete&x=1', {}, 'post /#Action=Delete&Version=1'],
    ['POST', '/', { 'x-target': 'Db.Put' }, 'post /#X-Target=Db.Put'],
    ['POST', '/1', {}, 'post /{key}'],
    ['POST', '/1?acl', {}, 'post /{key}#acl'],
    ['GET', '/1', {}, 'get /{key}#note'],
    ['POST', '/1%23note', {}, 'post /{key}#note'],
  ])('are told apart by declared parameters: %s %s %j is for %s', (method, target, headers, id) => {
    expect(ask(method, target, headers)).toBe(id);
  });

  test('are found all the same if a request has none of these, so that it is told what is missing', () => {
    expect(ask('POST', '/')).toBe('post /#Action=Create&Version=1');
  });
});

describe('parameters of a path', () => {
  const parameters = (...names: string[]) => ({
    get: { parameters: names.map((name) => ({ name, in: 'path', schema: {} })) },
  });
  const match = createMatcher(
    contractOf({
      paths: {
        '/alerts?lat={lat}&lon={lon}': parameters('lat', 'lon'),
        '/proxy/{proxy+}': parameters('proxy'),
        '/google/{+name}': parameters('name'),
        '/plus/{+name}': parameters('+name'),
        '/express/{id:[0-9]+}': parameters('id'),
        '/format/{id}{.format}': parameters('id', '.format'),
        '/other/{id:x}': parameters('key'),
        '/rest/{path:.*}': parameters('path'),
        'slashless/{id}': parameters('id'),
      },
    }),
  );

  test.each([
    ['/alerts?lat=1.5&lon=a%2Fb', { lat: '1.5', lon: 'a%2Fb' }],
    ['/alerts?lat=1.5', { lat: '1.5' }],
    ['/alerts', {}],
    ['/proxy/a/b', { proxy: 'a/b' }],
    ['/google/a/b', { name: 'a/b' }],
    ['/plus/a', { '+name': 'a' }],
    ['/express/1', { id: '1' }],
    ['/rest/a/b', { path: 'a/b' }],
    ['/slashless/1', { id: '1' }],
    ['/format/1.j', { id: '1.', '.format': 'j' }],
    ['/other/1', { 'id:x': '1' }],
  ])('have their declared names, wherever the key has them: %s', (target, pathValues) => {
    const [path = '', query] = target.split('?');
    const sent = { query: new URLSearchParams(query), headers: new Headers() };
    expect(match('GET', path, sent)).toMatchObject({ kind: 'operation', pathValues });
  });

  test('are of one segment, unless the key says otherwise', () => {
    expect(match('GET', '/express/1/2')).toEqual({ kind: 'unknown-path' });
  });
});

describe('operations of one path and method', () => {
  const post = (...types: string[]) => ({
    post: { requestBody: { content: Object.fromEntries(types.map((type) => [type, {}])) } },
  });
  const match = createMatcher(
    contractOf({
      paths: {
        '/detect': post('application/json'),
        '/detect#overload=stream': post('application/octet-stream'),
        '/same': post('application/json'),
        '/same#other': post('application/json'),
        '/x/{id}': post('image/*'),
        '/x/literal': post('application/json'),
      },
    }),
  );

  test.each([
    ['/detect', 'application/json', 'post /detect'],
    ['/detect', 'application/octet-stream', 'post /detect#overload=stream'],
    ['/detect', 'text/plain', 'post /detect'],
    ['/same', 'application/json', 'post /same'],
    ['/x/literal', 'image/png', 'post /x/literal'],
  ])('are told apart by media type: %s of %s is for %s', (path, type, id) => {
    const headers = new Headers({ 'content-type': type });
    const found = match('POST', path, { query: new URLSearchParams(), headers });
    expect(found).toMatchObject({ operation: { id } });
  });
});
