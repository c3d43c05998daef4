export function serveDocs(): undefined {
  return undefined;
}
