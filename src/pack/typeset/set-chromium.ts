import type { Tab } from '../browser/tab.ts';
import { load, refuse } from './load.ts';
import type { Asset, PartSource } from './part.ts';
import { print } from './print.ts';
import type { Sheet } from './sheet.ts';
import { takeRuns } from './snapshot.ts';

/** Sets a part with the browser's own print, as it stands. */
export async function setByChromium(tab: Tab, part: PartSource, assets: ReadonlyMap<string, Asset>): Promise<Sheet> {
  const { ids, used } = await load(tab, part, assets);
  const source = await takeRuns(tab.protocol);
  const pdf = await print(tab, ids);
  refuse(tab);
  return { pdf, pages: undefined, source, laidOut: source, ids, used, faults: [] };
}
