/** What is wrong with one part, in whole sentences. */
export interface PartFault {
  part: string;
  message: string;
}

/** Parts that cannot be set truly. An expected failure: it names every failing part, and nothing is published. */
export class TypesetError extends Error {
  override name = 'TypesetError';
  readonly faults: readonly PartFault[];

  constructor(faults: readonly PartFault[]) {
    super(faults.map(({ part, message }) => `Part "${part}": ${message}`).join('\n'));
    this.faults = faults;
  }
}
