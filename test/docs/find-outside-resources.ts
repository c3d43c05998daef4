import { type PageElement, readElements } from './read-elements.ts';

/** Attributes whose address the browser fetches by itself; `href` does so on everything but links. */
const FETCHED = [
  'src',
  'srcset',
  'poster',
  'data',
  'background',
  'manifest',
  'ping',
  'action',
  'formaction',
  'xlink:href',
];

const LINKS = ['a', 'area'];

/** Ways in which a script fetches an address that is written in it. */
const SCRIPT_REQUESTS = [
  /\b(?:fetch|import|importScripts|sendBeacon|Worker|WebSocket|EventSource)\s*\(\s*["'`](?:https?:|wss?:)?\/\/[^"'`]*/g,
  /\b(?:import|from)\s*["'`](?:https?:)?\/\/[^"'`]*/g,
  /\bsrc(?:set)?["'`]?\s*[:=]\s*["'`](?:https?:)?\/\/[^"'`]*/g,
  /["'`](?:https?:)?\/\/[^"'`\s]*\.(?:svg|png|jpe?g|gif|ico|m?js|css|woff2?|ttf)\b/g,
  /["'`]https?:\/\/(?:cdn|otel|telemetry|analytics)\b[^"'`\s]*/g,
];

const STYLE_REQUESTS = [/@import[^;]*/g, /url\(\s*["']?(?!data:|#|["')])[^)]*/g];

/** The contract in a page of Redoc: data, where an address may stand in an example. */
const CONTRACT = /const __redoc_definition = .*/;

/** Everything in a page that makes a browser ask for something outside the page. */
export function findOutsideResources(html: string): string[] {
  return readElements(html).flatMap((element) => [
    ...findAttributes(element),
    ...findRefresh(element),
    ...findScripted(element),
    ...findStyled(element),
  ]);
}

function findAttributes({ name, attributes }: PageElement): string[] {
  const fetched = LINKS.includes(name) ? FETCHED : [...FETCHED, 'href'];
  return fetched.flatMap((attribute) => {
    const value = attributes.get(attribute);
    return value === undefined || /^(?:data:|#|$)/.test(value)
      ? []
      : `<${name} ${attribute}="${value}">`;
  });
}

function findRefresh({ name, attributes }: PageElement): string[] {
  const isRefresh = name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'refresh';
  return isRefresh ? [`<meta http-equiv="refresh" content="${attributes.get('content')}">`] : [];
}

function findScripted({ name, attributes, text }: PageElement): string[] {
  const handlers = [...attributes].filter(([attribute]) => attribute.startsWith('on'));
  const scripts = [...handlers.map(([, value]) => value), name === 'script' ? text : ''];
  return scripts.flatMap((script) => findAll(script.replace(CONTRACT, ''), SCRIPT_REQUESTS));
}

function findStyled({ name, attributes, text }: PageElement): string[] {
  const styles = [attributes.get('style') ?? '', name === 'style' ? text : ''];
  return styles.flatMap((style) => findAll(style, STYLE_REQUESTS));
}

function findAll(text: string, patterns: readonly RegExp[]): string[] {
  return patterns.flatMap((pattern) => text.match(pattern) ?? []);
}
