import type { Token } from 'markdown-it';
import type { Library } from '../../library/library.ts';
import { readLink } from '../../library/links.ts';
import { plainText } from '../../markdown/body.ts';
import { createParser } from '../../markdown/parser.ts';
import { blockAnchor, blockReference, openedBlock, type RecordBlockName } from '../../markdown/record-blocks.ts';
import type { BodySource } from '../../views/body.ts';
import { followFigure } from '../../views/figure-references.ts';

/** A part of a body that has an anchor of its own: a section, a numbered paragraph, a record block or the notes. */
export interface BodyPart {
  /** Empty before the first heading. */
  readonly anchor: string;
  /** The heading it stands under; empty before the first. */
  readonly heading: string;
  /** The block it is; undefined for a part that is none. */
  readonly block?: { readonly name: RecordBlockName; readonly reference: string; readonly nth: number };
  /** Its words, without marks and without the heading. */
  readonly text: string;
}

interface Growing extends Omit<BodyPart, 'text'> {
  readonly words: string[];
}

const parser = createParser();

/** Cuts a body into the parts that can be linked to, in the order they stand on its page; none is without words. */
export function bodyParts(library: Library, { file, body }: BodySource): BodyPart[] {
  const parts: Growing[] = [];
  const met = new Map<string, number>();
  let section = { anchor: '', heading: '' };
  let part: Growing = { ...section, words: [] };
  const begin = (next: Omit<Growing, 'words'>): void => {
    parts.push(part);
    part = { ...next, words: [] };
  };
  const tokens = parser.parse(body?.text ?? '', {});
  for (const [index, token] of tokens.entries()) {
    const id = String(token.attrGet('id') ?? '');
    const name = openedBlock(token);
    if (token.type === 'heading_open') {
      section = { anchor: id, heading: plainText(tokens[index + 1]) };
      begin(section);
    } else if (token.type === 'paragraph_open' && id !== '') {
      begin({ ...section, anchor: id });
    } else if (name !== undefined) {
      const reference = blockReference(token, name);
      const nth = met.get(`${name} ${reference}`) ?? 0;
      met.set(`${name} ${reference}`, nth + 1);
      begin({ ...section, anchor: blockAnchor(name, reference, nth), block: { name, reference, nth } });
    } else if (token.type.startsWith('container_')) {
      // What follows a block is of the section again.
      begin(section);
    } else if (token.type === 'footnote_block_open') {
      begin({ anchor: 'notes', heading: 'Notes' });
    } else if (token.type === 'inline' && tokens[index - 1]?.type !== 'heading_open') {
      part.words.push(wordsOf(library, file, token));
    } else if (token.type === 'fence' || token.type === 'code_block') {
      part.words.push(token.content);
    }
  }
  return [...parts, part].flatMap(({ words, ...rest }) => {
    const text = words.join(' ').replace(/\s+/g, ' ').trim();
    // What a declared interest or a correction says stands in its fields.
    return text === '' && rest.block === undefined ? [] : [{ ...rest, text }];
  });
}

/** The words of an inline token, those of the figures it refers to among them. */
function wordsOf(library: Library, file: string, token: Token): string {
  const children = token.children ?? [];
  for (const child of [...children]) {
    if (child.type !== 'link_open') continue;
    const target = readLink(file, String(child.attrGet('href')));
    if (target.kind === 'figure') followFigure(library, target.name, children, child, () => null);
  }
  return plainText(token);
}
