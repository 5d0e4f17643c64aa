/** What records call themselves and one another, by the names of their fields. */
const names: ReadonlySet<string> = new Set(['name', 'short_name', 'title', 'label', 'term', 'place', 'area', 'role']);

/** Letters that are written from right to left. */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Sets names from right to left apart from the words they are put among, when what pages are made from is written as JSON: in
 * "Minutes of the مجلس 7, 18 October" the 18 would else be read before the 7, as a part of the name. Signs of Unicode
 * (UAX 9, 2.4.2) do what an element could not do in a title, a label or an option. Names from left to right stay as they are.
 */
export function isolateName(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !names.has(key) || !rightToLeft.test(value)) return value;
  return `\u2068${value}\u2069`;
}
