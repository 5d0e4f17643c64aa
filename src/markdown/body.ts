import type { Token } from 'markdown-it';
import type { Position } from '../diagnostics/diagnostic.ts';
import { createParser } from './parser.ts';
import { blockReference, endOfFields, openedBlock, type RecordBlockName } from './record-blocks.ts';

/** A heading of a body. */
export interface Heading extends Position {
  readonly level: number;
  readonly text: string;
  /** The id it is reached by on a page. */
  readonly anchor: string;
}

/** A link or an image of a body, as it was written. */
export interface Target extends Position {
  readonly href: string;
  readonly kind: 'link' | 'image';
  /** The link's words, or the image's text alternative. */
  readonly text: string;
}

/** A block that is a record, e.g. `::: action PIB-2017-A03`, its fields not yet read. */
export interface RecordBlock {
  readonly name: RecordBlockName;
  /** What stands after the name on the opening line. */
  readonly reference: string;
  /** Line of the opening `:::`. */
  readonly line: number;
  /** Line of the closing one, or the last line of the block where it never ends. */
  readonly lastLine: number;
  /** The lines from the opening one to the first empty one, as YAML. */
  readonly fields: string;
  /** The rest, as Markdown. */
  readonly text: string;
  /** Whether a closing `:::` was found. */
  readonly closed: boolean;
  /** The heading it stands under. */
  readonly heading: string;
}

/** A line of `:::` that neither opens nor closes a block. */
export interface StrayFence {
  readonly line: number;
  /** What stands after the colons, e.g. `acton` where `action` was misspelt; empty for a line of colons alone. */
  readonly name: string;
}

/** The Markdown half of a record and what was found in it. Rendering it is left to whoever shows it. */
export interface Body {
  readonly text: string;
  /** Line of the file that the body starts on. */
  readonly line: number;
  readonly headings: readonly Heading[];
  /** Ids of the numbered paragraphs, e.g. `p12-3`. */
  readonly paragraphs: readonly string[];
  readonly targets: readonly Target[];
  readonly blocks: readonly RecordBlock[];
  readonly strays: readonly StrayFence[];
}

const parser = createParser();

/** Finds the headings, links, images and record blocks of a Markdown text. */
export function readBody(text: string, line: number): Body {
  const tokens = parser.parse(text, {});
  const lines = text.split('\n');
  const headings = findHeadings(tokens, line);
  return {
    text,
    line,
    headings,
    paragraphs: tokens.flatMap((token) =>
      token.type === 'paragraph_open' ? [token.attrGet('id') ?? []].flat().map(String) : [],
    ),
    targets: findTargets(tokens, lines, line),
    blocks: findBlocks(tokens, lines, line, headings),
    strays: findStrays(tokens, line),
  };
}

function findHeadings(tokens: readonly Token[], start: number): Heading[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open') return [];
    const text = plainText(tokens[index + 1]);
    const anchor = String(token.attrGet('id') ?? '');
    return [{ level: Number(token.tag.slice(1)), text, anchor, line: start + (token.map?.[0] ?? 0), column: 1 }];
  });
}

function findTargets(tokens: readonly Token[], lines: readonly string[], start: number): Target[] {
  return tokens.flatMap((token) => {
    // Inline tokens carry no place of their own, so each target is looked for in the lines of its block, in order.
    let from = { line: token.map?.[0] ?? 0, column: 0 };
    return (token.children ?? []).flatMap((child, index, children): Target[] => {
      const kind = child.type === 'link_open' ? 'link' : child.type === 'image' ? 'image' : null;
      if (kind === null) return [];
      const href = String(child.attrGet(kind === 'link' ? 'href' : 'src') ?? '');
      const found = seek(lines, from, token.map?.[1] ?? lines.length, href);
      const at = found ?? { line: from.line, column: 0 };
      // The next one is looked for behind this one, which may be written the same.
      if (found !== undefined) from = { line: found.line, column: found.column + 1 };
      const text = kind === 'link' ? linkText(children, index) : plainText(child);
      return [{ href, kind, text, line: start + at.line, column: at.column + 1 }];
    });
  });
}

/** The words between the opening of a link and its end. */
function linkText(children: readonly Token[], opening: number): string {
  const end = children.findIndex(({ type }, index) => index > opening && type === 'link_close');
  return children
    .slice(opening + 1, end)
    .map(plainText)
    .join('');
}

function seek(
  lines: readonly string[],
  from: { line: number; column: number },
  end: number,
  href: string,
): { line: number; column: number } | undefined {
  const forms = [href, decodeSafely(href)];
  for (let line = from.line; line < end; line += 1) {
    for (const form of forms) {
      const column = (lines[line] ?? '').indexOf(form, line === from.line ? from.column : 0);
      if (column !== -1) return { line, column };
    }
  }
  return undefined;
}

function findBlocks(
  tokens: readonly Token[],
  lines: readonly string[],
  start: number,
  headings: readonly Heading[],
): RecordBlock[] {
  return tokens.flatMap((token) => {
    const name = openedBlock(token);
    if (name === undefined || token.map === null) return [];
    const [first, end] = token.map;
    const split = endOfFields(token, lines);
    return [
      {
        name,
        reference: blockReference(token, name),
        line: start + first,
        lastLine: start + Math.min(end, lines.length - 1),
        fields: lines.slice(first + 1, split).join('\n'),
        text: lines.slice(split, end).join('\n').trim(),
        closed: /^\s*:{3,}\s*$/.test(lines[end] ?? ''),
        heading: headings.findLast((heading) => heading.line < start + first)?.text ?? '',
      },
    ];
  });
}

function findStrays(tokens: readonly Token[], start: number): StrayFence[] {
  return tokens.flatMap((token) => {
    if (token.type !== 'inline') return [];
    return token.content.split('\n').flatMap((text, index) => {
      const name = /^\s*:{3,}\s*(\S*)/.exec(text)?.[1];
      return name === undefined ? [] : [{ line: start + (token.map?.[0] ?? 0) + index, name }];
    });
  });
}

/** The words of an inline token, without its marks. */
export function plainText(token: Token | undefined): string {
  if (token === undefined) return '';
  if (token.children === null || token.children.length === 0) return token.content;
  return token.children.map((child) => (/^(soft|hard)break$/.test(child.type) ? ' ' : plainText(child))).join('');
}

function decodeSafely(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
