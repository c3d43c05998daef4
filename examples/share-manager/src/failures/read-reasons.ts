/** Reads why Crego refused a request: its `detail`, or the messages of each field. */
export function readReasons(body: unknown): string {
  const { detail, ...fields }: Record<string, unknown> = Object(body);
  if (typeof detail === 'string') return detail;
  const reasons = Object.entries(fields).map(([field, messages]) =>
    field === 'non_field_errors' ? list(messages) : `${nameOf(field)}: ${list(messages)}`,
  );
  return reasons.join(' ');
}

function nameOf(field: string): string {
  return field === 'expires_at' ? 'Expiry' : field;
}

function list(messages: unknown): string {
  return [messages].flat().join(' ');
}
