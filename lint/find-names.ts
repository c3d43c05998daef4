/**
 * Finds the names of providers in a text of the toolkit, which has to serve any API in the same way.
 *
 * Gives a line for each: where, what was expected, what was found and what to do.
 */
export function findNames(file: string, text: string, names: readonly string[]): string[] {
  return text.split('\n').flatMap((line, index) =>
    names.flatMap((name) => {
      const at = line.toLowerCase().indexOf(name);
      if (at < 0) return [];
      const found = JSON.stringify(line.slice(at, at + name.length));
      return `${file}:${index + 1}:${at + 1}: expected code for any API, found ${found}. Move what is of one provider to mocks/, src/clients/ or redocly.yaml.`;
    }),
  );
}
