import type { EndpointRule } from '../endpoint-pair.ts';
import { operationChanged } from './operation-changed.ts';
import { parametersChanged } from './parameters-changed.ts';
import { requestBodyChanged } from './request-body-changed.ts';
import { responsesChanged } from './responses-changed.ts';
import { securityChanged } from './security-changed.ts';
import { ownServersChanged } from './servers-changed.ts';

/** All rules for an operation, a webhook or a callback itself. */
export const ENDPOINT_RULES: readonly EndpointRule[] = [
  operationChanged,
  parametersChanged,
  requestBodyChanged,
  responsesChanged,
  securityChanged,
  ownServersChanged,
];
