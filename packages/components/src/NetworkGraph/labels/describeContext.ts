import type { NetworkDescription } from '@neuroglow/engine';
import type { NumberFormat } from '../../shared/number.js';
import type { NetworkGraphMessages } from '../messages.js';
import type { PassPhase } from '../pass/pass.js';
import type { UpdateRule } from '../pass/updateRule.js';
import type { ShownQuantities } from '../quantities/shownQuantities.js';

/** What a description needs to know beside the numbers. */
export interface DescribeContext {
  readonly network: NetworkDescription;
  readonly shown: ShownQuantities;
  readonly words: NetworkGraphMessages;
  readonly format: NumberFormat;
  /** Where a shown pass has come to, which decides what belongs to the arithmetic; null where none is shown. */
  readonly phase: PassPhase | null;
  /** The rule by which parameters move, while that is being shown. */
  readonly update: UpdateRule | null;
}
