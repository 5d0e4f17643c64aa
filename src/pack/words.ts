import { countWords } from '../registers/reading.ts';

/** The words that a document shows, without those in its drawings, whose figures stand in a table beside them. */
export function wordsShown(document: string): number {
  const body = document.slice(document.indexOf('<body'));
  const text = body.replace(/<svg[\s\S]*?<\/svg>/g, ' ').replace(/<[^>]*>/g, ' ');
  return countWords(text.replace(/&(?:amp|#39|quot|lt|gt);/g, '’'));
}
