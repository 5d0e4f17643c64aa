import type { SearchRecord } from '../site/search/record.ts';
import { makeElement } from './make-element.ts';
import type { Query, SearchEngine } from './search/engine.ts';
import { fillForm, queryOf, showCounts } from './search/form.ts';
import { isEmpty, readQuery, writeQuery } from './search/query.ts';
import { type ResultPlace, showResults } from './search/results.ts';
import { adviceFor, resultWords } from './search/words.ts';

declare global {
  /** The records themselves, in the edition for files, where no index can be fetched. */
  var boardpackRecords: readonly SearchRecord[] | undefined;
}

const form = byId<HTMLFormElement>('search-form');
const status = byId('search-status');
const advice = byId('search-advice');
const place: ResultPlace = {
  list: byId('search-results'),
  more: byId<HTMLButtonElement>('search-more'),
  marking: form.dataset.marking ?? '',
  hrefOf: (address) => hrefOf(address, form.dataset.root),
};

let engine: Promise<SearchEngine> | undefined;
let asked = 0;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  lookFor(queryOf(form));
});
form.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) lookFor(queryOf(form));
});
addEventListener('popstate', () => showAddress());
showAddress();

/** Looks for what the form says, and lets the address say so. */
function lookFor(query: Query): void {
  history.pushState(null, '', `${location.pathname}${writeQuery(query)}`);
  void answer(query);
}

/** Looks for what the address says. */
function showAddress(): void {
  const query = readQuery(location.search);
  fillForm(form, query);
  void answer(query);
}

async function answer(query: Query): Promise<void> {
  asked += 1;
  const mine = asked;
  const isCurrent = (): boolean => mine === asked;
  try {
    engine ??= startEngine();
    const answer = await (await engine).ask(query);
    if (!isCurrent()) return;
    showCounts(form, answer.counts);
    const nothing = isEmpty(query);
    status.textContent = nothing ? `${answer.total} records can be searched.` : resultWords(answer.total, query);
    showAdvice(nothing || answer.total > 0 ? [] : adviceFor(query, answer));
    await showResults(nothing ? { ...answer, total: 0, take: async () => [] } : answer, place, isCurrent);
  } catch (error) {
    engine = undefined;
    status.textContent = 'The search could not be loaded. Reload the page to try again, or use the registers.';
    console.error(error);
  }
}

/** The engine of this edition. Only the one that is used is fetched. */
async function startEngine(): Promise<SearchEngine> {
  const records = globalThis.boardpackRecords;
  if (records !== undefined) return (await import('./search/index-engine.ts')).indexEngine(records);
  return await (await import('./search/pagefind-engine.ts')).pagefindEngine();
}

function showAdvice(words: readonly string[]): void {
  advice.hidden = words.length === 0;
  const list = advice.querySelector('ul');
  const items = words.map((one) => makeElement('li', {}, one));
  for (const old of list?.querySelectorAll('li:not([data-always])') ?? []) old.remove();
  list?.prepend(...items);
}

/** An address of the site as it is reached from this page: from the root, or from where the files stand. */
function hrefOf(address: string, root = '/'): string {
  if (root === '/') return address;
  const [path = '', anchor] = address.split('#');
  const file = `${root}${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;
  return anchor === undefined ? file : `${file}#${anchor}`;
}

function byId<Wanted extends HTMLElement = HTMLElement>(id: string): Wanted {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no element "${id}".`);
  return element as Wanted;
}
