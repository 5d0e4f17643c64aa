import type { Token } from 'markdown-it';
import { readLink } from '../library/links.ts';
import { plainText } from '../markdown/body.ts';
import { createParser } from '../markdown/parser.ts';
import { openedBlock } from '../markdown/record-blocks.ts';

/** A piece of prose that is compared as one: a heading, a paragraph, an item of a list, a row of a table, a listing. */
export interface Block {
  readonly kind: 'heading' | 'text' | 'row' | 'code';
  /** As a reader sees it, without marks of emphasis; the cells of a row apart. */
  readonly text: string;
  /** The heading it stands under; empty above the first. */
  readonly under: string;
  /** Of a row, its cells and the headings of their columns. */
  readonly row?: Row;
}

/** A row of a table; the heading of a column is empty where it has none. */
export interface Row {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

/** What stands between the cells of a row. */
const betweenCells = ' | ';

const parser = createParser();

/** The blocks of a Markdown text, in order. The records that stand in minutes as blocks are compared as records. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let under = '';
  let cells: string[] | undefined;
  let columns: readonly string[] | undefined;
  let isHeading = false;
  /** How deep the record stands that a token is within. */
  let record: number | undefined;
  for (const token of parser.parse(text, {})) {
    if (openedBlock(token) !== undefined) record ??= token.level;
    else if (record !== undefined) {
      if (token.nesting < 0 && token.level === record) record = undefined;
    } else if (token.type === 'heading_open') isHeading = true;
    else if (token.type === 'table_open') columns = undefined;
    else if (token.type === 'tr_open') cells = [];
    else if (token.type === 'tr_close' && cells !== undefined) {
      // The first row of a table is that of its headings.
      columns ??= cells;
      blocks.push({ kind: 'row', text: cells.join(betweenCells), under, row: { columns, cells } });
      cells = undefined;
    } else if (token.type === 'fence' || token.type === 'code_block') {
      blocks.push({ kind: 'code', text: token.content, under });
    } else if (token.type === 'inline') {
      const shown = shownText(token);
      if (cells !== undefined) cells.push(shown);
      else if (isHeading) {
        blocks.push({ kind: 'heading', text: shown, under });
        under = shown;
        isHeading = false;
      } else blocks.push({ kind: 'text', text: shown, under });
    }
  }
  return blocks;
}

function shownText(token: Token): string {
  const children = (token.children ?? []).map((child, index, all) => {
    const name = all[index + 1]?.type === 'link_close' ? figureOf(child) : undefined;
    return name === undefined ? child : { ...child, children: null, content: `[${name}]` };
  });
  return plainText({ ...token, children } as Token)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The name of the figure that a link without words stands for: what it shows is known by its records alone. */
function figureOf(token: Token): string | undefined {
  if (token.type !== 'link_open') return undefined;
  const link = readLink('', String(token.attrGet('href') ?? ''));
  return link.kind === 'figure' ? link.name : undefined;
}
