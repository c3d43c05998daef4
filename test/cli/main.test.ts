import { describe, test } from 'vitest';
import { callProgram } from './call-program.ts';

describe('share-contracts', () => {
  test.for([
    '--help',
    'mock --help',
    'mcp --help',
    'generate --help',
    'docs --help',
    'list --help',
    'init --help',
    'lint --help',
    'coverage --help',
    'diff --help',
    'help mock',
  ])('%s prints help to stdout', async (line, { expect }) => {
    const { code, stdout, stderr } = await callProgram(line.split(' '));
    expect(stdout).toMatchSnapshot();
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test.for<[what: string, args: string[]]>([
    ['no command', []],
    ['an unknown command', ['mokc']],
    ['an unknown option of the program', ['--verbose']],
    ['an unknown option of mock', ['mock', '--prot', '0']],
    ['an unknown option of generate', ['generate', '--chek']],
    ['an unknown option of docs', ['docs', '--open']],
    ['an unknown option of lint', ['lint', '--fix']],
    ['an unknown option of test', ['test', '--watch']],
    ['several files without a name', ['mock', 'a.yaml', 'b.yaml']],
    ['a port that is no number', ['mock', '--port', 'http']],
    ['a port above 65535', ['mock', '--port', '65536']],
    ['a negative port', ['mock', '--port', '-1']],
    ['an empty port', ['mock', '--port', '']],
    ['no port', ['mock', '--port']],
    ['an empty address', ['mock', '--host', '']],
    ['a size that is none', ['mock', '--body-limit', '10 potatoes']],
  ])('refuses %s', async ([, args], { expect }) => {
    const { code, stdout, stderr } = await callProgram(args);
    expect(stderr).toMatchSnapshot();
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
