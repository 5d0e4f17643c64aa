import { plain } from './characters.ts';

/** Characters to compare, each knowing where it comes from. */
export interface Stream<Source> {
  text: string;
  /** The text each character came from, by character. */
  sources: readonly Source[];
  /** The number of the source, by character. */
  from: Uint32Array;
  /** Where in its source's text the character stood, by character. */
  offset: Uint32Array;
  /** Whether a hyphen may be drawn before the character, because a soft hyphen stands there. */
  softHyphen: Uint8Array;
}

/** Joins texts into one stream of plain characters. */
export function toStream<Source extends { text: string }>(sources: readonly Source[]): Stream<Source> {
  const text: string[] = [];
  const from: number[] = [];
  const offset: number[] = [];
  const softHyphen: number[] = [];
  let soft = 0;
  sources.forEach((source, index) => {
    let at = 0;
    for (const character of source.text) {
      if (character === '\u00ad') soft = 1;
      const code = character.charCodeAt(0);
      // What prints of the basic alphabet is plain as it is.
      for (const unit of code > 0x20 && code < 0x7f ? character : plain(character).split('')) {
        text.push(unit);
        from.push(index);
        offset.push(at);
        softHyphen.push(soft);
        soft = 0;
      }
      at += character.length;
    }
  });
  return {
    text: text.join(''),
    sources,
    from: Uint32Array.from(from),
    offset: Uint32Array.from(offset),
    softHyphen: Uint8Array.from(softHyphen),
  };
}

/** The original text of a range of a stream, spaces included, shortened in the middle to fit a message. */
export function excerpt(stream: Stream<{ text: string }>, start: number, end: number): string {
  const pieces: string[] = [];
  for (let at = Math.max(0, start); at < Math.min(end, stream.text.length); ) {
    const source = stream.from[at] ?? 0;
    let last = at;
    while (last + 1 < end && stream.from[last + 1] === source) last += 1;
    const text = stream.sources[source]?.text ?? '';
    const first = stream.offset[at] ?? 0;
    const step = stream.offset[last] ?? 0;
    pieces.push(text.slice(first, step + ((text.codePointAt(step) ?? 0) > 0xffff ? 2 : 1)));
    at = last + 1;
  }
  const whole = pieces.join(' ').replace(/\s+/g, ' ').trim();
  return whole.length <= 90 ? whole : `${whole.slice(0, 50)} … ${whole.slice(-30)}`;
}
