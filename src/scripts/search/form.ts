import { type Answer, type FilterName, filterNames, type Query } from './engine.ts';
import { readQuery } from './query.ts';

/** What the form says is looked for. */
export function queryOf(form: HTMLFormElement): Query {
  const values = Array.from(new FormData(form), ([name, value]) => [name, String(value)]);
  return readQuery(new URLSearchParams(values).toString());
}

/** Puts what is looked for into the form; a value that a filter does not have is added to it, so that it can be seen. */
export function fillForm(form: HTMLFormElement, { words, filters, order }: Query): void {
  field(form, 'q').value = words;
  for (const name of filterNames) setSelect(selectOf(form, name), filters[name] ?? '');
  setSelect(field(form, 'order') as HTMLSelectElement, order === 'newest' ? order : '');
}

/** Says of each value of each filter how many there would be. */
export function showCounts(form: HTMLFormElement, counts: Answer['counts']): void {
  for (const name of filterNames) {
    for (const option of selectOf(form, name).options) {
      if (option.value !== '') option.textContent = `${option.value} (${counts[name][option.value] ?? 0})`;
    }
  }
}

function selectOf(form: HTMLFormElement, name: FilterName): HTMLSelectElement {
  return field(form, name) as HTMLSelectElement;
}

function field(form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement {
  return form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
}

function setSelect(select: HTMLSelectElement, value: string): void {
  if (Array.from(select.options).every((option) => option.value !== value)) select.add(new Option(value, value));
  select.value = value;
}
