/** The text each character code of a font stands for. */
export interface CharacterMap {
  /** Bytes in one code. */
  width: number;
  text: ReadonlyMap<number, string>;
}

const utf16 = (hex: string): string => Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16().toString('utf16le');

/** Reads a /ToUnicode map (ISO 32000-1 9.10.3): the parts of it that printers write. */
export function readCharacterMap(source: string): CharacterMap {
  const text = new Map<number, string>();
  const space = /begincodespacerange\s*<([0-9a-f]+)>/i.exec(source);
  for (const [, body = ''] of source.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', value = ''] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f\s]+)>/gi)) {
      text.set(Number.parseInt(code, 16), utf16(value));
    }
  }
  for (const [, body = ''] of source.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    const range = /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*(?:<([0-9a-f\s]+)>|\[([^\]]*)\])/gi;
    for (const [, from = '', to = '', start, list] of body.matchAll(range)) addRange(text, from, to, start, list);
  }
  return { width: Math.max(1, (space?.[1]?.length ?? 4) / 2), text };
}

function addRange(text: Map<number, string>, from: string, to: string, start?: string, list?: string): void {
  const first = Number.parseInt(from, 16);
  const last = Math.min(Number.parseInt(to, 16), first + 0xffff);
  const values = Array.from(list?.matchAll(/<([0-9a-f\s]+)>/gi) ?? [], ([, value = '']) => utf16(value));
  const base = start === undefined ? '' : utf16(start);
  for (let code = first; code <= last; code += 1) {
    const value = values[code - first] ?? (base === '' ? undefined : raised(base, code - first));
    if (value !== undefined) text.set(code, value);
  }
}

/** The text whose last unit is greater by `by`. */
const raised = (base: string, by: number): string =>
  base.slice(0, -1) + String.fromCharCode(base.charCodeAt(base.length - 1) + by);
