// All that generated clients and their users import.
export type { Middleware } from 'openapi-fetch';
export { type ApiKey, apiKey } from './api-key.ts';
export { basic } from './basic.ts';
export { bearer, type Secret } from './bearer.ts';
export { type Client, type ClientOptions, createClient } from './create-client.ts';
export type {
  OperationInput,
  OperationMethod,
  OperationMethods,
  OperationResult,
  RequestSettings,
} from './operation-method.ts';
export type { OperationRoute, OperationRoutes, RouteDetails } from './operation-route.ts';
export type { FieldStyle, FieldStyles } from './write-fields.ts';
