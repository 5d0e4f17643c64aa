import { html, type SafeHtml } from '@remix-run/html-template';
import type { Env, MarkdownIt, Token } from 'markdown-it';
import { addresses, addressOf } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { type LinkTarget, readLink } from '../library/links.ts';
import { plainText } from '../markdown/body.ts';
import { createParser } from '../markdown/parser.ts';
import { blockReference, recordBlocks } from '../markdown/record-blocks.ts';
import { placeOf } from '../records/paths.ts';
import { followFigure } from './figure-references.ts';
import type { Linker } from './linker.ts';
import { privateNote, saysWithheld } from './private-note.ts';
import { recordBlockOpening } from './record-blocks.ts';
import { splitWideTables } from './wide-tables.ts';

/** How a body is shown. */
export interface BodyOptions {
  readonly link: Linker;
  /** How many levels the headings go down: a body's own highest heading is an `h2`. */
  readonly headingShift?: number;
  /** Notes at the end of the text, or inline where a paged layout takes them to the foot of the page. */
  readonly notes?: 'end' | 'inline';
  /** Put before every id, where several bodies stand on one page. */
  readonly idPrefix?: string;
  /** Whether the number of a paragraph leads to it, for a page whose address can be copied. */
  readonly numbersAreLinks?: boolean;
}

/** What a body is of. */
export interface BodySource {
  readonly file: string;
  readonly body: { readonly text: string } | null;
}

const parser = createParser();
for (const name of recordBlocks) {
  parser.renderer.rules[`container_${name}_open`] = (tokens, index, _options, env) => {
    const { library, file, link, met } = env as Environment;
    const token = tokens[index];
    const reference = token === undefined ? '' : blockReference(token, name);
    const key = `${name} ${reference}`;
    const nth = met.get(key) ?? 0;
    met.set(key, nth + 1);
    return String(recordBlockOpening(library, { name, reference, file, nth }, link));
  };
  parser.renderer.rules[`container_${name}_close`] = () => '</section>\n';
}
parser.renderer.rules.footnote_block_open = (_tokens, _index, _options, env) => {
  const id = `${(env as Environment).idPrefix}notes`;
  return `<section class="footnotes" aria-labelledby="${id}"><p class="footnotes-title" id="${id}">Notes</p>\n<ol>\n`;
};
parser.renderer.rules.table_open = (tokens, index) => {
  const name = parser.utils.escapeHtml(tableName(tokens, index));
  return `<div class="table-wrap" role="region" aria-label="${name}" tabindex="0"><table>`;
};
// A word longer than a line may be broken, or it would reach over the edge of a cell.
parser.renderer.rules.text = (tokens, index) =>
  parser.utils
    .escapeHtml((tokens[index]?.content ?? '').replace(/\S{40}(?=\S)/g, '$&\u200b'))
    .replaceAll('\u200b', '<wbr>');
parser.renderer.rules.table_close = () => '</table></div>';
parser.renderer.rules.th_open = (tokens, index) => `<th scope="col"${alignment(tokens[index])}>`;
parser.renderer.rules.td_open = (tokens, index) => `<td${alignment(tokens[index])}>`;

interface Environment extends Env {
  readonly library: Library;
  readonly file: string;
  readonly idPrefix: string;
  readonly link: Linker;
  /** How many blocks of each name and reference were met so far. */
  readonly met: Map<string, number>;
  /** Read by the notes' plugin, for the ids of its links. */
  readonly docId?: string;
}

/** Whether a record has a body that says something. */
export function isWritten({ body }: Pick<BodySource, 'body'>): boolean {
  return (body?.text ?? '').trim() !== '';
}

/**
 * Renders a body as HTML. The content has passed the check, so its links lead somewhere; a link the linker cannot follow
 * from where the body is shown is left as plain words.
 */
export function renderBody(library: Library, source: BodySource, options: BodyOptions): SafeHtml {
  const { idPrefix = '', link } = options;
  const { file } = source;
  const environment: Environment = {
    library,
    file,
    idPrefix,
    link,
    met: new Map(),
    ...(idPrefix && { docId: idPrefix }),
  };
  const tokens = withPrivateNotes(library, file, parser.parse(source.body?.text ?? '', environment));
  resolveLinks(library, tokens, source.file, options);
  shiftHeadings(tokens, options.headingShift ?? 0, idPrefix);
  if (options.numbersAreLinks) linkNumbers(tokens);
  const shown = options.notes === 'inline' ? inlineNotes(splitWideTables(tokens), parser, environment) : tokens;
  return html.raw`${parser.renderer.render(shown, parser.options, environment)}`;
}

/** Minutes with a note wherever an item was taken in private, below the paragraph that names the item. */
function withPrivateNotes(library: Library, file: string, tokens: Token[]): Token[] {
  const place = placeOf(file);
  if (place?.kind !== 'minutes') return tokens;
  const meeting = `${place.parts.board}/${place.parts.date}`;
  const TokenOf = tokens[0]?.constructor as typeof Token;
  return tokens.flatMap((token, index) => {
    const paragraph = tokens[index - 1];
    if (token.type !== 'paragraph_close' || paragraph?.type !== 'inline') return token;
    const note = privateNote(library, meeting, paragraph.content);
    if (note === undefined || saysWithheld(tokens[index + 2]?.content ?? '')) return token;
    return [token, Object.assign(new TokenOf('html_block', '', 0), { content: String(note) })];
  });
}

function resolveLinks(
  library: Library,
  tokens: readonly Token[],
  file: string,
  { link, idPrefix = '' }: BodyOptions,
): void {
  for (const token of tokens) {
    // A copy, since the words of a figure are put in on the way.
    for (const child of [...(token.children ?? [])]) {
      if (child.type === 'image') child.attrSet('src', resolveImage(file, String(child.attrGet('src'))));
      if (child.type !== 'link_open') continue;
      const target = readLink(file, String(child.attrGet('href')));
      const href =
        target.kind === 'figure'
          ? followFigure(library, target.name, token.children ?? [], child, link)
          : resolveLink(target, link, idPrefix);
      if (href !== null) child.attrSet('href', href);
      else unlink(token.children ?? [], child);
    }
  }
}

function resolveLink(target: LinkTarget, link: Linker, idPrefix: string): string | null {
  if (target.kind === 'external') return target.href;
  if (target.kind === 'anchor') return `#${idPrefix}${target.anchor}`;
  if (target.kind !== 'file') return null;
  const address = addressOf(target.file) ?? addresses.asset(target.file);
  return link(target.anchor === '' ? address : `${address}#${target.anchor}`);
}

function resolveImage(file: string, src: string): string {
  const target = readLink(file, src);
  return target.kind === 'file' ? encodeURI(addresses.asset(target.file)) : '';
}

/** Turns a link into the plain words it was made of. */
function unlink(children: Token[], opening: Token): void {
  const start = children.indexOf(opening);
  const closing = children.find((child, index) => index > start && child.type === 'link_close');
  for (const token of [opening, closing]) {
    if (token === undefined) continue;
    token.type = 'text';
    token.content = '';
  }
}

function shiftHeadings(tokens: readonly Token[], shift: number, idPrefix: string): void {
  for (const token of tokens) {
    const id = token.attrGet('id');
    if (id !== null && idPrefix !== '') token.attrSet('id', idPrefix + id);
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + shift)}`;
  }
}

/** Makes the number at the start of each numbered paragraph a link to that paragraph. */
function linkNumbers(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const id = token.type === 'paragraph_open' ? token.attrGet('id') : null;
    const children = tokens[index + 1]?.children ?? [];
    const [first] = children;
    const number = first === undefined ? undefined : /^\d+\.\d+(?=\s)/.exec(first.content)?.[0];
    if (id === null || first === undefined || number === undefined) continue;
    const TokenOf = first.constructor as typeof Token;
    const open = new TokenOf('link_open', 'a', 1);
    open.attrs = [
      ['class', 'paragraph-number'],
      ['href', `#${id}`],
    ];
    const words = Object.assign(new TokenOf('text', '', 0), { content: number });
    first.content = first.content.slice(number.length);
    children.unshift(open, words, new TokenOf('link_close', 'a', -1));
  }
}

/** Each note where it is called: `<span class="footnote-note">`, which a paged layout takes to the foot of the page. */
function inlineNotes(tokens: readonly Token[], markdown: MarkdownIt, environment: Environment): Token[] {
  const start = tokens.findIndex((token) => token.type === 'footnote_block_open');
  if (start === -1) return [...tokens];
  const notes = new Map<number, string>();
  let current = -1;
  for (const token of tokens.slice(start)) {
    if (token.type === 'footnote_open') current = Number(token.meta?.id);
    if (token.type !== 'inline') continue;
    const words = markdown.renderer.renderInline(token.children ?? [], markdown.options, environment);
    notes.set(current, [notes.get(current), words].filter(Boolean).join(' '));
  }
  const seen = new Set<number>();
  for (const token of tokens.slice(0, start)) {
    for (const child of token.children ?? []) {
      if (child.type !== 'footnote_ref') continue;
      const id = Number(child.meta?.id);
      child.type = 'html_inline';
      // A note called a second time is pointed at by its number, since its words stand once.
      child.content = seen.has(id)
        ? `<sup>${id + 1}</sup>`
        : `<span class="footnote-note">${notes.get(id) ?? ''}</span>`;
      seen.add(id);
    }
  }
  return tokens.slice(0, start);
}

function alignment(token: Token | undefined): string {
  return /text-align:\s*right/.test(String(token?.attrGet('style') ?? '')) ? ' class="number"' : '';
}

/** What the region around a table is called: its number in the text and its column headings, as no two are the same. */
function tableName(tokens: readonly Token[], index: number): string {
  const nth = tokens.slice(0, index + 1).filter(({ type }) => type === 'table_open').length;
  const end = tokens.findIndex((token, at) => at > index && token.type === 'thead_close');
  const headings = tokens.slice(index, end).flatMap((token) => (token.type === 'inline' ? plainText(token) : []));
  return `Table ${nth}: ${headings.filter(Boolean).join(', ')}`;
}
