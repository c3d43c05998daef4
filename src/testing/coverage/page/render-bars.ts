import type { Minimum } from '../minimum.ts';
import { type CoverageKind, KIND_NAMES, KINDS, percentOf, type Share } from '../sum-up.ts';

/** Renders how much of each kind was met, with a mark at what is asked for. */
export function renderBars(
  shares: Readonly<Record<CoverageKind, Share>>,
  minimum: Minimum,
): string {
  const kinds = KINDS.filter((kind) => shares[kind].all > 0);
  return `<dl class="bars">
${kinds.map((kind) => renderBar(kind, shares[kind], minimum[kind])).join('\n')}
</dl>`;
}

function renderBar(kind: CoverageKind, share: Share, wanted: number | undefined): string {
  const { met, all } = share;
  const percent = percentOf(share);
  const short = wanted !== undefined && 100 * met < wanted * all ? ' short' : '';
  const mark =
    wanted === undefined
      ? ''
      : `<rect class="wanted" x="${Math.max(0, wanted - 0.4)}" width=".8" height="1"/>`;
  const asked = wanted === undefined ? '' : `, ${wanted} % asked for`;
  return `<div><dt>${KIND_NAMES[kind]}</dt>
<dd class="track" aria-hidden="true"><svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none"><rect class="part${short}" width="${percent}" height="1"/>${mark}</svg></dd>
<dd class="figure${short}">${met} of ${all} <small>(${percent} %${asked})</small></dd></div>`;
}
