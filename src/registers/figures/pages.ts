import { addresses } from '../../library/addresses.ts';
import { type Figure, isStored } from './figure.ts';

/** The record that a page of figures is about, as the steps of its address: `finance/capital-plan`, `initiatives/fleet`. */
export function figurePage(figure: Figure): string {
  const [owner = '', of = ''] = figure.name.split('/');
  if (isStored(figure))
    return figure.at.file
      .split('/')
      .slice(0, 2)
      .join('/')
      .replace(/\.\w+$/, '');
  if (of === 'members') return `portfolios/${owner}`;
  const [part] = figure.terms;
  return part === undefined ? `initiatives/${owner}` : figurePage(part.figure);
}

/** The address at which it is told where a figure comes from. */
export function whenceAddress(figure: Figure): string {
  return figureAddress(figurePage(figure), figure.name);
}

/** The same of a figure of which only the page and the name are known. */
export function figureAddress(page: string, name: string): string {
  return `${addresses.figures(page)}#${figureAnchor({ name })}`;
}

/** The address of the page that shows the figure among its like. */
export function shownAddress(figure: Figure): string {
  const [kind, id = ''] = figurePage(figure).split('/');
  switch (kind) {
    case 'finance':
      return addresses.finance(id);
    case 'indicators':
      return addresses.indicator(id);
    case 'portfolios':
      return addresses.portfolio(id);
    case 'change-requests':
      return addresses.changeRequest(id);
    default:
      return addresses.initiative(id);
  }
}

/** The id of a figure on its page. */
export function figureAnchor({ name }: Pick<Figure, 'name'>): string {
  return name.replaceAll('/', '.').replace(/[@+]/g, '_');
}
