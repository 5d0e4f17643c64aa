import { expect, test } from 'vitest';
import { checkContent } from '../../src/rules/check-content.ts';
import { renderBody } from '../../src/views/body.ts';

const { library } = await checkContent('content', async () => '2017-09-13');

/** Shows a body whose links are all followed. */
function render(text: string, notes: 'end' | 'inline'): string {
  return String(renderBody(library, { file: 'boards/x.md', body: { text } }, { link: (address) => address, notes }));
}

test.each([
  '[a](javascript:alert(1))',
  '[a](JAVASCRIPT:alert(1))',
  '[a](javascript&colon;alert(1))',
  '[a](<&#9;javascript:alert(1)>)',
  '<javascript:alert(1)>',
  '[a]\n\n[a]: vbscript:x',
  '[![a](javascript:x)](data:text/html,x)',
  '![a](data:image/svg+xml,x)',
  '![a](../../x.png)',
  'Note[^1]\n\n[^1]: [a](javascript:alert(1))',
  'Note^[[a](javascript:alert(1))]',
  '<a href="javascript:alert(1)">a</a>',
  '<img src=x onerror=alert(1)>',
  '| a |\n| - |\n| <b>a</b> [a](file:///x) |',
  '[a](https://x "\\"><script>x</script>")',
  '::: action "><script>\n\na\n:::',
])('%s gives no way to run anything or to leave the content', (text) => {
  for (const notes of ['end', 'inline'] as const) {
    const shown = render(text, notes);
    expect(shown).not.toMatch(/<(script|b|img src=x|a href="javascript)/i);
    const followed = Array.from(shown.matchAll(/ (?:href|src)="([^"]*)"/g), (match) => match[1] ?? '');
    expect(followed.filter((address) => !/^(#|\/|https:|$)/.test(address))).toEqual([]);
    expect(followed.join(' ')).not.toMatch(/\.\./);
  }
});
