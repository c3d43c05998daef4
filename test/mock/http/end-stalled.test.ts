import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { endStalled } from '../../../src/mock/http/end-stalled.ts';

/** More than the buffers of a connection hold. */
const MUCH = Buffer.alloc(32 * 2 ** 20);

test('a connection ends whose client takes no more of its answer', async () => {
  const server = createServer((_request, response) => void response.end(MUCH));
  onTestFinished(() => void server.close().closeAllConnections());
  endStalled(server, { look: 1, wait: 20 });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port }: AddressInfo = JSON.parse(JSON.stringify(server.address()));
  const client = connect(port, '127.0.0.1').pause();
  onTestFinished(() => void client.destroy());
  const [socket]: Socket[] = await once(server, 'connection');
  client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  if (socket === undefined) throw new Error('There is no connection.');
  await once(socket, 'close');
  expect(socket.bytesWritten).toBeGreaterThan(0);
});
