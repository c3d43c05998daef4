import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import diff from 'highlight.js/lib/languages/diff';
import http from 'highlight.js/lib/languages/http';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { escapeHtml } from '../../html/escape-html.ts';

const LANGUAGES = { bash, diff, http, javascript, json, typescript, xml, yaml };
const known = Object.entries(LANGUAGES).reduce((highlighter, [name, language]) => {
  highlighter.registerLanguage(name, language);
  return highlighter;
}, hljs.newInstance());

/** Marks the parts of code by classes, in HTML; code of a language that is not known is escaped alone. */
export function highlightCode(code: string, language: string): string {
  if (known.getLanguage(language) === undefined) return escapeHtml(code);
  return known.highlight(code, { language }).value;
}
