import type { SearchRecord } from '../../site/search/record.ts';
import { makeElement, need } from '../elements.ts';
import type { Query, SearchEngine } from './engine.ts';
import { fillForm, queryOf, showCounts } from './form.ts';
import { isEmpty, readQuery, writeQuery } from './query.ts';
import { type ResultPlace, showResults } from './results.ts';
import { adviceFor, resultWords } from './words.ts';

declare global {
  /** The records themselves, in the edition for files, where no index can be fetched. */
  var boardpackRecords: readonly SearchRecord[] | undefined;
}

/** Lets the form of the search page look for what it says, and for what the address says. */
export function startSearch(startEngine: () => Promise<SearchEngine>): void {
  const form = need('#search-form', HTMLFormElement);
  const status = need('#search-status', HTMLElement);
  const place: ResultPlace = {
    list: need('#search-results', HTMLElement),
    more: need('#search-more', HTMLButtonElement),
    marking: form.dataset.marking ?? '',
    hrefOf: (address) => hrefOf(address, form.dataset.root),
  };
  const title = document.title;
  let engine: Promise<SearchEngine> | undefined;
  let asked = 0;

  async function answer(query: Query): Promise<void> {
    asked += 1;
    const mine = asked;
    const isCurrent = (): boolean => mine === asked;
    try {
      engine ??= startEngine();
      const found = await (await engine).ask(query);
      if (!isCurrent()) return;
      showCounts(form, found.counts);
      const nothing = isEmpty(query);
      await showResults(nothing ? { ...found, total: 0, take: async () => [] } : found, place, isCurrent);
      if (!isCurrent()) return;
      // Said when they stand there, so that nobody goes to look for results that have not come.
      document.title = query.words === '' ? title : `${query.words} – ${title}`;
      status.textContent = nothing ? `${found.total} records can be searched.` : resultWords(found.total, query);
      showAdvice(nothing || found.total > 0 ? [] : adviceFor(query, found));
    } catch (error) {
      engine = undefined;
      status.textContent = 'The search could not be loaded. Reload the page to try again, or use the registers.';
      console.error(error);
    }
  }

  function lookFor(query: Query): void {
    history.pushState(null, '', `${location.pathname}${writeQuery(query)}`);
    void answer(query);
  }

  function showAddress(): void {
    const query = readQuery(location.search);
    fillForm(form, query);
    void answer(query);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    lookFor(queryOf(form));
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) lookFor(queryOf(form));
  });
  addEventListener('popstate', showAddress);
  // What a reader has typed before this script came is not taken away.
  if (isEmpty(readQuery(location.search))) void answer(readQuery(location.search));
  else showAddress();
}

function showAdvice(words: readonly string[]): void {
  const advice = need('#search-advice', HTMLElement);
  advice.hidden = words.length === 0;
  const list = advice.querySelector('ul');
  for (const old of list?.querySelectorAll('li:not([data-always])') ?? []) old.remove();
  list?.prepend(...words.map((one) => makeElement('li', {}, one)));
}

/** An address of the site as it is reached from this page: from the root, or from where the files stand. */
function hrefOf(address: string, root = '/'): string {
  if (root === '/') return address;
  const [path = '', anchor] = address.split('#');
  const file = `${root}${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;
  return anchor === undefined ? file : `${file}#${anchor}`;
}
