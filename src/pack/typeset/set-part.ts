import { EnvironmentError } from '../../diagnostics/environment-error.ts';
import { LimitError } from '../browser/limit.ts';
import type { Browser } from '../browser/session.ts';
import type { Tab } from '../browser/tab.ts';
import { checkPart, type Finding } from '../pdf/check.ts';
import { loadPdf } from '../pdf/load.ts';
import { mend } from '../pdf/mend.ts';
import { save } from '../pdf/save.ts';
import { footnoteClass } from './classes.ts';
import { guard } from './guard.ts';
import { DocumentFault, FontFault, refuse } from './load.ts';
import type { Asset, Engine, PartSource, TypesetPart } from './part.ts';
import { setByChromium } from './set-chromium.ts';
import { setWithEndnotes } from './set-endnotes.ts';
import { setByPaged } from './set-paged.ts';
import type { Sheet } from './sheet.ts';

/** A way to set a part, and what to say of it where it is the second choice. */
interface Way {
  engine: Engine;
  scripts: boolean;
  set(tab: Tab, part: PartSource, assets: ReadonlyMap<string, Asset>): Promise<Sheet>;
}

const print: Way = { engine: 'chromium', scripts: false, set: setByChromium };
const paged: Way = { engine: 'pagedjs', scripts: true, set: setByPaged };
const endnotes: Way = { engine: 'chromium', scripts: false, set: setWithEndnotes };

/** A part as set, and the assets it asked for; or what is wrong with it. */
export type Outcome = { part: TypesetPart; used: ReadonlySet<string> } | { faults: string[] };

/** The engine that a part is first tried with: Paged.js for footnotes, which the browser's own print lacks. */
export function chooseEngine({ html }: PartSource): Engine {
  const attribute = new RegExp(`class\\s*=\\s*(?:"[^"]*|'[^']*|)\\b${footnoteClass}(?![\\w-])`, 'i');
  return attribute.test(html) ? 'pagedjs' : 'chromium';
}

/**
 * Sets one part in the first way whose result passes all guards.
 *
 * @throws {EnvironmentError} when the browser does not live through it
 */
export async function setPart(
  source: PartSource,
  assets: ReadonlyMap<string, Asset>,
  browser: Browser,
): Promise<Outcome> {
  if (chooseEngine(source) === 'chromium') return setIn(print, source, assets, browser, []);
  const first = await setIn(paged, source, assets, browser, []);
  if ('part' in first) return first;
  const note = `The notes stand at the end, because at the foot of the pages: ${first.faults.join(' ')}`;
  const second = await setIn(endnotes, source, assets, browser, [note]);
  return 'part' in second ? second : { faults: [...new Set([...second.faults, ...first.faults])] };
}

async function setIn(
  way: Way,
  source: PartSource,
  assets: ReadonlyMap<string, Asset>,
  browser: Browser,
  notes: readonly string[],
): Promise<Outcome> {
  const render = (): Promise<Sheet> =>
    browser.render({ scripts: way.scripts }, (tab) =>
      way.set(tab, source, assets).catch((error: unknown) => {
        // A document that leads elsewhere makes a step fail: the address says more than the step.
        if (!(error instanceof DocumentFault)) refuse(tab);
        throw error;
      }),
    );
  let sheet: Sheet;
  try {
    sheet = await render().catch((error: unknown) => {
      // Once more, in a new tab.
      if (error instanceof FontFault) return render();
      throw error;
    });
  } catch (error) {
    if (error instanceof EnvironmentError) throw new EnvironmentError(`Part "${source.id}": ${error.message}`);
    return { faults: [explain(error)] };
  }
  const loaded = await loadPdf(sheet.pdf, 'What was printed');
  const { faults, ...facts } = guard(sheet, loaded);
  if (faults.length > 0) return { faults };
  const mended = mend(loaded);
  const findings = checkPart(mended);
  if (findings.length > 0) return { faults: findings.map(describe) };
  const part = { id: source.id, pdf: save(mended.context), ...facts, engine: way.engine, notes };
  return { part, used: sheet.used };
}

function describe({ clause, page, message }: Finding): string {
  return `its tags are not as they must be (${page === null ? '' : `its page ${page}, `}${clause}): ${message}`;
}

/** What a document did, or a step that its document made the browser fail in; anything else is a fault of ours. */
function explain(error: unknown): string {
  if (error instanceof DocumentFault) return error.message;
  if (error instanceof LimitError) return `${error.message}.`;
  // The driver begins its messages with the call: `page.goto: net::ERR_ABORTED at …`.
  if (error instanceof Error && /^(page|cdpSession)\.\w+: /.test(error.message)) {
    return `the browser reports: ${error.message.split('\n', 1)[0]}`;
  }
  throw error;
}
