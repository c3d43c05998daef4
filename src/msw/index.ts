export {
  createHandlers,
  type HandlerOptions,
  type InProcessApi,
  type InProcessMock,
} from './create-handlers.ts';
export { type FetchHandlerOptions, fetchHandlers } from './fetch-handlers.ts';
export type { Hosts } from './provider-site.ts';
