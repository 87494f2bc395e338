/** The class of a part: `neuroglow-<component>__<slot>`, and the caller's own after it. */
export type SlotNames<Slot extends string> = (slot: Slot) => string;

export function slotNames<Slot extends string>(
  component: string,
  own?: Partial<Record<Slot, string>>,
): SlotNames<Slot> {
  return (slot) => joinClasses(`neuroglow-${component}__${slot}`, own?.[slot]);
}

export function joinClasses(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
