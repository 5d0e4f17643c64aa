/** The id a heading is reached by: its letters and digits, in lower case, joined by hyphens. */
export function slug(heading: string): string {
  const words = heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return words === '' ? 'section' : words;
}
