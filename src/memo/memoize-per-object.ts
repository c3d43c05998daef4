/** Makes a function remember its result for each object that it is given, for as long as the object lives. */
export function memoizePerObject<Key extends object, T>(make: (key: Key) => T): (key: Key) => T {
  const results = new WeakMap<Key, { readonly result: T }>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known.result;
    const result = make(key);
    results.set(key, { result });
    return result;
  };
}
