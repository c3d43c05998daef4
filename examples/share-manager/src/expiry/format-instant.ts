const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** Writes an instant for people, such as `1 Apr 2025, 11:08`, in their own time zone. */
export function formatInstant(text: string): string {
  return format.format(new Date(text));
}
