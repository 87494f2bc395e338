import { NeuroglowError } from '@neuroglow/engine';
import {
  createRunningDomain,
  domainOf,
  extentOf,
  matrixRule,
  signedRule,
  type Domain,
  type DomainRule,
} from './domain.js';
import type { DomainGroup } from './domainGroup.js';

/**
 * Which numbers the ends of a colour scale stand for. `'run'`: fixed where the quantity has fixed ends, else grown in round steps with what a run
 * has shown, never shrinking within it. `'frame'`: what each frame holds. `[low, high]`: these. A group: shared with other pictures.
 */
export type DomainChoice = 'run' | 'frame' | readonly [low: number, high: number] | DomainGroup;

/** A rule for the numbers of one quantity. */
export type ScaleRule = DomainRule & { readonly quantity: string };

/** The domain of one scale, and how it takes numbers in. */
export interface DomainTracker {
  readonly domain: Domain;
  /** Returns whether the domain changed. */
  extend(values: ArrayLike<number>, runId: string): boolean;
  release(): void;
}

export function createTracker(rule: ScaleRule, choice: DomainChoice): DomainTracker {
  if (choice === 'run') return runTracker(rule);
  if (choice === 'frame') return frameTracker(rule);
  if (isPair(choice)) return { domain: choice, extend: () => false, release: () => undefined };
  return groupTracker(rule, choice);
}

/** Throws `invalid-option` unless it is a choice. */
export function checkDomain(choice: unknown): void {
  if (choice === undefined || choice === 'run' || choice === 'frame') return;
  if (isPair(choice)) {
    const [low, high] = choice;
    if (Number.isFinite(low) && Number.isFinite(high) && low < high) return;
  } else if (typeof choice === 'object' && choice !== null && 'domainOf' in choice) return;
  throw new NeuroglowError(
    'invalid-option',
    `domain: expected 'run', 'frame', [low, high] with low < high, or a group, got ${describe(choice)}; make a group with createDomainGroup().`,
  );
}

function describe(choice: unknown): string {
  if (Array.isArray(choice)) return `[${choice.map(String).join(', ')}]`;
  return typeof choice === 'string' ? `'${choice.slice(0, 40)}'` : typeof choice;
}

/** Whether a choice is shared with other pictures. */
export function isGroup(choice: DomainChoice): choice is DomainGroup {
  return typeof choice === 'object' && 'subscribe' in choice;
}

/** Whether a choice is [low, high]. */
export function isPair(choice: unknown): choice is Domain {
  return Array.isArray(choice) && choice.length === 2;
}

function runTracker(rule: DomainRule): DomainTracker {
  const running = createRunningDomain(rule);
  return {
    get domain() {
      return running.domain;
    },
    extend: (values, runId) => running.extend(values, runId),
    release: () => undefined,
  };
}

/** Signed quantities stay symmetric, so that 0 keeps its colour from frame to frame. */
function frameRule(rule: DomainRule): DomainRule {
  if (rule.kind === 'fixed') return rule.domain[0] < 0 ? signedRule : matrixRule;
  if (rule.kind === 'symmetric' || rule.kind === 'spread') return signedRule;
  return rule.kind === 'positive' ? rule : matrixRule;
}

function frameTracker(declared: DomainRule): DomainTracker {
  const rule = frameRule(declared);
  let domain = domainOf(rule, 0, 0);
  return {
    get domain() {
      return domain;
    },
    extend(values) {
      const next = domainOf(rule, ...extentOf(rule, values));
      if (next[0] === domain[0] && next[1] === domain[1]) return false;
      domain = next;
      return true;
    },
    release: () => undefined,
  };
}

function groupTracker(rule: ScaleRule, group: DomainGroup): DomainTracker {
  const member = {};
  return {
    get domain() {
      return group.domainOf(rule.quantity, rule);
    },
    extend: (values, runId) => group.extend(member, rule.quantity, rule, values, runId),
    release: () => group.leave(member),
  };
}
