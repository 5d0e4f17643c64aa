// These functions run in the page. They must be complete in themselves: nothing of this module goes with them.

/** What is used of Paged.js. */
interface PagedGlobal {
  PagedModule: {
    Handler: new (chunker: unknown, polisher: unknown, caller: unknown) => object;
    Previewer: new () => {
      preview(content: unknown, styles: Record<string, string>[]): Promise<{ total: number }>;
    };
    registerHandlers(handler: unknown): void;
  };
}

/** Paged.js makes ids from chance and the clock. With both fixed, the same part gives the same bytes. */
export function seedChance(): void {
  let state = 1;
  const next = () => {
    // Park and Miller's generator.
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  Math.random = next;
  performance.now = () => 0;
  Date.now = () => 0;
  Date.prototype.getTime = () => 0;
  crypto.randomUUID = () => {
    const digits = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join('');
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
  };
}

/** Cuts the document into pages, and waits until that is done. */
export async function paginate(options: {
  styles: string;
  made: string;
}): Promise<{ pages: number; faults: string[] }> {
  const { PagedModule: Paged } = globalThis as unknown as PagedGlobal;

  /**
   * The styles of the document, by their addresses, for Paged.js to work on. The fonts stay where they are: it would put
   * them in again, and the browser would load each a second time.
   */
  async function takeStyles(): Promise<Record<string, string>[]> {
    const taken: Record<string, string>[] = [];
    const sheets = 'link[rel="stylesheet"]:not([media~="screen"]), style:not([media~="screen"])';
    for (const element of document.querySelectorAll<HTMLLinkElement | HTMLStyleElement>(sheets)) {
      const address = element instanceof HTMLLinkElement ? element.href : location.href;
      const css = element instanceof HTMLLinkElement ? await (await fetch(address)).text() : element.textContent;
      const withoutFonts = css.replace(/@font-face\s*\{[^}]*\}/g, '');
      taken.push({ [address]: withoutFonts });
      const { sheet } = element;
      if (withoutFonts === css || sheet === null) {
        element.remove();
        continue;
      }
      for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1) {
        if (!(sheet.cssRules[at] instanceof CSSFontFaceRule)) sheet.deleteRule(at);
      }
    }
    return taken;
  }

  /** Paged.js does not repeat the head of a table that goes on: this puts a copy before the rows of the next page. */
  class RepeatHeads extends Paged.Handler {
    source: ParentNode | undefined;

    constructor(chunker: { loadFonts(): Promise<void> }, polisher: unknown, caller: unknown) {
      super(chunker, polisher, caller);
      // All that the part shows with has been loaded. It would ask for every face there is, of all alphabets.
      chunker.loadFonts = async () => {};
    }

    afterParsed(parsed: ParentNode) {
      this.source = parsed;
    }

    layout(rendered: Element) {
      for (const table of rendered.querySelectorAll('table[data-split-from]')) {
        if (table.querySelector(':scope > thead')) continue;
        const ref = table.getAttribute('data-ref');
        const original = this.source?.querySelector(`table[data-ref="${ref}"]`);
        const head = original?.querySelector(':scope > thead')?.cloneNode(true);
        if (!(head instanceof Element)) continue;
        head.classList.add(options.made);
        for (const element of [head, ...head.querySelectorAll('*')]) {
          element.removeAttribute('id');
          element.removeAttribute('data-ref');
        }
        const columns = original?.querySelector(':scope > colgroup')?.cloneNode(true);
        table.prepend(...(columns && !table.querySelector(':scope > colgroup') ? [columns] : []), head);
      }
    }
  }
  Paged.registerHandlers(RepeatHeads);

  const previewer = new Paged.Previewer();
  const styles = [...(await takeStyles()), { [`${location.href}#own`]: options.styles }];
  const { total } = await previewer.preview(undefined, styles);
  await document.fonts.ready;

  const faults: string[] = [];
  const areas = document.querySelectorAll<HTMLElement>('.pagedjs_page_content, .pagedjs_footnote_inner_content');
  for (const area of areas) {
    const edge = area.getBoundingClientRect();
    for (const element of area.querySelectorAll('*')) {
      // Piece by piece: the box round all pieces of an element is wider than a page where Paged.js has laid an empty one
      // beside it, and that is nothing to see.
      const widest = Math.max(0, ...Array.from(element.getClientRects(), ({ width }) => width));
      if (widest <= edge.width + 1) continue;
      faults.push(
        `<${element.localName}> is wider than its page: “${(element.textContent ?? '').trim().slice(0, 60)}”.`,
      );
      break;
    }
  }
  return { pages: total, faults: faults.slice(0, 3) };
}
