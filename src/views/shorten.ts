/** A text cut after a whole word to so many characters, with `…` for what is left out; as it is where it fits. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > length / 2 ? end : length - 1).replace(/[\s,;:.–-]+$/, '')}…`;
}
