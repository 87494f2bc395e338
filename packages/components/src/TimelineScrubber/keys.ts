import type { TimelineState } from '@neuroglow/engine';

/** Share of all steps that a Page key moves by. */
const PAGE = 0.1;

/** What a key of the slider does, or null for other keys. */
export function commandOf(
  key: string,
  { first, last, kept, setCursor, stepBy }: Pick<TimelineState, 'first' | 'last' | 'kept' | 'setCursor' | 'stepBy'>,
): (() => void) | null {
  const steps = kept === 'every' ? last - first : kept.length;
  const page = Math.max(1, Math.round(steps * PAGE));
  const commands: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => stepBy(-1),
    ArrowDown: () => stepBy(-1),
    ArrowRight: () => stepBy(1),
    ArrowUp: () => stepBy(1),
    PageDown: () => stepBy(-page),
    PageUp: () => stepBy(page),
    Home: () => setCursor(first),
    End: () => setCursor(last),
  };
  return Object.hasOwn(commands, key) ? commands[key]! : null;
}
