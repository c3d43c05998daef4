import type { CallToolResult } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { ToolError } from './tool-error.ts';

/** Longest answer of a tool, in characters of JSON: about 15,000 tokens of a model. */
export const MAX_ANSWER = 60_000;

/**
 * Makes the result of a tool, as data, and as text for agents that read no data. Throws ToolError where it is too long to be
 * read, which tools prevent as far as they can.
 */
export function toResult(schema: z.ZodObject, output: unknown): CallToolResult {
  const structuredContent = schema.parse(output);
  const text = JSON.stringify(structuredContent);
  if (text.length > MAX_ANSWER) {
    throw new ToolError(
      `The answer has ${text.length} characters, more than the ${MAX_ANSWER} that are given at once. Ask for less, by a filter, a lower limit or one thing at a time.`,
    );
  }
  return { content: [{ type: 'text', text }], structuredContent };
}
