import { decodeHTML } from 'entities';
import { countWords } from '../registers/reading.ts';

/** The words that a document shows, without those in its drawings, whose figures stand in a table beside them. */
export function wordsShown(document: string): number {
  const body = document.slice(document.indexOf('<body'));
  const text = body.replace(/<svg[\s\S]*?<\/svg>/g, ' ').replace(/<[^>]*>/g, ' ');
  // What such signs join is one word, as in `R&D`.
  return countWords(decodeHTML(text).replace(/[&"<>]/g, '’'));
}
