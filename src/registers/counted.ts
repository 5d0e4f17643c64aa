/** A number with the word for what is counted, e.g. `1 page`, `64 pages`, `no pages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}
