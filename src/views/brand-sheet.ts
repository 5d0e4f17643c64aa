import type { Organisation } from '../library/library.ts';
import { readable } from '../records/contrast.ts';

/** The grounds of the dark; see `src/styles/tokens.css`. */
const darkGrounds = ['#11161d', '#1a212b'];

/**
 * The organisation's colours as a style sheet, to stand after `tokens.css`. In the dark each is made lighter, of the same
 * hue, until it can be read there. Empty where the organisation has set none.
 */
export function brandSheet({ brand }: Organisation): string {
  if (brand === undefined) return '';
  const { main, link } = brand;
  const dark = (colour: string): string => readable(colour, darkGrounds, 1);
  return `:root {
  --accent: ${main};
  --done: ${main};
  --link: ${link};
  --focus: ${link};
}

@media screen and (prefers-color-scheme: dark) {
  :root {
    --accent: ${dark(main)};
    --done: ${dark(main)};
    --link: ${dark(link)};
    --focus: ${dark(link)};
  }
}
`;
}
