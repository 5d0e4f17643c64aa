/** A fixed number of slots, lent in the order of asking, so that no more than so many pieces of work run at once. */
export interface Slots<Slot> {
  use<T>(work: (slot: Slot) => Promise<T>): Promise<T>;
}

export function createSlots<Slot>(all: readonly Slot[]): Slots<Slot> {
  const free = [...all];
  const waiting: ((slot: Slot) => void)[] = [];
  const take = () => {
    const slot = free.shift();
    return slot === undefined ? new Promise<Slot>((resolve) => waiting.push(resolve)) : Promise.resolve(slot);
  };
  const giveBack = (slot: Slot) => {
    const next = waiting.shift();
    if (next) next(slot);
    else free.push(slot);
  };
  return {
    async use(work) {
      const slot = await take();
      try {
        return await work(slot);
      } finally {
        giveBack(slot);
      }
    },
  };
}
