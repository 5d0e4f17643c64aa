/** A text cut after a whole word to so many characters, with `…` for what is left out; as it is where it fits. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const end = cut.lastIndexOf(' ');
  const kept = cut.slice(0, end > length / 2 ? end : length - 1).replace(/[\s,;:.–-]+$/, '');
  // A name that was set apart from the words around it, and is cut short, still ends where it ends.
  return `${kept}…${kept.lastIndexOf('\u2068') > kept.lastIndexOf('\u2069') ? '\u2069' : ''}`;
}
