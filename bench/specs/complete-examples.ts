import { sample } from 'openapi-sampler';
import type { Contract, Media, Operation, SchemaPlace } from '../../src/contract/model/contract.ts';
import { bodyFormat } from '../../src/contract/model/media-type.ts';

/**
 * Adds a sample to each parameter and body without an example.
 *
 * Few documents have request examples, and a refused request says nothing about responses.
 */
export function completeExamples(operation: Operation, { document }: Contract): Operation {
  const { parameters, body } = operation;
  return {
    ...operation,
    parameters: parameters.map((parameter) => ({
      ...parameter,
      example: parameter.example ?? sampleOf(parameter.schema, document),
    })),
    body: body && { ...body, content: jsonFirst(body.content).map(completeMedia) },
  };

  function completeMedia(media: Media): Media {
    if (media.examples.length > 0 || media.schema === undefined) return media;
    const value = sampleOf(media.schema, document);
    return { ...media, examples: [{ key: 'sample', value, provenance: undefined }] };
  }
}

/** Returns the smallest valid value of a schema, or nothing for a schema that allows anything. */
function sampleOf({ pointer, schema }: SchemaPlace, document: object): unknown {
  if (typeof schema === 'boolean') return undefined;
  const options = { skipNonRequired: true, skipReadOnly: true, quiet: true, enablePatterns: true };
  return sample({ $ref: `#${encodeURI(pointer)}` }, options, document);
}

function jsonFirst(content: readonly Media[]): readonly Media[] {
  const isJson = ({ type }: Media) => bodyFormat(type) === 'json';
  return [...content.filter(isJson), ...content.filter((media) => !isJson(media))];
}
