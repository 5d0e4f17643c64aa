import { nameCharacter, plain } from './characters.ts';
import { type Comparison, compare } from './compare.ts';
import { findPageStarts, type PageStart } from './page-starts.ts';
import type { PdfText } from './pdf-read.ts';
import type { Segment } from './pdf-text.ts';
import type { Run } from './snapshot.ts';
import { toStream } from './stream.ts';

/** What became of the words, and which run each stretch of the PDF's text belongs to. */
export interface WordsReport {
  faults: string[];
  runOf: ReadonlyMap<Segment, Run>;
  /** Where each page begins in the text. */
  starts: PageStart[];
}

/**
 * Guard: every word that was laid out is in the PDF's structure tree, once, in reading order, drawn with real glyphs.
 * The heads and feet that a table repeats on each page may be repeated. What assistive technology is not given
 * (`aria-hidden`, text that a stylesheet generates) is outside the tree and looked for there.
 */
export function guardWords(runs: readonly Run[], pdf: PdfText): WordsReport {
  const firm = runs.filter((run) => run.kind === 'text' && !run.untagged);
  const expected = toStream(firm);
  const body = toStream(bodySegments(firm, pdf));
  const found = compare(expected, body);
  const runOf = new Map<Segment, Run>();
  found.at.forEach((place, index) => {
    const segment = body.sources[body.from[index] ?? -1];
    const owner = expected.sources[expected.from[place] ?? -1];
    if (segment && owner && !runOf.has(segment)) runOf.set(segment, owner);
  });
  const faults = [...found.faults, ...labelFaults(runs, pdf), ...looseFaults(runs, pdf), ...glyphFaults(found, pdf)];
  return { faults, runOf, starts: findPageStarts(expected, body, found, pdf.pages) };
}

/** The tree's text without list labels, pictures' own text, and the repetitions of table heads. */
function bodySegments(firm: readonly Run[], pdf: PdfText): Segment[] {
  const repeating = new Set(firm.filter((run) => run.repeats).map((run) => plain(run.text)));
  const drawnInPage = plain(firm.flatMap((run) => (run.svg ? [run.text] : [])).join(''));
  return pdf.leaves.flatMap(({ label, figure, pages }) => {
    if (label) return [];
    const texts = pages.map(({ segments }) => plain(segments.map((segment) => segment.text).join('')));
    // A picture of its own (`<img src="chart.svg">`) has text that is not in the document.
    if (figure && !drawnInPage.includes(texts.join(''))) return [];
    const [first, ...others] = texts;
    const repeated = first !== undefined && repeating.has(first) && others.every((text) => text === first);
    return (repeated ? pages.slice(0, 1) : pages).flatMap(({ segments }) => segments);
  });
}

/** Numbers of lists. Bullets are drawn as shapes and have no text. */
function labelFaults(runs: readonly Run[], pdf: PdfText): string[] {
  const withoutBullets = (text: string) => plain(text).replace(/[•◦▪▸▾‣]/g, '');
  const expected = withoutBullets(runs.flatMap((run) => (run.kind === 'marker' ? [run.text] : [])).join(''));
  const segments = pdf.leaves.flatMap(({ label, pages }) => (label ? pages.flatMap((page) => page.segments) : []));
  const got = withoutBullets(segments.map((segment) => segment.text).join(''));
  return expected === got ? [] : [`the numbers of lists should be “${clip(expected)}” and are “${clip(got)}”.`];
}

function clip(text: string): string {
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}

/** Text outside the tree is drawn in any order, and a page margin may fall into it: each word must be there. */
function looseFaults(runs: readonly Run[], pdf: PdfText): string[] {
  const loose = runs.filter((run) => run.kind === 'generated' || (run.untagged && run.kind === 'text'));
  if (loose.length === 0) return [];
  const find = finder(pdf.untagged.map((segment) => plain(segment.text)).join(' '));
  const tree = () =>
    plain(pdf.leaves.flatMap(({ pages }) => pages.flatMap((p) => p.segments.map((s) => s.text))).join(''));
  const lost: string[] = [];
  for (const run of loose) {
    for (const word of run.text.split(/\s+/).map(plain)) {
      if (find(word) || tree().includes(word)) continue;
      lost.push(`text is lost: “${word}” (in <${run.element}>).`);
    }
  }
  return lost.slice(0, 3);
}

/** Finds words in a text, each place once; looks first behind the last that was found, since most come in order. */
function finder(text: string): (word: string) => boolean {
  const taken = new Uint8Array(text.length);
  let behind = 0;
  return (word) => {
    for (const start of [behind, 0]) {
      for (let at = text.indexOf(word, start); at >= 0; at = text.indexOf(word, at + 1)) {
        if (taken.subarray(at, at + word.length).includes(1)) continue;
        behind = at + word.length;
        taken.fill(1, at, behind);
        return true;
      }
    }
    return false;
  };
}

function glyphFaults(found: Comparison, pdf: PdfText): string[] {
  const missing = [...found.missing];
  for (const { page, segment } of allSegments(pdf)) {
    for (const character of segment.missing) {
      // `\0` in the tree has been given its character by the comparison.
      if (character !== '\0') missing.push({ character, context: '' });
      else if (page !== undefined) missing.push({ character, context: `margin of page ${page + 1}` });
    }
  }
  const faults = new Map<string, string>();
  for (const { character, context } of missing) {
    if (!plain(character) && character !== '\0') continue;
    const name = character === '\0' ? 'a character' : nameCharacter(character);
    const place = context && (character === '\0' ? ` in the ${context}` : ` in “${context}”`);
    if (!faults.has(name)) faults.set(name, `no glyph for ${name}${place}: no font of the document has it.`);
  }
  return [...faults.values()];
}

function* allSegments(pdf: PdfText): Generator<{ page?: number; segment: Segment }> {
  for (const { pages } of pdf.leaves)
    for (const { segments } of pages) for (const segment of segments) yield { segment };
  for (const segment of pdf.untagged) yield { page: segment.page, segment };
}
