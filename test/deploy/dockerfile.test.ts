import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };

const text = await readFile('Dockerfile', 'utf8');
const ignored = (await readFile('.dockerignore', 'utf8')).split('\n');
const parsed = DockerfileParser.parse(text);
const instructions = parsed.getInstructions();

/** Arguments of the instructions with a keyword, in their order. */
function argumentsOf(keyword: string): string[] {
  return instructions.flatMap((instruction: Instruction) =>
    instruction.getInstruction() === keyword ? [instruction.getArgumentsContent() ?? ''] : [],
  );
}

/** Last of them. */
const lastOf = (keyword: string) => argumentsOf(keyword).at(-1) ?? '';

describe('Dockerfile', () => {
  test('has nothing that a linter finds', () => {
    expect(validate(text)).toEqual([]);
  });

  test('begins each stage with one image of a whole version, that of package.json', () => {
    expect(argumentsOf('ARG')).toEqual([expect.stringMatching(/^NODE=\d+\.\d+\.\d+-[a-z]+-slim$/)]);
    expect(argumentsOf('ARG')[0]).toContain(`=${packageFile.devDependencies.node}-`);
    expect(argumentsOf('FROM').map((from) => from.replace(/ AS .*/, ''))).toEqual(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the Dockerfile.
      ['node:${NODE}', 'node:${NODE}', 'node:${NODE}'],
    );
  });

  test('installs what the lock file has, without scripts of packages', () => {
    const installs = argumentsOf('RUN').filter((command) => command.startsWith('npm'));
    expect(installs).toHaveLength(2);
    for (const command of installs) expect(command).toMatch(/^npm ci .*--ignore-scripts/);
    expect(installs[1]).toContain('--omit=dev');
  });

  test('runs as a user that is a number and not root, to the end', () => {
    const [user, ...others] = argumentsOf('USER');
    expect(user).toMatch(/^[1-9]\d{3,}:[1-9]\d{3,}$/);
    expect(others).toEqual([]);
    const after = instructions.slice(
      instructions.findIndex((instruction) => instruction.getInstruction() === 'USER'),
    );
    expect(after.map((instruction) => instruction.getInstruction())).not.toContain('RUN');
  });

  test('starts Node itself, so that signals reach it, with the options of npm start', () => {
    const entry: string[] = JSON.parse(lastOf('ENTRYPOINT'));
    expect(entry[0]).toBe('node');
    expect(entry.at(-1)).toBe(`/app/lib/${packageFile.bin['share-contracts']}`);
    expect(packageFile.scripts.start).toContain(entry.slice(0, -1).join(' '));
    expect(JSON.parse(lastOf('CMD'))).toEqual(['mock', '--host', '0.0.0.0']);
  });

  test('asks for its health by Node alone', () => {
    const [, check = ''] = /CMD (\[.*\])$/s.exec(lastOf('HEALTHCHECK')) ?? [];
    const [program, option, script] = JSON.parse(check);
    expect([program, option]).toEqual(['node', '-e']);
    // Nothing listens there, or something else does.
    const run = () => execFileSync(process.execPath, ['-e', script.replace('4010', '1')]);
    expect(run).toThrow('Command failed');
    expect(lastOf('EXPOSE')).toBe('4010');
  });

  test('takes nothing from the network but packages', () => {
    expect(argumentsOf('ADD')).toEqual([]);
    expect(text).not.toMatch(/curl|wget|apt-get|apk /);
  });

  test('is made of what npm packs, and of no more', () => {
    const kept = ignored.flatMap((line) => /^!(.*)/.exec(line)?.[1] ?? []);
    expect(ignored).toContain('*');
    expect(kept).toEqual(expect.arrayContaining(['src', 'openapi', 'mocks', 'docs', 'packaging']));
    expect(kept).not.toEqual(expect.arrayContaining(['node_modules']));
    expect(kept).not.toContain('deploy');
  });
});
