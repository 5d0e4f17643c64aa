/**
 * Makes the bytes of a printed PDF depend on the document alone. Chromium writes the time of printing, and numbers the
 * elements of the structure tree on from the documents that the tab had before.
 *
 * Both are replaced by values of the same length, so no offset in the file moves; ids keep their order, in which the
 * id tree is sorted (ISO 32000-1, 7.9.6).
 */
export function normalise(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const dated = text.replace(
    /(\/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d{2}'\d{2}'/g,
    (_, name: string) => `${name}20000101000000+00'00'`,
  );
  const ids = [...new Set(dated.match(/(?<=\(node)\d{8}(?=\))/g))].sort();
  const renumbered = new Map(ids.map((id, index) => [id, String(index + 1).padStart(8, '0')]));
  const result = dated.replace(/\(node(\d{8})\)/g, (_, id: string) => `(node${renumbered.get(id)})`);
  return new Uint8Array(Buffer.from(result, 'latin1'));
}
