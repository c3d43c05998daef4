import { setupWorker } from 'msw/browser';
import { type FetchHandlerOptions, fetchHandlers } from '../../src/msw/index.ts';

/** Answer as the page sees it. */
export interface Seen {
  readonly status: number;
  readonly url: string;
  readonly text: string;
}

/** What a test may call in the page. */
export const app = {
  start: async (mock: string, options: FetchHandlerOptions): Promise<void> => {
    const worker = setupWorker(...(await fetchHandlers(mock, options)));
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
  },
  ask: async (url: string, init: RequestInit = {}): Promise<Seen | string> => {
    try {
      const response = await fetch(url, init);
      return { status: response.status, url: response.url, text: await response.text() };
    } catch (error) {
      return String(error);
    }
  },
};

/** The same as a type. */
export type App = typeof app;

Object.assign(globalThis, { app });
