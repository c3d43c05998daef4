import type { Direction } from '../../contract/model/direction.ts';
import type { Message } from '../messages/message.ts';

export const ENFORCERS = {
  'mock requests': 'the mock, when it is asked',
  'mock answers': 'the mock, when a behaviour answers',
  'client validation': 'the schemas of the client',
  verify: 'verify, when a server answers',
} as const;

export type EnforcerName = keyof typeof ENFORCERS;

/** Part of the toolkit that has to refuse what a contract forbids. */
export interface Enforcer {
  readonly name: EnforcerName;
  readonly directions: readonly Direction[];
  /** Sends a message to it. Gives a reason where the message is none of its business. */
  readonly judge: (message: Message) => Promise<Verdict | string>;
  readonly close?: () => Promise<void>;
}

/** What an enforcer says of a message. */
export interface Verdict {
  readonly isRefused: boolean;
  /** Whether it names the place of a violation. */
  readonly isNamed: boolean;
  /** What it says of it, in words. */
  readonly said: string;
}
