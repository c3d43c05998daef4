import { formatCurl } from '../text/format-curl.ts';
import type { OperationSample } from './operation-sample.ts';

/** Writes a sample as a `curl` command for a POSIX shell, in one line or, where that is long, in several. */
export function formatCurlSample(sample: OperationSample, baseUrl: string): string {
  const { method, target, headers, body } = sample;
  return formatCurl(
    { method, url: `${baseUrl}${target}`, headers: Object.entries(headers), body },
    { isWhole: true, width: 100 },
  );
}
