import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens a PDF with a reader that shares no code with the project. */
export function open(pdf: Uint8Array) {
  // The reader takes the bytes for itself, hence the copy.
  return getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
}

export type Reader = Awaited<ReturnType<typeof open>>;

/** The words that a page shows, in the order of its content. */
export async function wordsOf(reader: Reader, page: number): Promise<string> {
  const { items } = await (await reader.getPage(page)).getTextContent();
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
}

export async function allWords(pdf: Uint8Array): Promise<string> {
  const reader = await open(pdf);
  const pages: string[] = [];
  for (let page = 1; page <= reader.numPages; page += 1) pages.push(await wordsOf(reader, page));
  return pages.join(' ').replace(/\s+/g, ' ').trim();
}

/** Of each page: its structure elements in reading order, each as its role, and after it the text it holds directly. */
export async function structureText(pdf: Uint8Array): Promise<string[][]> {
  const reader = await open(pdf);
  const pages: string[][] = [];
  for (let page = 1; page <= reader.numPages; page += 1) {
    const handle = await reader.getPage(page);
    const texts = await markedTexts(handle);
    const lines: string[] = [];
    const visit = (node: unknown): void => {
      const { role, children, type, id } = node as { role?: string; children?: unknown[]; type?: string; id?: string };
      if (type === 'content') lines.push(texts.get(id ?? '') ?? '');
      else if (role !== undefined) lines.push(role);
      for (const child of children ?? []) visit(child);
    };
    visit(await handle.getStructTree());
    pages.push(lines);
  }
  return pages;
}

type Page = Awaited<ReturnType<Reader['getPage']>>;

/** What each marked-content sequence of a page shows. */
async function markedTexts(page: Page): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const stack: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = stack.findLast((one) => one !== undefined);
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') stack.pop();
    else stack.push(item.id ?? undefined);
  }
  return texts;
}
