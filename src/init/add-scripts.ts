/** Commands that a project has as npm scripts, by the names of the scripts. */
const SCRIPTS: Readonly<Record<string, string>> = {
  mock: 'share-contracts mock',
  generate: 'share-contracts generate',
  docs: 'share-contracts docs',
  'lint:contracts': 'share-contracts lint',
  'test:contracts': 'share-contracts test',
};

/** Members of a manifest that say how its modules are read, or that somebody has begun to write some. */
const WRITTEN = ['type', 'main', 'module', 'exports', 'bin', 'scripts'];

/** What becomes of a `package.json`. */
export interface ScriptedManifest {
  readonly text: string;
  /** Names of the scripts that are new. */
  readonly added: readonly string[];
}

/**
 * Adds the scripts of a project to the text of a `package.json`, or to a new one; a script of the same name stays as it is. Where
 * nothing is said of modules and no script is there, they become ECMAScript modules, as generated files are.
 *
 * Takes the text of a JSON object.
 */
export function addScripts(text: string | undefined): ScriptedManifest {
  const manifest: Record<string, unknown> =
    text === undefined ? { private: true } : JSON.parse(text);
  const isBare = WRITTEN.every((member) => !(member in manifest));
  const scripts = { ...Object(manifest.scripts) };
  const added = Object.keys(SCRIPTS).filter((name) => !Object.hasOwn(scripts, name));
  for (const name of added) scripts[name] = SCRIPTS[name];
  const changed = { ...manifest, ...(isBare && { type: 'module' }), scripts };
  const [indent = '  '] = /(?<=^\{\r?\n)[ \t]+/.exec(text ?? '') ?? [];
  return { text: `${JSON.stringify(changed, null, indent)}\n`, added };
}
