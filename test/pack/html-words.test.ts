import { expect, test } from 'vitest';
import { picturesIn } from '../../src/pack/pictures.ts';
import { wordsShown } from '../../src/pack/words.ts';

test('words are counted as they are read, however their characters are written', () => {
  expect(wordsShown('<head><title>No word</title></head><body><p>R&amp;D isn&#39;t &quot;free&quot;</p></body>')).toBe(
    3,
  );
  expect(wordsShown('<body>caf&eacute;&nbsp;&ndash; caf&#xe9;s</body>')).toBe(2);
});

test('a picture is known by its address, however that is written in the page', () => {
  const page = `<img alt="" src="/files/a%20&amp;%20b/it&#39;s%C3%A9.png"> <img src="/files/c&amp;copy.png">`;
  expect(picturesIn(page)).toEqual([`/files/a & b/it'sé.png`, '/files/c&copy.png']);
});
