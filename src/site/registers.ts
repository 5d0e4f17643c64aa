import { addresses } from '../library/addresses.ts';
import type { Library } from '../library/library.ts';
import { financeViews } from '../registers/finance.ts';
import { decisionSorts } from '../views/decisions.ts';
import { registerViews } from '../views/registers/registry.ts';
import type { NamedRegister, RegisterRows } from '../views/registers/view.ts';

/** Registers that stand on pages of their own making, and in no pack by themselves; by the last step of their address. */
export const ownRegisters = {
  actions: {
    title: 'Actions',
    says: 'What boards asked for, of whom, and what came of it.',
    rows: { one: 'action', many: 'actions', files: ['actions', 'action-tally'] },
  },
  decisions: {
    title: 'Decisions',
    says: 'What boards decided, why, and what follows from it.',
    rows: { one: 'decision', many: 'decisions', files: ['decisions'], sorts: decisionSorts },
  },
} as const satisfies Record<string, NamedRegister>;

/** Where the figures of all the others come from. */
export const figuresRegister = {
  title: 'Where figures come from',
  says: 'Each figure with its file, line, day and commit.',
} as const satisfies NamedRegister;

/** The rows of a finance table. */
export const financeTableRows: RegisterRows = { one: 'line', many: 'lines', files: ['finance-tables'] };

/** A register as lists of them name it. */
export type ListedRegister = Pick<NamedRegister, 'title' | 'says'> & { readonly address: string };

/** All registers that a site has whatever its content, in the order they are listed. */
export function listedRegisters(): ListedRegister[] {
  return [
    ...Object.entries({ ...ownRegisters, ...registerViews }).map(([name, { title, says }]) => ({
      title,
      says,
      address: addresses.register(name),
    })),
    { ...figuresRegister, address: addresses.figures() },
  ];
}

/** The finance tables of a library, each of which is a register. */
export function listedFinance(library: Library): ListedRegister[] {
  return financeViews(library).map(({ id, title, unit, source }) => ({
    title,
    says: `Finance table, ${unit}. Source: ${source}.`,
    address: addresses.finance(id),
  }));
}
