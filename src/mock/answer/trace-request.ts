import type { HttpRequest } from '../http/message.ts';
import type { Answer } from './answer.ts';

/** Begins to trace a request. What it gives is called with the answer, and ends that. */
export type TraceRequest = (request: HttpRequest) => (answer: Answer) => void;
