import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'vite';

// Starts a mock of Crego whose links expire from today on, and the page, which may steer it.
const token = randomUUID();
const control = ['--control-origin', 'http://localhost:5173', '--control-token', token];
process.env.VITE_CONTROL_URL = 'http://127.0.0.1:4010/_mock';
process.env.VITE_CONTROL_TOKEN = token;

const page = await createServer({ server: { port: 5173, strictPort: true } });
await page.listen();
const mock = spawn('share-contracts', ['mock', 'crego', '--clock', 'now', ...control], {
  stdio: 'inherit',
});
mock.on('exit', async (code) => {
  await page.close();
  process.exitCode = code ?? 1;
});
process.on('SIGINT', () => mock.kill('SIGINT'));
process.on('SIGTERM', () => mock.kill('SIGTERM'));
page.printUrls();
