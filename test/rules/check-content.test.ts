import { expect, test } from 'vitest';
import { checkSource } from '../../src/rules/check-content.ts';

/** The day that content with this record of the organisation declares. */
async function declaredBy(text: string): Promise<string | undefined> {
  const source = {
    files: [{ path: 'organisation.yml', text }],
    assets: [],
    readAsset: () => Promise.reject(new Error()),
  };
  let declared: string | undefined;
  await checkSource(source, [], async (day) => {
    declared = day;
    return day ?? '2017-09-13';
  });
  return declared;
}

test.each([
  ['as_at: 2018-01-17\nbrand: { main: "#ffcc00" }\n', '2018-01-17'],
  ['name: Council\nas_at: "2018-01-17"\nnam: x\n', '2018-01-17'],
  ['as_at: 2018-02-30\n', undefined],
  ['as_at: soon\n', undefined],
  ['name: Council\n', undefined],
])('the record %j, which has faults, declares %s all the same', async (text, day) => {
  expect(await declaredBy(text)).toBe(day);
});
