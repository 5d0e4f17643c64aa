/**
 * What each page of a file shows as text, read by a program that shares nothing with ours.
 *
 * @throws {Error} where that cannot read the file
 */
export async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes possession of the bytes it is given, and takes no Buffer.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const document = await task.promise;
    const texts: string[] = [];
    for (let page = 1; page <= document.numPages; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent();
      texts.push(
        items
          .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
          .join('')
          .replace(/\s+/g, ' ')
          .trim(),
      );
    }
    return texts;
  } catch (cause) {
    // Some of its exceptions have no message, but all have a name.
    const why = cause instanceof Error ? cause.message || cause.name : cause;
    throw new Error(`It cannot be read: ${why}`, { cause });
  } finally {
    await task.destroy();
  }
}

/** The first words of a text, as many as are heard in half a minute; with an ellipsis where there are more. */
export function firstWords(text: string): string {
  const words = text.split(' ');
  return words.length <= 60 ? text : `${words.slice(0, 60).join(' ')} …`;
}
