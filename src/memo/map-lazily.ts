/** Makes an object of the same names, whose members are made when they are first read, and kept. */
export function mapLazily<T>(
  members: Readonly<Record<string, T>>,
  make: (member: T) => unknown,
): Record<string, unknown> {
  const made = {};
  for (const [name, member] of Object.entries(members)) {
    const keep = (value: unknown) => Object.defineProperty(made, name, { value });
    const get = () => {
      const value = make(member);
      keep(value);
      return value;
    };
    Object.defineProperty(made, name, { get, enumerable: true, configurable: true });
  }
  return made;
}
