/** Renders of the seeds, by their states, and one that nobody created. */
export const SAMPLE = '0193c2c3-1111-7aaa-8bbb-000000000001';
export const RENDERING = '0193c2c3-1111-7aaa-8bbb-000000000002';
export const FAILED = '0193c2c3-1111-7aaa-8bbb-000000000003';
export const QUEUED = '0193c2c3-1111-7aaa-8bbb-000000000004';
export const OTHER = '7f3b9a52-0c1d-4e8f-9a6b-5d4c3b2a1f0e';
/** The documented share. */
export const SHARE = '9a8b7c6d-5e4f-3a2b-1c0d-9e8f7a6b5c4d';
/** When a fresh sandbox begins. */
export const NOW = '2026-06-06T09:00:00.000Z';
export const HOST = 'http://mock.test/craftkit';
export const MINUTE = 60_000;

export const render = (id = SAMPLE) => `GET /v1/renders/${id}`;
export const list = (id = SAMPLE) => `GET /v1/renders/${id}/shares`;
export const create = (id = SAMPLE) => `POST /v1/renders/${id}/shares`;
export const revoke = (share = SHARE, id = SAMPLE) => `DELETE /v1/renders/${id}/shares/${share}`;
export const email = (id = SAMPLE) => `POST /v1/renders/${id}/email`;
export const engagement = (id = SAMPLE) => `GET /v1/renders/${id}/engagement`;
export const track = (id = SAMPLE) => `POST /v1/renders/${id}/events`;

/** Asks for the documented answer, whatever the state is. */
export const documented = { headers: { prefer: 'example=documented' } };
/** Header of a request that comes from an address. */
export const from = (address: string) => ({ 'x-forwarded-for': address });
/** Options of a request without a key. */
export const stranger = (address: string) => ({ headers: { authorization: '', ...from(address) } });

export const notFound = { status: 404, body: { error: { code: 'not_found' } } };
export const notReady = { status: 409, body: { error: { code: 'not_ready' } } };
