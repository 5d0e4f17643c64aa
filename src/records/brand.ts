import { z } from 'zod';
import { contrast, leastContrast, readable } from './contrast.ts';
import { text } from './fields.ts';

/** The darkest ground that a colour is read on in the light; see `src/styles/tokens.css`. */
const surface = '#f5f7f9';

/** A colour that text in it can be read, and that light text can be read on. */
const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'a colour of six hexadecimal digits in quotes, as in "#12355b"')
  .check(({ value, issues }) => {
    if (!/^#[0-9a-f]{6}$/i.test(value)) return;
    const found = contrast(value, surface);
    if (found >= leastContrast) return;
    const instead = readable(value, [surface], 0);
    issues.push({
      code: 'custom',
      input: value,
      message: `a colour with a contrast of at least ${leastContrast} : 1 on the page (WCAG 2.2, 1.4.3), which this has not, with ${found.toFixed(1)} : 1; "${instead}" would do`,
    });
  });

/** How an organisation's site and packs look: its logo and its two colours. */
export const brand = z.strictObject({
  logo: text
    .optional()
    .describe(
      'a picture at the head of every page of the site, by its path in the content folder, as in brand/logo.svg',
    ),
  main: colour.default('#12355b').describe('the colour of headings, rules and buttons'),
  link: colour.default('#174a86').describe('the colour of links and of what has the focus'),
});
