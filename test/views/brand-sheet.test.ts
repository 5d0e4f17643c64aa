import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Organisation } from '../../src/library/library.ts';
import { contrast } from '../../src/records/contrast.ts';
import { brandSheet } from '../../src/views/brand-sheet.ts';

const organisation = { brand: { main: '#5b1a5e', link: '#00594c' } } as Organisation;

test('an organisation without colours has those of the project', () => {
  expect(brandSheet({} as Organisation)).toBe('');
});

test('the colours are as they were set in the light, and of the same hue but readable in the dark', async () => {
  const [light = '', dark = ''] = brandSheet(organisation).split('@media');
  expect(light).toContain('--accent: #5b1a5e;');
  expect(light).toContain('--link: #00594c;');
  const tokens = await readFile(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  const [, inDark = ''] = tokens.split('@media');
  const grounds = ['paper', 'surface'].map((name) => new RegExp(`--${name}: (#\\w+)`).exec(inDark)?.[1] ?? '');
  for (const [, name, colour = ''] of dark.matchAll(/--(accent|link): (#\w+);/g)) {
    for (const ground of grounds) expect(contrast(colour, ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

test('contrast is as WCAG defines it', () => {
  expect(contrast('#ffffff', '#000000')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
