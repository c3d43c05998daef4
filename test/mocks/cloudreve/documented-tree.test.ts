import { describe, expect, test } from 'vitest';
import type { World } from '../../../mocks/cloudreve/documented.ts';
import { seeds } from '../../../mocks/cloudreve/seeds.ts';
import { anonymous, cloudreveMock, HOUR } from './cloudreve-mock.ts';

const INSPIRATIONS = 'cloudreve://g2guA:gcqzfaze@share';
const prefer = (example: string) => ({ headers: { prefer: `example=${example}` } });

describe('the documented files', () => {
  test('lie below the documented share', async () => {
    const { call } = cloudreveMock();
    const { data } = await call(`GET /file?uri=${INSPIRATIONS}`, anonymous);
    expect(data.parent.id).toBe('98XDe8sr');
    expect(data.files).toMatchObject([{ name: 'test_folder', type: 1 }]);
    const path = `${INSPIRATIONS}/test_folder/images/melk-abbey-library.jpg`;
    const request = `GET /file/info?uri=${path}`;
    const { data: file } = await call(request, anonymous);
    const { data: documented } = await call(request, prefer('documented'));
    const { id, name, size, created_at, updated_at, primary_entity } = documented;
    expect(file).toMatchObject({ id, name, size, created_at, updated_at, primary_entity, path });
  });

  test('lie in the documented folder of their owner', async () => {
    const { call } = cloudreveMock();
    const request = "GET /file?uri=cloudreve://my/Luke's%20AMA";
    const { data } = await call(request);
    const { data: documented } = await call(request, prefer('documented'));
    const seen = ({ id, name, size, created_at }: Record<string, unknown>) => ({
      id,
      name,
      size,
      created_at,
    });
    expect(data.files.map(seen)).toEqual(documented.files.map(seen));
    expect(seen(data.parent)).toEqual(seen(documented.parent));
  });

  test('move with the start of the sandbox clock', async () => {
    const { call } = cloudreveMock((world) => seeds.default({ ...world, at: later(world.at) }));
    const { data } = await call("GET /file?uri=cloudreve://my/Luke's%20AMA");
    expect(data.files[0].created_at).toBe('2025-02-14T20:14:15+08:00');
  });
});

/** Shifts documented instants by a day. */
function later(at: World['at']): World['at'] {
  return (instant) => at(instant) + 24 * HOUR;
}
