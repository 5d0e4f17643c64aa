/** The value of a cache entry: the facts as one line of JSON, then the PDF. */
export function toEntry<Set extends { readonly pdf: Uint8Array }>({ pdf, ...facts }: Set): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), pdf]);
}

/** Reads an entry of the kind that was written under its key; null if it is none of ours, which is as good as not there. */
export function fromEntry<Set extends { readonly pdf: Uint8Array }>(bytes: Uint8Array): Set | null {
  const end = bytes.indexOf(0x0a);
  try {
    const facts = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString('utf8'));
    const pdf = bytes.slice(end + 1);
    return Buffer.from(pdf.subarray(0, 5)).toString('latin1') === '%PDF-' ? { ...facts, pdf } : null;
  } catch {
    return null;
  }
}
