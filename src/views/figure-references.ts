import type { Token } from 'markdown-it';
import type { Library } from '../library/library.ts';
import { writtenFigure } from '../registers/figures/figure.ts';
import { figureNamed, isFigure } from '../registers/figures/figures.ts';
import { shownAddress, whenceAddress } from '../registers/figures/pages.ts';
import type { Linker } from './linker.ts';

/**
 * Follows a reference to a figure: to the page that tells where it comes from, or in a pack to the part that shows it.
 *
 * @param children the tokens around the reference; one that has no words is given the figure as its record writes it
 * @returns where it leads, or null where it stays plain words
 */
export function followFigure(
  library: Library,
  name: string,
  children: Token[],
  opening: Token,
  link: Linker,
): string | null {
  const figure = figureNamed(library, name);
  if (!isFigure(figure)) return null;
  const at = children.indexOf(opening);
  if (children[at + 1]?.type === 'link_close') {
    const TokenOf = opening.constructor as typeof Token;
    children.splice(at + 1, 0, Object.assign(new TokenOf('text', '', 0), { content: writtenFigure(figure) }));
  }
  return link(whenceAddress(figure)) ?? link(shownAddress(figure));
}
