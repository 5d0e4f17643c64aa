/** A value of a record as a reader reads it: the entries of a list, the fields of a group by their names; undefined for none. */
export function written(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const between = value.some((item) => typeof item === 'object') ? '; ' : ', ';
    return value.map((item) => (isGroup(item) ? `(${written(item)})` : written(item))).join(between);
  }
  if (isGroup(value)) return fields(value);
  return String(value);
}

function fields(group: Readonly<Record<string, unknown>>): string {
  return Object.entries(group)
    .flatMap(([name, value]) => {
      const text = written(value);
      // A list or a text that is empty says nothing.
      if (text === undefined || text === '') return [];
      return `${name}: ${isGroup(value) ? `(${text})` : text}`;
    })
    .join('; ');
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
