import type { Examined, Finding } from './examined.ts';

const CLAUSE = 'PDF/UA-1 7.4.2';

/** Headings: going down no level is left out; numbered and unnumbered ones are not mixed. */
export function* checkHeadings({ elements, role, pageOf }: Examined): Generator<Finding> {
  let above = 0;
  let numbered = false;
  let plain = false;
  for (const [element] of elements) {
    const heading = /^H([1-6]?)$/.exec(role(element));
    if (heading === null) continue;
    const page = pageOf(element);
    if (heading[1] === '') {
      plain = true;
      continue;
    }
    numbered = true;
    const level = Number(heading[1]);
    if (above > 0 && level > above + 1)
      yield { clause: CLAUSE, page, message: `A heading H${level} follows one of H${above}.` };
    above = level;
  }
  if (numbered && plain) {
    yield { clause: 'PDF/UA-1 7.4.4', page: null, message: 'Headings H and H1 to H6 are mixed.' };
  }
}

/** The first heading of a document is H1. */
export function* checkFirstHeading({ elements, role, pageOf }: Examined): Generator<Finding> {
  const [first] = elements.find(([element]) => /^H[1-6]$/.test(role(element))) ?? [];
  if (first === undefined || role(first) === 'H1') return;
  yield { clause: CLAUSE, page: pageOf(first), message: `The first heading is ${role(first)}, not H1.` };
}
