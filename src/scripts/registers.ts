// Filters and sorts the registers of a page. What is asked for stands in the address, so that it can be shared and gone back from.
import { download } from './download.ts';
import { shownAsCsv } from './register-file.ts';
import { keepShort } from './register-length.ts';
import { readRecords } from './register-records.ts';
import { hideWhatIsEmpty } from './register-room.ts';
import { type PageTable, readTable, sortCell } from './register-tables.ts';
import { facetCounts, isFiltered, matcher, type RegisterView, readView, sortedBy, writeView } from './register-view.ts';

/** Longer than between two letters of a quick typist, shorter than a reader waits. */
const pauseInTyping = 150;

function work(form: HTMLFormElement, content: HTMLElement): void {
  const words = form.querySelector<HTMLInputElement>('input[name="words"]');
  const status = form.querySelector<HTMLElement>('.register-status');
  const selects = [...form.querySelectorAll('select')];
  const names = selects.map(({ name }) => name);
  const tables = Array.from(content.querySelectorAll<HTMLTableElement>('table[data-register]'), (table) =>
    readTable(table, names),
  );
  const records = readRecords(form, content, names);
  const rows = [...tables.flatMap((table) => table.rows), ...records.rows];
  const tableOf = new Map(tables.map((table) => [table.wrap, table]));
  const shorten = tables.map(keepShort);
  let view = readView(location.search, names);

  const draw = (): void => {
    const matches = matcher(view);
    const filtered = isFiltered(view);
    for (const row of rows) row.element.hidden = !matches(row);
    const shown = rows.filter(({ element }) => !element.hidden).length;
    for (const table of tables) drawTable(table, view);
    records.draw(view);
    for (const again of shorten) again();
    hideWhatIsEmpty(content, filtered, (block) => {
      const table = tableOf.get(block);
      const own = table === undefined ? records.rows.filter(({ element }) => element === block) : table.rows;
      return own.length === 0 ? undefined : own.filter(({ element }) => !element.hidden).length;
    });
    if (words !== null && document.activeElement !== words) words.value = view.words;
    for (const select of selects) drawSelect(select, facetCounts(rows, select.name, view), view.facets[select.name]);
    const { one = '', many = '' } = form.dataset;
    if (status !== null) {
      status.textContent = sentence(shown, rows.length, { one, many, filtered });
      // On paper the fields are not seen, and what they ask for is said here.
      status.dataset.asked = [...Object.values(view.facets), view.words].filter((value) => value !== '').join(', ');
    }
  };

  /** Shows another view; in the history it is a step of its own, or takes the place of the step before. */
  const ask = (asked: RegisterView, step: 'new' | 'same' | 'none' = 'new'): void => {
    view = asked;
    const address = `${location.pathname}${writeView(view)}${location.hash}`;
    const isNew = address !== `${location.pathname}${location.search}${location.hash}`;
    if (isNew && step === 'new') history.pushState(null, '', address);
    if (isNew && step === 'same') history.replaceState(null, '', address);
    draw();
  };
  const asked = (): RegisterView => ({
    facets: Object.fromEntries(selects.flatMap(({ name, value }) => (value === '' ? [] : [[name, value]]))),
    words: words?.value.trim() ?? '',
    sort: view.sort,
  });

  let pause: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', ({ target }) => {
    clearTimeout(pause);
    if (target === words) pause = setTimeout(() => ask(asked(), 'none'), pauseInTyping);
  });
  // Going through the values of a list with the arrow keys is one step.
  let lastField: EventTarget | null = null;
  form.addEventListener('change', ({ target }) => {
    clearTimeout(pause);
    ask(asked(), target === lastField ? 'same' : 'new');
    lastField = target;
  });
  form.addEventListener('focusout', () => {
    lastField = null;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    ask(asked());
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    if (words !== null) words.value = '';
    ask({ facets: {}, words: '', sort: null });
  });
  form.querySelector('[data-download]')?.addEventListener('click', () => {
    const name = location.pathname.split('/').filter(Boolean).at(-1) ?? 'register';
    // The mark at the start has spreadsheets read it as UTF-8.
    download(`${name}.csv`, 'text/csv', `\uFEFF${shownAsCsv(tables, records.inOrder())}`);
  });
  const heads = tables.flatMap((table) =>
    table.heads.map(({ name, element }) => ({ name, element: element.firstElementChild })),
  );
  for (const { name, element } of [...heads, ...records.heads]) {
    element?.addEventListener('click', () => ask({ ...view, sort: nextSort(view.sort, name) }));
  }
  addEventListener('popstate', () => {
    lastField = null;
    view = readView(location.search, names);
    if (words !== null) words.value = view.words;
    draw();
  });
  draw();
  form.classList.add('is-ready');
}

/** From up to down, and back to the order of the register. */
function nextSort(sort: RegisterView['sort'], column: string): RegisterView['sort'] {
  if (sort?.column !== column) return { column, isDescending: false };
  return sort.isDescending ? null : { column, isDescending: true };
}

/** Puts the rows of a table in order, and says in its heads and its caption what is not as the register has it. */
function drawTable(table: PageTable, view: RegisterView): void {
  const { element, heads, rows, note } = table;
  const column = heads.findIndex(({ name }) => name === view.sort?.column);
  const isDescending = view.sort?.isDescending ?? false;
  const sorted = column === -1 ? rows : sortedBy(rows, (row) => sortCell(row, column), isDescending);
  const body = element.tBodies[0];
  // Totals are of all rows only, and stand last where those are not in their own order.
  for (const total of table.totals) total.hidden = isFiltered(view);
  const wanted = column === -1 ? table.all : [...sorted.map((row) => row.element), ...table.totals];
  if (wanted.some((row, index) => row !== body?.children[index])) body?.append(...wanted);
  heads.forEach(({ element: head }, index) => {
    if (index === column) head.setAttribute('aria-sort', isDescending ? 'descending' : 'ascending');
    else head.removeAttribute('aria-sort');
  });
  const shown = rows.filter((row) => !row.element.hidden).length;
  const head = heads[column];
  if (table.order !== null) table.order.hidden = head !== undefined;
  const order = head === undefined ? '' : `, by “${head.words}”${isDescending ? ', the last first' : ''}`;
  note.textContent = `${order}${shown === rows.length ? '' : ` (${shown} of ${rows.length} shown)`}`;
}

function drawSelect(select: HTMLSelectElement, counts: readonly { value: string; count: number }[], asked = ''): void {
  const options = counts.map(({ value, count }) => new Option(`${value} (${count})`, value));
  select.replaceChildren(new Option('All', ''), ...options);
  select.value = asked;
}

function sentence(
  shown: number,
  all: number,
  { one, many, filtered }: { one: string; many: string; filtered: boolean },
): string {
  const name = all === 1 ? one : many;
  if (!filtered) return `${all} ${name}`;
  return shown === 0 ? `None of ${all} ${name} has all that is asked for` : `${shown} of ${all} ${name} shown`;
}

const form = document.querySelector<HTMLFormElement>('.register-form');
const content = document.querySelector<HTMLElement>('.register-content');
if (form !== null && content !== null) work(form, content);
